import FilingDomain
import Kernel
import TestSupport
import Testing

@Suite("A special-grade filing")
struct SpecialFilingDecisions {
    typealias Table = Decision<SpecialFiling>
    typealias Outcome = Table.Outcome

    static func commands() throws -> [SpecialFiling.Command] {
        let basis = try Sample.basis()
        return [
            .draft(dossier: Sample.dossier(), basis: basis, on: Sample.monday),
            .replaceWorkPlan(plan: Sample.plan, digest: "bb", on: Sample.monday),
            .revise(application: Sample.form, occupations: [Sample.welder], basis: basis, on: Sample.monday),
            .submit(basis: basis, on: Sample.monday),
            .requestCorrections(
                requests: Sample.corrections.requests.map { .init(place: $0.place, reason: $0.reason) },
                on: Sample.tuesday
            ),
            .resubmit(basis: basis, on: Sample.wednesday),
            .accept(number: Sample.number, authority: "滨州市职业技能鉴定服务中心", basis: basis, on: Sample.thursday),
            .refuse(reasons: ["不具备条件"], on: Sample.thursday),
        ]
    }

    /// Every state down; across draft, plan, revise, submit, corrections, resubmit, accept, refuse.
    static func table() throws -> [Table] {
        let basis = try Sample.basis()
        let receipt = Receipt(
            number: Sample.number,
            authority: "滨州市职业技能鉴定服务中心",
            agencyCode: basis.agencyCode,
            term: basis.term,
            on: Sample.thursday
        )
        let paper = Sample.dossier()
        let replanned = Sample.dossier(version: 2, digest: "bb")
        let narrowed = Sample.dossier([Sample.welder])
        let told = Sample.corrections
        let draft = SpecialFiling.draft(dossier: paper)
        let submitted = SpecialFiling.submitted(dossier: paper, on: Sample.monday)
        let correcting = SpecialFiling.correcting(dossier: paper, corrections: told)
        let resubmitted = SpecialFiling.resubmitted(dossier: paper, corrections: told, on: Sample.wednesday)
        let straight = Course(submittedOn: Sample.monday)
        let corrected = Course(submittedOn: Sample.monday, corrections: told, resubmittedOn: Sample.wednesday)
        func accepted(_ course: Course) -> SpecialFiling {
            .accepted(dossier: paper, course: course, receipt: receipt)
        }
        func refused(_ course: Course) -> SpecialFiling {
            .refused(dossier: paper, course: course, reasons: ["不具备条件"], on: Sample.thursday)
        }
        let decided: [Outcome] = [.refused(.alreadyDrafted)] + Array(repeating: .refused(.alreadyDecided), count: 7)
        let rows: [(SpecialFiling, [Outcome])] = [
            (.notDrafted, [.becomes(draft)] + Array(repeating: .refused(.notDrafted), count: 7)),
            (
                draft,
                [
                    .refused(.alreadyDrafted), .becomes(.draft(dossier: replanned)),
                    .becomes(.draft(dossier: narrowed)), .becomes(submitted), .refused(.notSubmitted),
                    .refused(.nothingToCorrect), .refused(.notSubmitted), .refused(.notSubmitted),
                ]
            ),
            (
                submitted,
                [
                    .refused(.alreadyDrafted), .refused(.alreadySubmitted), .refused(.alreadySubmitted),
                    .refused(.alreadySubmitted), .becomes(correcting), .refused(.nothingToCorrect),
                    .becomes(accepted(straight)), .becomes(refused(straight)),
                ]
            ),
            (
                correcting,
                [
                    .refused(.alreadyDrafted), .becomes(.correcting(dossier: replanned, corrections: told)),
                    .becomes(.correcting(dossier: narrowed, corrections: told)), .refused(.awaitingResubmission),
                    .refused(.correctionsToldBefore), .becomes(resubmitted), .refused(.awaitingResubmission),
                    .refused(.awaitingResubmission),
                ]
            ),
            (
                resubmitted,
                [
                    .refused(.alreadyDrafted), .refused(.alreadySubmitted), .refused(.alreadySubmitted),
                    .refused(.alreadySubmitted), .refused(.correctionsToldBefore), .refused(.nothingToCorrect),
                    .becomes(accepted(corrected)), .becomes(refused(corrected)),
                ]
            ),
            (accepted(straight), decided),
            (refused(corrected), decided),
        ]
        let commands = try commands()
        return rows.flatMap { state, row in zip(commands, row).map { Table(state, when: $0, $1) } }
    }

    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for each of seven states and eight commands")
    func isComplete() throws {
        let table = try Self.table()
        #expect(table.count == 56)
        #expect(Set(table.map(\.state.phase)) == Set(SpecialPhase.allCases))
    }
}
