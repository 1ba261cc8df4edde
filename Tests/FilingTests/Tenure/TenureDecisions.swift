import Foundation
import Kernel
import TestSupport
import Testing

@testable import FilingDomain

@Suite("The life of an accepted filing")
struct TenureDecisions {
    typealias Table = Decision<Tenure>

    /// Every state down, every command across.
    static func table() throws -> [Table] {
        let life = try TenureSample.general()
        let suspension = TenureSample.suspension()
        let cancellation = TenureSample.cancellation()
        let day = Sample.wednesday
        let through = Sample.day("2031-12-31")
        let more = [FiledOccupation(occupation: Sample.electrician, levels: [.seniorTechnician])]
        let plan = FiledWorkPlan(version: 2, digest: "bb")
        let commands: [Tenure.Command] = [
            .begin(life: life),
            .renew(through: through, request: TenureSample.request, on: day),
            .add(occupations: more, within: nil, request: TenureSample.request, on: day),
            .fileWorkPlan(plan: plan, on: day),
            .suspend(suspension: suspension, on: day),
            .lift(reasons: "已整改", on: day),
            .cancel(cancellation: cancellation),
            .setAside(exitCase: TenureSample.exitCase, on: day),
            .follow(general: .suspended(suspension: suspension), term: life.term, on: day),
            .pass(on: day, thresholds: [90, 30, 7]),
        ]
        let inForce = Tenure.inForce(life: life)
        let suspended = Tenure.suspended(life: life, suspension: suspension)
        let cancelled = Tenure.cancelled(life: life, cancellation: cancellation, before: nil)
        let renewed = Tenure.Event.renewed(
            given: try Sample.term("2029-01-01", "2031-12-31"),
            inForce: try Sample.term("2026-01-01", "2031-12-31"),
            request: TenureSample.request,
            on: day
        )
        let added = Tenure.Event.occupationsAdded(occupations: more, request: TenureSample.request, on: day)
        let filed = Tenure.Event.workPlanFiled(plan: plan, on: day)
        let outcomes: [(Tenure, [Table.Outcome])] = [
            (
                .notBegun,
                [.becomes(inForce)] + Array(repeating: .refused(.notBegun), count: 7) + [.then([]), .then([])]
            ),
            (
                inForce,
                [
                    .refused(.alreadyBegun), .then([renewed]), .then([added]), .then([filed]),
                    .then([.suspended(suspension: suspension, on: day)]), .refused(.notSuspended),
                    .then([.cancelled(cancellation: cancellation)]), .refused(.notDecidedIn), .then([]), .then([]),
                ]
            ),
            (
                suspended,
                [
                    .refused(.alreadyBegun), .refused(.suspended), .refused(.suspended), .then([filed]),
                    .refused(.suspended), .becomes(inForce),
                    .becomes(.cancelled(life: life, cancellation: cancellation, before: suspension)),
                    .refused(.notDecidedIn), .then([]), .then([]),
                ]
            ),
            (
                cancelled,
                [.refused(.alreadyBegun)] + Array(repeating: .refused(.cancelled), count: 6)
                    + [.becomes(inForce), .then([]), .then([])]
            ),
        ]
        return outcomes.flatMap { state, row in zip(commands, row).map { Table(state, when: $0, $1) } }
    }

    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for each of four states and ten commands")
    func isComplete() throws { #expect(try Self.table().count == 40) }

    @Test("is renewed from the day after its last day, and stays in force in between")
    func renews() throws {
        var tenure = Tenure.inForce(life: try TenureSample.general())
        let day = Sample.day("2028-11-02")
        _ = try tenure.handle(.renew(through: Sample.day("2031-12-31"), request: TenureSample.request, on: day))
        #expect(tenure.life?.term == (try Sample.term("2026-01-01", "2031-12-31")))
        #expect(tenure.life?.terms.last == (try Sample.term("2029-01-01", "2031-12-31")))
    }

    @Test("decided late it is renewed from the day of the decision, with the gap it had")
    func renewsLate() throws {
        var tenure = Tenure.inForce(life: try TenureSample.general())
        let day = Sample.day("2029-01-10")
        _ = try tenure.handle(.renew(through: Sample.day("2031-12-31"), request: TenureSample.request, on: day))
        #expect(tenure.life?.term == (try Sample.term("2029-01-10", "2031-12-31")))
    }

    @Test("is not renewed to an earlier day, nor a special-grade one at all")
    func refusesRenewal() throws {
        let renewal = Tenure.Command.renew(
            through: Sample.day("2028-12-31"),
            request: TenureSample.request,
            on: Sample.monday
        )
        let life = try TenureSample.general()
        #expect(throws: Tenure.Rejection.termNotLater(through: life.term.through)) {
            try Tenure.inForce(life: life).decide(renewal)
        }
        let special = Tenure.inForce(life: try TenureSample.onGeneral())
        #expect(throws: Tenure.Rejection.followsGeneral) { try special.decide(renewal) }
    }

