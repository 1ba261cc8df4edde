import CompensationDomain
import DatedDocuments
import Foundation
import Kernel
import TestSupport
import Testing

@testable import CompensationService

@Suite("An item of treatment")
struct TreatmentDecisions {
    typealias Table = Decision<TreatmentItem>

    static let entry = TreatmentCatalogue.Entry(
        code: "RCFW",
        name: "人才服务",
        owedBy: .department("市人才服务中心"),
        dueDays: 60
    )
    static let owing = TreatmentItem.Owing(
        appointment: Sample.id(90),
        person: Sample.zhao,
        creditCode: Sample.employer.creditCode,
        entry: entry,
        dueOn: Sample.day("2027-01-29")
    )
    static let evidence = TreatmentItem.Evidence(
        text: "已办理",
        reference: "人才卡12号",
        grantedOn: Sample.day("2026-12-01"),
        by: "officer",
        on: Sample.day("2026-12-02")
    )
    static let waiver = TreatmentItem.Waiver(reason: "本人不需要", by: "officer", on: Sample.day("2026-12-02"))
    static let mistake = TreatmentItem.Command.reopen(reason: "登记有误", by: "officer", on: Sample.day("2026-12-03"))
    static let mended = TreatmentItem.Event.reopened(reason: "登记有误", by: "officer", on: Sample.day("2026-12-03"))

    static let table: [Table] = [
        .given(.none, when: .owe(owing), then: .owed(owing: owing)),
        .given(.none, when: .grant(evidence), refused: .notOwed),
        .given(.none, when: .waive(waiver), refused: .notOwed),
        .given(.none, when: mistake, refused: .notOwed),
        .given(.owed(owing), when: .owe(owing)),
        .given(.owed(owing), when: .grant(evidence), then: .granted(evidence: evidence)),
        .given(.owed(owing), when: .waive(waiver), then: .waived(waiver: waiver)),
        .given(.owed(owing), when: mistake, refused: .stillOwed),
        .given(.done(owing, evidence), when: .owe(owing)),
        .given(.done(owing, evidence), when: .grant(evidence), refused: .alreadyDone),
        .given(.done(owing, evidence), when: .waive(waiver), refused: .alreadyDone),
        .given(.done(owing, evidence), when: mistake, then: mended),
        .given(.waived(owing, waiver), when: .owe(owing)),
        .given(.waived(owing, waiver), when: .grant(evidence), refused: .alreadyWaived),
        .given(.waived(owing, waiver), when: .waive(waiver), refused: .alreadyWaived),
        .given(.waived(owing, waiver), when: mistake, then: mended),
    ]

    @Test("is decided as the table says", arguments: table)
    func decides(row: Table) { row.verify() }

    @Test("that is taken back is owed as it was")
    func reopens() {
        var item = TreatmentItem.done(Self.owing, Self.evidence)
        item.apply(Self.mended)
        #expect(item == .owed(Self.owing))
    }

    @Test("The catalogue the service brings along can be followed, and names who owes each item")
    func builtIn() throws {
        let catalogue = try BuiltInConfiguration.document(of: TreatmentCatalogue.self)
        #expect(catalogue.problems.isEmpty)
        #expect(Set(catalogue.items.map(\.owedBy.party)) == [.enterprise, .department])
    }
}
