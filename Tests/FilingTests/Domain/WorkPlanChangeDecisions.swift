import FilingDomain
import Kernel
import TestSupport
import Testing

@Suite("A changed work plan")
struct WorkPlanChangeDecisions {
    typealias Table = Decision<WorkPlanChange>
    typealias Outcome = Table.Outcome

    static func version(_ number: Int, _ digest: String, plan: WorkPlan = Sample.plan) -> WorkPlanVersion {
        WorkPlanVersion(number: number, digest: digest, plan: plan, on: Sample.monday)
    }

    static func proposal(_ plan: WorkPlanVersion, reason: String = "增加答辩") -> WorkPlanChange.Proposal {
        .init(filing: Sample.generalID, filer: Sample.filer, inForce: 1, plan: plan, reason: reason)
    }

    static let receipt = WorkPlanChange.PlanReceipt(number: Sample.number, authority: "市中心", on: Sample.thursday)

    /// Every state down; across draft, revise, submit, accept, refuse, withdraw.
    static func table() throws -> [Table] {
        let basis = try Sample.basis()
        let (first, second) = (proposal(version(2, "bb")), proposal(version(3, "cc")))
        let commands: [WorkPlanChange.Command] = [
            .draft(first, basis: basis, digestInForce: "aa"), .revise(plan: version(3, "cc"), reason: "增加答辩"),
            .submit(basis: basis, digestInForce: "aa", on: Sample.monday), .accept(receipt, basis: basis),
            .refuse(Sample.refusal), .withdraw(Sample.withdrawal),
        ]
        func withdrawn(_ day: LocalDate?) -> WorkPlanChange {
            .withdrawn(first, submittedOn: day, withdrawal: Sample.withdrawal)
        }
        let accepted = WorkPlanChange.accepted(first, submittedOn: Sample.monday, receipt: receipt)
        let refused = WorkPlanChange.refused(first, submittedOn: Sample.monday, refusal: Sample.refusal)
        func ended(_ reason: FilingRejection) -> [Outcome] {
            [.refused(.alreadyDrafted)] + Array(repeating: .refused(reason), count: 5)
        }
        let rows: [(WorkPlanChange, [Outcome])] = [
            (.notDrafted, [.becomes(.draft(first))] + Array(repeating: .refused(.notDrafted), count: 5)),
            (
                .draft(first),
                [
                    .refused(.alreadyDrafted), .becomes(.draft(second)),
                    .becomes(.submitted(first, on: Sample.monday)), .refused(.notSubmitted), .refused(.notSubmitted),
                    .becomes(withdrawn(nil)),
                ]
            ),
            (
                .submitted(first, on: Sample.monday),
                [
                    .refused(.alreadyDrafted), .refused(.alreadySubmitted), .refused(.alreadySubmitted),
                    .becomes(accepted), .becomes(refused), .becomes(withdrawn(Sample.monday)),
                ]
            ),
            (accepted, ended(.alreadyDecided)), (refused, ended(.alreadyDecided)),
            (withdrawn(nil), ended(.alreadyWithdrawn)),
        ]
        return rows.flatMap { state, row in zip(commands, row).map { Table(state, when: $0, $1) } }
    }

    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for each of six states and six commands")
    func isComplete() throws {
        let table = try Self.table()
        #expect(table.count == 36 && Set(table.map(\.cell)).count == 36)
        #expect(Set(table.map(\.state.phase)) == Set(WorkPlanChange.Phase.allCases))
    }

    @Test("differs from the plan in force, is whole when handed in, and rests on a filing in force")
    func keepsToTheRules() throws {
        let basis = try Sample.basis()
        let same = Self.proposal(Self.version(2, "aa"))
        #expect(throws: FilingRejection.planUnchanged) {
            try WorkPlanChange.notDrafted.decide(.draft(same, basis: basis, digestInForce: "aa"))
        }
        let draft = WorkPlanChange.draft(Self.proposal(Self.version(2, "bb", plan: Sample.planWithoutSchedule)))
        #expect(throws: FilingRejection.workPlanIncomplete([.standards, .schedule])) {
            try draft.decide(.submit(basis: basis, digestInForce: "aa", on: Sample.monday))
        }
        let submitted = WorkPlanChange.submitted(Self.proposal(Self.version(2, "bb")), on: Sample.monday)
        #expect(throws: FilingRejection.generalFilingNotAccepted) {
            try submitted.decide(.accept(Self.receipt, basis: nil))
        }
    }

    @Test("shows its difference part by part, line by line")
    func showsDifferences() throws {
        let old = WorkPlan(
            planning: "一\n二\n三",
            standards: "同",
            methods: "",
            procedure: "甲",
            resultsUse: "同",
            conditions: "同",
            organisation: "旧",
            schedule: "同"
        )
        let new = WorkPlan(
            planning: "一\n二之二\n三\n四",
            standards: "同",
            methods: "答辩",
            procedure: "",
            resultsUse: "同",
            conditions: "同",
            organisation: "新",
            schedule: "同"
        )
        let parts = PlanDifference(from: old, to: new).parts
        #expect(parts.map(\.part) == [.planning, .methods, .procedure, .organisation])
        let signs: [PlanDifference.Line.Kind: String] = [.same: " ", .removed: "-", .added: "+"]
        let text = parts.map { part in part.lines.map { (signs[$0.kind] ?? "?") + $0.text } }
        #expect(text[0] == [" 一", "-二", "+二之二", " 三", "+四"])
        #expect(text[1] == ["+答辩"] && text[2] == ["-甲"] && text[3] == ["-旧", "+新"])
        #expect(PlanDifference(from: new, to: new).parts.isEmpty)
    }
}
