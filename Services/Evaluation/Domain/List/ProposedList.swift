import Foundation
import Kernel

/// A proposed list and what publicity made of each of its names.
///
/// What the publicity timer says are facts: they are never refused, may be told twice, and change nothing once a list
/// was withdrawn or annulled. What it answers is in `ProposedListDecisions.swift`.
package enum ProposedList: Decider, Codable, Hashable {
    /// Can transition to: on show.
    case absent
    /// Can transition to: withdrawn, until a name is determined; annulled.
    case onShow(listing: Listing, names: [ListedName])
    /// Final.
    case withdrawn(listing: Listing, names: [ListedName], reason: String)
    /// An objection to the procedure was upheld: nothing follows from it. Final.
    case annulled(listing: Listing, names: [ListedName], reason: String)

    /// What a list can be asked, and be told, to do.
    package enum Command: Sendable {
        case propose(Listing, names: [ListedName])
        case withdraw(reason: String)
        /// The enterprise changes it while it is on show; `digest` is that of the names it then has.
        case amend(ListAmendment, digest: String, at: Date)
        /// A fact: the period ends with that day, or now does.
        case schedule(lastDay: LocalDate)
        /// A fact: an objection to the procedure holds all of it, or no longer does.
        case holdAll(Bool)
        /// A fact: the filing it is under is out of force and its notices lead to nothing, or it is in force again.
        case freeze(Bool)
        /// A fact: an objection to the procedure was upheld.
        case annul(reason: String)
        /// A fact: publicity ran in full; `determination` is the id a determination of the cleared names gets.
        case complete(
            digest: String,
            cleared: [UUID],
            removed: [UUID],
            continuing: [UUID],
            at: Date,
            determination: UUID,
            period: Listing.PeriodRun? = nil,
            notice: UUID? = nil
        )
        /// A fact: an objection about a name is being examined.
        case hold(person: UUID)
        /// A fact: nothing stands against a name any more while the period still runs.
        case clear(person: UUID)
        /// A fact: nothing stands against a name any more after its period; `determination` is the id one of its own gets.
        case clearAfterPeriod(
            digest: String,
            person: UUID,
            determination: UUID,
            period: Listing.PeriodRun,
            notice: UUID? = nil
        )
        /// A fact: an objection about a name was upheld.
        case remove(person: UUID)
        /// A determination was signed without the names suspended in it; they follow by one of their own, if they do.
        case signedWithoutSuspended(determination: UUID)
    }

    /// What can have happened to a list.
    package enum Event: Codable, Hashable, Sendable {
        case proposed(listing: Listing, names: [ListedName])
        case withdrawn(reason: String)
        case amended(amendment: ListAmendment, digest: String, oldDigest: String)
        case scheduled(lastDay: LocalDate)
        case heldAsWhole
        case released
        case frozen
        case thawed
        case annulled(reason: String)
        case completed(at: Date, continuing: [UUID])
        /// Publicity ended without showing these as they are now.
        case missed(persons: [UUID])
        case held(person: UUID)
        case cleared(person: UUID)
        /// Nothing stands against it but that the whole list is held or frozen.
        case clearedWhileListHeld(name: Listing.Waiting)
        case removed(person: UUID)
        case determined(determination: UUID, persons: [UUID])
        /// A determined name is held.
        case suspended(person: UUID)
        /// A suspended name stays determined after all.
        case reinstated(person: UUID)
        /// A determined name is removed.
        case revoked(person: UUID)
        /// Suspended names were left out of the determination that was signed.
        case leftOut(persons: [UUID])
    }

    /// Why a list says no; only to people.
    package enum Rejection: Kernel.Rejection, Hashable {
        case alreadyProposed
        case notOnShow
        /// Names were determined; the list can no longer be taken back.
        case alreadyDetermined
        /// The period has run; nothing about the list can be changed any more.
        case periodOver
        /// A name to withdraw or correct is not on the list.
        case notOnList
        /// A name to add is on the list.
        case alreadyOnList
        /// The amendment would leave no name.
        case nobodyLeft

        package var code: String {
            switch self {
            case .alreadyProposed: "evaluation.list-already-proposed"
            case .notOnShow: "evaluation.list-not-on-show"
            case .alreadyDetermined: "evaluation.list-already-determined"
            case .periodOver: "evaluation.publicity-over"
            case .notOnList: "evaluation.not-on-list"
            case .alreadyOnList: "evaluation.already-on-list"
            case .nobodyLeft: "evaluation.nobody-left-on-list"
            }
        }
    }

    package static var initial: ProposedList { .absent }
}
