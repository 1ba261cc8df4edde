import Foundation
import Kernel

extension Defence {
    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .arrange(let wanted, let reason, let now): try arrange(wanted, because: reason, at: now)
        case .attend(let session, let present, let seats, let scored):
            try attend(session, present: Set(present), seats: seats, scored: scored)
        case .miss(let absence): try miss(absence)
        case .appear(let appearance, let seats): try appear(appearance, seats: seats)
        }
    }

    private func arrange(_ wanted: Programme, because reason: String?, at now: Date) throws(Rejection) -> [Event] {
        var wanted = wanted
        if case .arranged(let programme) = self {
            let isHeld = programme.sessions.contains { $0.present != nil } || !programme.absences.isEmpty
            guard programme.method == wanted.method || !isHeld else { throw .methodFixed }
            for session in programme.sessions where session.present != nil {
                let same = wanted.sessions.firstIndex {
                    $0.day == session.day && $0.place == session.place && $0.slots == session.slots
                }
                guard let same else { throw .held(day: session.day) }
                wanted.sessions[same] = session
            }
            wanted.absences = programme.absences
            wanted.appearances = programme.appearances
            wanted.reorderedBecause = programme.reorderedBecause
            wanted.reorderings = programme.reorderings
            try keepOrder(of: programme, in: &wanted, because: reason, at: now)
        }
        return self == .arranged(programme: wanted) ? [] : [.arranged(programme: wanted)]
    }

    /// A drawn order stays, whatever times and places are changed; another one needs a reason, before anybody has defended.
    private func keepOrder(
        of programme: Programme,
        in wanted: inout Programme,
        because reason: String?,
        at now: Date
    ) throws(Rejection) {
        guard let draw = programme.draw, wanted.draw != draw else { return }
        if wanted.draw == nil, wanted.follows(draw) {
            wanted.draw = draw
            return
        }
        if let first = programme.begins, now >= first { throw .orderFixed }
        guard let reason, !reason.allSatisfy(\.isWhitespace) else { throw .reasonMissing }
        wanted.reorderedBecause = reason
        wanted.reorderings = programme.allReorderings + [DefenceReordering(reason: reason, before: draw, at: now)]
    }

    private func attend(
        _ id: UUID,
        present: Set<String>,
        seats: Seats,
        scored: [UUID: Set<String>]
    ) throws(Rejection) -> [Event] {
        let programme = try programme()
        guard let session = programme.sessions.first(where: { $0.id == id }) else { throw .noSuchSession }
        guard present.allSatisfy({ seats.seat(of: $0) != nil }) else { throw .notMember }
        let absent = Set(programme.absences.map(\.application))
        let heard = session.slots.map(\.application).filter { !absent.contains($0) }
        let unheard = heard.count { application in !present.contains { seats.mayJudge($0, application) } }
        guard unheard == 0 else { throw .unheard(count: unheard) }
        // A score that is in was given by who heard the candidate; it is not dropped by leaving out its giver.
        let missing = heard.reduce(into: Set<String>()) { missing, application in
            let counted = (scored[application] ?? []).filter { seats.mayJudge($0, application) }
            missing.formUnion(counted.subtracting(present))
        }
        guard missing.isEmpty else { throw .scoredThere(count: missing.count) }
        return [.attended(session: id, present: present.sorted())]
    }

    private func miss(_ absence: DefenceAbsence) throws(Rejection) -> [Event] {
        let programme = try programme()
        guard programme.session(of: absence.application) != nil else { throw .notScheduled }
        guard !programme.absences.contains(where: { $0.application == absence.application }) else {
            throw .alreadyMissed
        }
        return [.missed(absence: absence)]
    }

    private func appear(_ appearance: DefenceAppearance, seats: Seats) throws(Rejection) -> [Event] {
        let programme = try programme()
        guard programme.absences.contains(where: { $0.application == appearance.application }) else { throw .notMissed }
        let present = programme.session(of: appearance.application)?.present
        if let present, !present.contains(where: { seats.mayJudge($0, appearance.application) }) {
            throw .unheard(count: 1)
        }
        return [.appeared(appearance: appearance)]
    }
}

extension Defence.Programme {
    /// The sitting in which a candidate defends.
    func session(of application: UUID) -> DefenceSession? {
        sessions.first { $0.slots.contains { $0.application == application } }
    }

    /// When the first candidate's time comes; nil where nobody has one.
    var begins: Date? {
        sessions.compactMap { session in
            session.span.map { session.day.start.addingTimeInterval(TimeInterval($0.from.minutes * 60)) }
        }.min()
    }

    /// Whether its candidates come in a drawn order; those the draw did not know may stand anywhere.
    func follows(_ draw: DefenceOrder) -> Bool {
        let inTime = sessions.sorted { left, right in
            (left.day, left.span?.from.minutes ?? 0) < (right.day, right.span?.from.minutes ?? 0)
        }
        let order = inTime.flatMap(\.slots).map(\.application)
        let (known, standing) = (Set(draw.order), Set(order))
        return order.filter(known.contains) == draw.order.filter(standing.contains)
    }
}
