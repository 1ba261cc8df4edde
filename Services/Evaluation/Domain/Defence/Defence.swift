import Foundation
import Kernel

/// The defences (现场答辩) of a round: who defends when and where, who sat, who did not appear.
package enum Defence: Decider, Codable, Hashable {
    /// Can transition to: arranged.
    case absent
    /// Can be arranged anew but for sittings that were held.
    case arranged(programme: Programme)

    /// What is arranged, and what came of it.
    package struct Programme: Codable, Hashable, Sendable {
        /// The method's place in the plan, from 0.
        package let method: Int
        package internal(set) var sessions: [DefenceSession]
        /// Nil where HR set the order.
        package let draw: DefenceOrder?
        package internal(set) var absences: [DefenceAbsence]

        /// An arrangement; nothing of it was held.
        package init(method: Int, sessions: [DefenceSession], draw: DefenceOrder?) {
            self.method = method
            self.sessions = sessions
            self.draw = draw
            absences = []
        }
    }

    /// What can be asked; the arrangement is checked before by ``problems(of:candidates:within:)``.
    package enum Command: Sendable {
        case arrange(Programme)
        /// The members who are there; said again, it is corrected.
        case attend(session: UUID, present: [String], seats: Seats)
        case miss(DefenceAbsence)
    }

    /// What can have happened.
    package enum Event: Codable, Hashable, Sendable {
        case arranged(programme: Programme)
        case attended(session: UUID, present: [String])
        case missed(absence: DefenceAbsence)
    }

    /// Why it says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case notArranged
        case noSuchSession
        /// A sitting that was held cannot be arranged anew.
        case held(day: LocalDate)
        /// An account without a seat.
        case notMember
        case notScheduled
        case alreadyMissed

        package var code: String {
            switch self {
            case .notArranged: "evaluation.defence-not-arranged"
            case .noSuchSession: "evaluation.defence-no-such-session"
            case .held: "evaluation.defence-held"
            case .notMember: "evaluation.defence-not-a-member"
            case .notScheduled: "evaluation.defence-not-scheduled"
            case .alreadyMissed: "evaluation.defence-already-missed"
            }
        }

        package var arguments: [String: String] {
            if case .held(let day) = self { ["day": day.chinese] } else { [:] }
        }
    }

    package static var initial: Defence { .absent }

    /// What is arranged.
    package func programme() throws(Rejection) -> Programme {
        guard case .arranged(let programme) = self else { throw .notArranged }
        return programme
    }

    /// Who heard a candidate's defence by a method; nil where that is not on record, or the method is another.
    package func heard(_ application: UUID, by method: Int) -> Set<String>? {
        guard case .arranged(let programme) = self, programme.method == method else { return nil }
        let session = programme.sessions.first { $0.slots.contains { $0.application == application } }
        return session?.present.map(Set.init)
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .arrange(let wanted):
            var wanted = wanted
            if case .arranged(let programme) = self {
                for session in programme.sessions where session.present != nil {
                    let same = wanted.sessions.firstIndex {
                        $0.day == session.day && $0.place == session.place && $0.slots == session.slots
                    }
                    guard let same else { throw .held(day: session.day) }
                    wanted.sessions[same] = session
                }
                wanted.absences = programme.absences
            }
            return self == .arranged(programme: wanted) ? [] : [.arranged(programme: wanted)]
        case .attend(let session, let present, let seats):
            guard try programme().sessions.contains(where: { $0.id == session }) else { throw .noSuchSession }
            guard present.allSatisfy({ seats.seat(of: $0) != nil }) else { throw .notMember }
            return [.attended(session: session, present: Set(present).sorted())]
        case .miss(let absence):
            let programme = try programme()
            let slots = programme.sessions.flatMap(\.slots)
            guard slots.contains(where: { $0.application == absence.application }) else { throw .notScheduled }
            guard !programme.absences.contains(where: { $0.application == absence.application }) else {
                throw .alreadyMissed
            }
            return [.missed(absence: absence)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .arranged(let programme)): self = .arranged(programme: programme)
        case (.arranged(var programme), .attended(let session, let present)):
            if let index = programme.sessions.firstIndex(where: { $0.id == session }) {
                programme.sessions[index].present = present
            }
            self = .arranged(programme: programme)
        case (.arranged(var programme), .missed(let absence)):
            programme.absences.append(absence)
            self = .arranged(programme: programme)
        case (.absent, .attended), (.absent, .missed): break
        }
    }
}
