import Foundation
import Kernel

extension Tenure {
    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.notBegun, .begin(let life)): return [.begun(life: life)]
        case (.inForce, .begin), (.suspended, .begin), (.cancelled, .begin): throw .alreadyBegun
        case (.notBegun, .follow), (.notBegun, .pass): return []
        case (.notBegun, _): throw .notBegun
        case (.inForce(let life), .renew(let through, let request, let day)):
            return [try life.renewed(through: through, request: request, on: day)]
        case (.inForce(let life), .add(let occupations, let general, let request, let day)):
            return [try life.added(occupations, within: general, request: request, on: day)]
        case (.suspended, .renew), (.suspended, .add): throw .suspended
        case (.inForce, .fileWorkPlan(let plan, let day)), (.suspended, .fileWorkPlan(let plan, let day)):
            return [.workPlanFiled(plan: plan, on: day)]
        case (.inForce, .suspend(let suspension, let day)): return try Self.suspended(by: suspension, on: day)
        case (.suspended, .suspend): throw .suspended
        case (.inForce(let life), .lift(let reasons, let day)):
            guard life.ordered != nil else { throw .notSuspended }
            return [.orderWithdrawn(reasons: reasons, on: day)]
        case (.suspended, .lift(let reasons, let day)): return [.resumed(reasons: reasons, on: day)]
        case (.inForce, .cancel(let cancellation)), (.suspended, .cancel(let cancellation)):
            guard !cancellation.consequences.isContradictory else { throw .contradictory }
            return [.cancelled(cancellation: cancellation)]
        case (.cancelled, .renew), (.cancelled, .add), (.cancelled, .fileWorkPlan), (.cancelled, .suspend),
            (.cancelled, .lift), (.cancelled, .cancel):
            throw .cancelled
        case (_, .setAside(let exitCase, let day)):
            guard isDecided(in: exitCase) else { throw .notDecidedIn }
            return [.setAside(exitCase: exitCase, on: day)]
        case (_, .follow(let general, let term, let day)): return followed(general, term, on: day)
        case (_, .pass(let day, let thresholds)): return passed(on: day, thresholds: thresholds)
        }
    }

    private static func suspended(by suspension: Suspension, on day: LocalDate) throws(Rejection) -> [Event] {
        guard !suspension.consequences.isContradictory else { throw .contradictory }
        guard suspension.from >= day else { throw .suspensionInPast(today: day) }
        if let through = suspension.through, through < suspension.from { throw .suspensionBackwards }
        return suspension.from == day
            ? [.suspended(suspension: suspension, on: day)] : [.suspensionOrdered(suspension: suspension, on: day)]
    }

    /// Whether what holds now was decided in that case; a set-aside undoes its decision and no other.
    package func isDecided(in exitCase: UUID) -> Bool {
        switch self {
        case .notBegun: false
        case .inForce(let life): life.ordered?.exitCase == exitCase
        case .suspended(_, let suspension): suspension.exitCase == exitCase
        case .cancelled(_, let cancellation, let before):
            cancellation.exitCase == exitCase || before?.exitCase == exitCase
        }
    }

    private func followed(_ general: TenureLife.Ground?, _ term: Term, on day: LocalDate) -> [Event] {
        guard let life, life.kind == .special, life.general != general || life.term != term else { return [] }
        return [.followed(general: general, term: term, on: day)]
    }

    /// Whether a day has brought something.
    package func isDue(on day: LocalDate, thresholds: [Int]) -> Bool {
        !passed(on: day, thresholds: thresholds).isEmpty
    }

    /// What a day brings: a suspension begins or is over, a reminder is due, the term is over.
    private func passed(on day: LocalDate, thresholds: [Int]) -> [Event] {
        guard let life else { return [] }
        var events: [Event] = []
        switch self {
        case .notBegun, .cancelled: return []
        case .inForce:
            if let ordered = life.ordered, ordered.from <= day {
                if let through = ordered.through, through < day {
                    events.append(.orderWithdrawn(reasons: "期限已过", on: day))
                } else {
                    events.append(.suspended(suspension: ordered, on: day))
                }
            }
        case .suspended(_, let suspension):
            if let through = suspension.through, through < day { events.append(.resumed(reasons: nil, on: day)) }
        }
        let left = life.daysLeft(on: day)
        if left <= 0 {
            if life.isExpiryTold != true { events.append(.expired(on: day)) }
        } else if life.kind == .general {
            let reached = thresholds.filter { left <= $0 }.min()
            if let reached, life.remindedAt.map({ reached < $0 }) ?? true {
                events.append(.reminded(threshold: reached, on: day))
            }
        }
        return events
    }
}

extension TenureLife {
    /// How many days are left, the last one counted; 0 or less when the term is over.
    package func daysLeft(on day: LocalDate) -> Int { day.days(until: term.through) + 1 }

    /// The next term begins after the last day of this one, or with the decision where that comes later.
    fileprivate func renewed(
        through: LocalDate,
        request: UUID,
        on day: LocalDate
    ) throws(Tenure.Rejection) -> Tenure.Event {
        guard kind == .general else { throw .followsGeneral }
        let next = max(term.through.adding(days: 1), daysLeft(on: day) > 0 ? .earliest : day)
        guard through > term.through, let given = Term(from: next, through: through) else {
            throw .termNotLater(through: term.through)
        }
        let isInTime = daysLeft(on: day) > 0
        let inForce = isInTime ? Term(from: term.from, through: through) ?? given : given
        return .renewed(given: given, inForce: inForce, request: request, on: day)
    }

    /// More occupations or levels for the rest of the term, which stays as it is.
    fileprivate func added(
        _ asked: [FiledOccupation],
        within general: [FiledOccupation]?,
        request: UUID,
        on day: LocalDate
    ) throws(Tenure.Rejection) -> Tenure.Event {
        guard daysLeft(on: day) > 0 else { throw .termOver(through: term.through) }
        let new = asked.compactMap { occupations.missing(of: $0) }
        guard !new.isEmpty else { throw .nothingNew }
        if let general {
            let outside = general.withoutSeniorLevel(new.map(\.occupation))
            guard outside.isEmpty else { throw .outsideGeneral(outside) }
        }
        return .occupationsAdded(occupations: new, request: request, on: day)
    }
}