    @Test("does not last longer for an occupation added")
    func addsWithinTheTerm() throws {
        var tenure = Tenure.inForce(life: try TenureSample.general())
        let term = tenure.life?.term
        let more = [
            FiledOccupation(occupation: Sample.electrician, levels: [.seniorTechnician, .technician]),
            FiledOccupation(occupation: Sample.welder, levels: [.senior]),
        ]
        _ = try tenure.handle(.add(occupations: more, within: nil, request: TenureSample.request, on: Sample.monday))
        #expect(tenure.life?.term == term)
        let electrician = tenure.life?.occupations.first { $0.occupation == Sample.electrician }
        #expect(electrician?.levels == [.technician, .seniorTechnician], "each level once")
        #expect(throws: Tenure.Rejection.nothingNew) {
            try tenure.decide(.add(occupations: more, within: nil, request: TenureSample.request, on: Sample.monday))
        }
    }

    @Test("of special grade takes only what the general filing has up to senior technician")
    func addsWithinTheGeneral() throws {
        let tenure = Tenure.inForce(life: try TenureSample.onGeneral())
        func add(_ occupation: Occupation) throws -> [Tenure.Event] {
            let asked = [FiledOccupation(occupation: occupation, levels: [.specialGradeTechnician])]
            return try tenure.decide(
                .add(occupations: asked, within: Sample.filed, request: TenureSample.request, on: Sample.monday)
            )
        }
        #expect(try add(Sample.turner).count == 1)
        #expect(throws: Tenure.Rejection.outsideGeneral([Sample.electrician])) { try add(Sample.electrician) }
    }

    @Test(
        "is over with 24:00 of its last day",
        arguments: [("2028-12-30", TenurePhase.inForce), ("2028-12-31", .inForce), ("2029-01-01", .expired)]
    )
    func expires(day: String, phase: TenurePhase) throws {
        #expect(Tenure.inForce(life: try TenureSample.general()).phase(on: Sample.day(day)) == phase)
    }

    @Test(
        "is reminded of its end once a threshold",
        arguments: [
            ("2028-10-02", [Int](), [Int]()), ("2028-10-03", [], [90]), ("2028-10-04", [90], []),
            ("2028-12-01", [90], []), ("2028-12-02", [90], [30]), ("2028-12-25", [90, 30], [7]),
            ("2028-12-31", [90, 30, 7], []), ("2028-12-25", [], [7]),
        ]
    )
    func reminds(day: String, told: [Int], now: [Int]) throws {
        var tenure = Tenure.inForce(life: try TenureSample.general())
        for threshold in told { tenure.apply(.reminded(threshold: threshold, on: Sample.monday)) }
        let events = try tenure.decide(.pass(on: Sample.day(day), thresholds: [90, 30, 7]))
        #expect(events == now.map { .reminded(threshold: $0, on: Sample.day(day)) })
    }

    @Test("tells its end once, on the first day after it, however late it is looked at")
    func tellsItsEnd() throws {
        var tenure = Tenure.inForce(life: try TenureSample.general())
        let late = Sample.day("2029-02-01")
        #expect(try tenure.handle(.pass(on: late, thresholds: [90])) == [.expired(on: late)])
        #expect(try tenure.handle(.pass(on: late, thresholds: [90])).isEmpty)
    }
}
