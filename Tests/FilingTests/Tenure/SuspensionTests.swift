import Kernel
import Testing

@testable import FilingDomain

@Suite("A suspension")
struct SuspensionTests {
    @Test("ordered for a day to come begins with it and is over after its last day")
    func runs() throws {
        var tenure = Tenure.inForce(life: try TenureSample.general())
        let ordered = TenureSample.suspension(from: Sample.thursday, through: Sample.day("2026-08-10"))
        _ = try tenure.handle(.suspend(suspension: ordered, on: Sample.monday))
        #expect(tenure.standing == .inForce)
        #expect(tenure.nextDay(after: Sample.monday, thresholds: [90]) == Sample.thursday)
        #expect(try tenure.handle(.pass(on: Sample.wednesday, thresholds: [])).isEmpty)
        _ = try tenure.handle(.pass(on: Sample.thursday, thresholds: []))
        #expect(tenure.standing == .suspended(by: [ordered]))
        #expect(try tenure.handle(.pass(on: Sample.day("2026-08-10"), thresholds: [])).isEmpty)
        _ = try tenure.handle(.pass(on: Sample.day("2026-08-11"), thresholds: []))
        #expect(tenure == .inForce(life: try TenureSample.general()))
    }

    @Test("does not begin in the past, end before it begins, or take force from what it lets be issued")
    func refuses() throws {
        let tenure = Tenure.inForce(life: try TenureSample.general())
        func suspend(_ suspension: Suspension) throws {
            _ = try tenure.decide(.suspend(suspension: suspension, on: Sample.wednesday))
        }
        #expect(throws: Tenure.Rejection.suspensionInPast(today: Sample.wednesday)) {
            try suspend(TenureSample.suspension(from: Sample.tuesday))
        }
        #expect(throws: Tenure.Rejection.suspensionBackwards) {
            try suspend(TenureSample.suspension(from: Sample.thursday, through: Sample.wednesday))
        }
        #expect(throws: Tenure.Rejection.contradictory) {
            try suspend(TenureSample.suspension(consequences: TenureSample.contradictory))
        }
    }

    @Test("of the general filing is one of every special-grade filing on it, which keeps its own")
    func isInherited() throws {
        let (general, own) = (TenureSample.suspension(), TenureSample.suspension(in: TenureSample.otherCase))
        let term = try TenureSample.general().term
        var special = Tenure.inForce(life: try TenureSample.onGeneral())
        _ = try special.handle(.follow(general: .suspended(suspension: general), term: term, on: Sample.monday))
        #expect(special.standing == .suspended(by: [general]))
        #expect(special.phase(on: Sample.monday) == .suspended)
        _ = try special.handle(.suspend(suspension: own, on: Sample.wednesday))
        _ = try special.handle(.follow(general: nil, term: term, on: Sample.monday))
        #expect(special.standing == .suspended(by: [own]))
    }

    @Test("and a cancellation that follows it are undone by the set-aside of the cancellation, back to the suspension")
    func comesBack() throws {
        let suspension = TenureSample.suspension(in: TenureSample.otherCase)
        var tenure = Tenure.suspended(life: try TenureSample.general(), suspension: suspension)
        let before = tenure
        _ = try tenure.handle(.cancel(cancellation: TenureSample.cancellation()))
        _ = try tenure.handle(.setAside(exitCase: TenureSample.exitCase, on: Sample.thursday))
        #expect(tenure == before)
    }

    @Test("decided in a case is undone below a cancellation decided in another")
    func isUndoneBelow() throws {
        let suspension = TenureSample.suspension(in: TenureSample.otherCase)
        var tenure = Tenure.suspended(life: try TenureSample.general(), suspension: suspension)
        _ = try tenure.handle(.cancel(cancellation: TenureSample.cancellation()))
        _ = try tenure.handle(.setAside(exitCase: TenureSample.otherCase, on: Sample.thursday))
        guard case .cancelled(_, _, let before) = tenure else {
            Issue.record("\(tenure)")
            return
        }
        #expect(before == nil)
    }

    @Test("joins with another to the stricter for each class")
    func joins() {
        let mild = Consequences(rounds: .finish, notices: .finish, unissued: .issue, issued: .stay, appointments: .flag)
        let strict = Consequences(
            rounds: .freeze,
            notices: .finish,
            unissued: .freeze,
            issued: .suspend,
            appointments: .stay
        )
        let both = Consequences(
            rounds: .freeze,
            notices: .finish,
            unissued: .freeze,
            issued: .suspend,
            appointments: .flag
        )
        #expect(mild.joined(with: strict) == both)
        #expect(strict.joined(with: mild) == both)
        #expect(mild.joined(with: nil) == mild)
    }
}
