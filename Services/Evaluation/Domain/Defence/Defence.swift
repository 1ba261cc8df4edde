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
        package internal(set) var draw: DefenceOrder?
        package internal(set) var absences: [DefenceAbsence]
        /// Why the order was last drawn again, or set after a draw; nil where it was not.
        package internal(set) var reorderedBecause: String?
        /// Every time that was done, in order; nil where it was not, and in what was arranged before all were kept.
        package internal(set) var reorderings: [DefenceReordering]?
        /// Absences that were taken back, in order; nil where none was.
        package internal(set) var appearances: [DefenceAppearance]?

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
        ///
        /// A drawn order is changed before the first candidate's time alone, with a reason.
        case arrange(Programme, reason: String? = nil, at: Date)
        /// The members who are there; said again, it is corrected. `scored` are the members whose scores of a candidate are in.
        case attend(session: UUID, present: [String], seats: Seats, scored: [UUID: Set<String>] = [:])
        case miss(DefenceAbsence)
        /// A candidate who was said to be absent did appear.
        case appear(DefenceAppearance, seats: Seats)
    }

    /// What can have happened.
    package enum Event: Codable, Hashable, Sendable {
        case arranged(programme: Programme)
        case attended(session: UUID, present: [String])
        case missed(absence: DefenceAbsence)
        case appeared(appearance: DefenceAppearance)
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
        case notMissed
        /// Candidates of the sitting whom nobody there may judge.
        case unheard(count: Int)
        /// Members whose scores are in but who would not have been there.
        case scoredThere(count: Int)
        /// Another method, though something was held or missed.
        case methodFixed
        /// A drawn order stands once the first candidate's time has come.
        case orderFixed
        /// A drawn order is not changed without saying why.
        case reasonMissing

        package var code: String {
            switch self {
            case .notArranged: "evaluation.defence-not-arranged"
            case .noSuchSession: "evaluation.defence-no-such-session"
            case .held: "evaluation.defence-held"
            case .notMember: "evaluation.defence-not-a-member"
            case .notScheduled: "evaluation.defence-not-scheduled"
            case .alreadyMissed: "evaluation.defence-already-missed"
            case .notMissed: "evaluation.defence-not-missed"
            case .unheard: "evaluation.defence-unheard"
            case .scoredThere: "evaluation.defence-scored-there"
            case .methodFixed: "evaluation.defence-method-fixed"
            case .orderFixed: "evaluation.defence-order-fixed"
            case .reasonMissing: "evaluation.defence-reorder-reason"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .held(let day): ["day": day.chinese]
            case .unheard(let count), .scoredThere(let count): ["count": String(count)]
            default: [:]
            }
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
        case (.arranged(var programme), .appeared(let appearance)):
            programme.absences.removeAll { $0.application == appearance.application }
            programme.appearances = (programme.appearances ?? []) + [appearance]
            self = .arranged(programme: programme)
        case (.absent, .attended), (.absent, .missed), (.absent, .appeared): break
        }
    }
}
