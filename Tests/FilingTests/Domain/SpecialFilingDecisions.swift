import FilingDomain
import Kernel
import TestSupport
import Testing

@Suite("A special-grade filing")
struct SpecialFilingDecisions {
    typealias Table = Decision<SpecialFiling>
    typealias Outcome = Table.Outcome

    /// Across draft, plan, revise, submit, corrections, answer, resubmit, accept, refuse, withdraw.
    static func commands() throws -> [SpecialFiling.Command] {
        let basis = try Sample.basis()
        return [
            .draft(dossier: Sample.dossier(), basis: basis, on: Sample.monday),
            .replaceWorkPlan(plan: Sample.plan, digest: "bb", on: Sample.monday),
            .revise(application: Sample.form, occupations: [Sample.welder]),
            .submit(basis: basis, rule: .strict, attachments: [], on: Sample.monday),
            .requestCorrections(Sample.wrong, number: nil, on: Sample.tuesday),
            .answer(number: 2, text: "已盖章", on: Sample.wednesday),
            .resubmit(basis: basis, rule: .strict, attachments: [], on: Sample.wednesday),
            .accept(Sample.acceptance, basis: basis, on: Sample.thursday), .refuse(Sample.refusal),
            .withdraw(Sample.withdrawal),
        ]
    }

    /// Every state down, every command across.
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
        let answered = Corrections(
            requests: told.requests,
            submittedOn: told.submittedOn,
            on: told.on,
            answers: [CorrectionAnswer(number: 2, text: "已盖章", on: Sample.wednesday)]
        )
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
            .refused(dossier: paper, course: course, refusal: Sample.refusal)
        }
        func withdrawn(_ course: Course?) -> SpecialFiling {
            .withdrawn(dossier: paper, course: course, withdrawal: Sample.withdrawal)
        }
        func ended(_ reason: FilingRejection) -> [Outcome] {
            [.refused(.alreadyDrafted)] + Array(repeating: .refused(reason), count: 9)
        }
        let rows: [(SpecialFiling, [Outcome])] = [
            (.notDrafted, [.becomes(draft)] + Array(repeating: .refused(.notDrafted), count: 9)),
            (
                draft,
                [
                    .refused(.alreadyDrafted), .becomes(.draft(dossier: replanned)),
                    .becomes(.draft(dossier: narrowed)), .becomes(submitted), .refused(.notSubmitted),
                    .refused(.nothingToCorrect), .refused(.nothingToCorrect), .refused(.notSubmitted),
                    .refused(.notSubmitted), .becomes(withdrawn(nil)),
                ]
            ),
            (
                submitted,
                [
                    .refused(.alreadyDrafted), .refused(.alreadySubmitted), .refused(.alreadySubmitted),
                    .refused(.alreadySubmitted), .becomes(correcting), .refused(.nothingToCorrect),
                    .refused(.nothingToCorrect), .becomes(accepted(straight)), .becomes(refused(straight)),
                    .becomes(withdrawn(straight)),
                ]
            ),
            (
                correcting,
                [
                    .refused(.alreadyDrafted), .becomes(.correcting(dossier: replanned, corrections: told)),
                    .becomes(.correcting(dossier: narrowed, corrections: told)), .refused(.awaitingResubmission),
                    .refused(.correctionsToldBefore), .becomes(.correcting(dossier: paper, corrections: answered)),
                    .becomes(resubmitted), .refused(.awaitingResubmission), .refused(.awaitingResubmission),
                    .becomes(withdrawn(Course(submittedOn: Sample.monday, corrections: told))),
                ]
            ),
            (
                resubmitted,
                [
                    .refused(.alreadyDrafted), .refused(.alreadySubmitted), .refused(.alreadySubmitted),
                    .refused(.alreadySubmitted), .refused(.correctionsToldBefore), .refused(.nothingToCorrect),
                    .refused(.nothingToCorrect), .becomes(accepted(corrected)), .becomes(refused(corrected)),
                    .becomes(withdrawn(corrected)),
                ]
            ),
            (accepted(straight), ended(.alreadyDecided)), (refused(corrected), ended(.alreadyDecided)),
            (withdrawn(nil), ended(.alreadyWithdrawn)),
        ]
        let commands = try commands()
        return rows.flatMap { state, row in zip(commands, row).map { Table(state, when: $0, $1) } }
    }

    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for each of eight states and ten commands")
    func isComplete() throws {
        let table = try Self.table()
        #expect(table.count == 80 && Set(table.map(\.cell)).count == 80)
        #expect(Set(table.map(\.state.phase)) == Set(SpecialPhase.allCases))
    }
}
