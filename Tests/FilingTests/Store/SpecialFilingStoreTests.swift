import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import FilingService

@Suite("The filings' rows")
struct SpecialFilingStoreTests {
    private let specials = SpecialFilingStore()
    private let generals = GeneralFilingStore()

    /// An enterprise and a general filing for others to refer to.
    private func prepare(_ tx: borrowing Transaction) throws {
        var enterprise = Stored<Enterprise>(new: Sample.enterpriseID)
        let particulars = try EnterpriseParticulars(
            creditCode: CreditCode(Sample.creditCode),
            name: "滨州渤海精工机械有限公司",
            jurisdiction: "371602",
            legalRepresentative: "王建国"
        )
        try enterprise.handle(.register(particulars: particulars, on: Sample.monday))
        try EnterpriseStore().add([enterprise], in: tx)
        var general = Stored<GeneralFiling>(new: Sample.generalID)
        try general.handle(.submit(application: Sample.general, on: Sample.monday))
        try generals.save([general], in: tx)
    }

    private func draft(_ tx: borrowing Transaction) throws -> Stored<SpecialFiling> {
        var filing = Stored<SpecialFiling>(new: NewID.v7())
        let paper = Sample.dossier(digest: try CanonicalWorkPlan.digest(of: Sample.plan))
        try filing.handle(.draft(dossier: paper, basis: Sample.basis(), on: Sample.monday))
        return filing
    }

    @Test("give back every state as it was saved")
    func roundTrips() async throws {
        try await ScratchDatabase.with(Main.allMigrations, service: "filing") { database in
            try await database.transaction { tx in
                try prepare(tx)
                var filing = try draft(tx)
                let basis = try Sample.basis()
                let steps: [SpecialFiling.Command] = [
                    .submit(basis: basis, rule: .strict, attachments: [Sample.paper], on: Sample.monday),
                    .requestCorrections(Sample.wrong, number: Sample.number, on: Sample.tuesday),
                    .answer(number: 1, text: "已补充", on: Sample.tuesday),
                    .resubmit(basis: basis, rule: .strict, attachments: [], on: Sample.wednesday),
                    .accept(Sample.acceptance, basis: basis, on: Sample.thursday),
                ]
                try specials.save([filing], in: tx)
                for step in steps {
                    let loaded = try specials.find(filing.id, in: tx)
                    #expect(loaded.state == filing.state && loaded.version == filing.newVersion)
                    filing = loaded
                    try filing.handle(step)
                    try specials.save([filing], in: tx)
                }
                var refused = try draft(tx)
                try refused.handle(.submit(basis: basis, rule: .strict, attachments: [], on: Sample.monday))
                try refused.handle(.refuse(Sample.refusal))
                var withdrawn = try draft(tx)
                try withdrawn.handle(.withdraw(Sample.withdrawal))
                try specials.save([refused, withdrawn], in: tx)
                let all = try specials.load([withdrawn.id, refused.id, filing.id], in: tx)
                #expect(all.map(\.state) == [filing.state, refused.state, withdrawn.state])
            }
        }
    }

    @Test("are written whole or not at all when one is not at its version")
    func conflictsAreRefused() async throws {
        try await ScratchDatabase.with(Main.allMigrations, service: "filing") { database in
            let (one, other) = try await database.transaction { tx in
                try prepare(tx)
                let pair = try (draft(tx), draft(tx))
                try specials.save([pair.0, pair.1], in: tx)
                return try (specials.find(pair.0.id, in: tx), specials.find(pair.1.id, in: tx))
            }
            let basis = try Sample.basis()
            try await database.transaction { tx in
                var first = one
                try first.handle(.submit(basis: basis, rule: .strict, attachments: [], on: Sample.monday))
                try specials.save([first], in: tx)
            }
            await #expect(throws: VersionMismatch.self) {
                try await database.transaction { tx in
                    var stale = [one, other]
                    for index in stale.indices {
                        try stale[index].handle(
                            .submit(basis: basis, rule: .strict, attachments: [], on: Sample.tuesday)
                        )
                    }
                    try specials.save(stale, in: tx)
                }
            }
            try await database.transaction { tx in
                let loaded = try specials.load([one.id, other.id], in: tx)
                let phases = [one.id, other.id].map { id in loaded.first { $0.id == id }?.state.phase }
                #expect(phases == [.submitted, .draft])
            }
        }
    }

    @Test("number receipts without a gap, with twenty at once and some rolled back")
    func receiptsHaveNoGaps() async throws {
        struct Changed: Error {}
        try await ScratchDatabase.with(Main.allMigrations, service: "filing") { database in
            let counter = ReceiptCounter(word: "滨特备")
            let numbers = await withTaskGroup(of: Int?.self) { group in
                for index in 0..<20 {
                    group.addTask {
                        try? await database.transaction { tx in
                            let number = try counter.next(in: 2026, in: tx)
                            if index.isMultiple(of: 4) { throw Changed() }
                            return number.sequence
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(numbers.compactMap(\.self).sorted() == Array(1...15))
            let other = try await database.transaction { tx in try counter.next(in: 2027, in: tx) }
            #expect(other.text == "滨特备〔2027〕0001号")
        }
    }
}
