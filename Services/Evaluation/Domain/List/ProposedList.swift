import Foundation
import Kernel

/// A proposed list and what publicity made of each of its names.
///
/// What the publicity timer says are facts: they are never refused, may be told twice, and change nothing once a list
/// was withdrawn.
package enum ProposedList: Decider, Codable, Hashable {
    /// Can transition to: on show.
    case absent
    /// Can transition to: withdrawn, until a name is determined.
    case onShow(listing: Listing, names: [ListedName])
    /// Final.
    case withdrawn(listing: Listing, names: [ListedName], reason: String)

    /// What a list can be asked, and be told, to do.
    package enum Command: Sendable {
        case propose(Listing, names: [ListedName])
        case withdraw(reason: String)
        /// A fact: publicity ran in full; `determination` is the id a determination of the cleared names gets.
        case complete(digest: String, cleared: [UUID], removed: [UUID], determination: UUID)
        /// A fact: an objection about a name is being examined.
        case hold(person: UUID)
        /// A fact: it was dismissed; `determination` is nil while the period still runs.
        case clear(digest: String, person: UUID, determination: UUID?)
        /// A fact: it was upheld.
        case remove(person: UUID)
    }

    /// What can have happened to a list.
    package enum Event: Codable, Hashable, Sendable {
        case proposed(listing: Listing, names: [ListedName])
        case withdrawn(reason: String)
        case held(person: UUID)
        case cleared(person: UUID)
        case removed(person: UUID)
        case determined(determination: UUID, persons: [UUID])
    }

    /// Why a list says no; only to people.
    package enum Rejection: Kernel.Rejection, Hashable {
        case alreadyProposed
        case notOnShow
        /// Names were determined; the list can no longer be taken back.
        case alreadyDetermined

        package var code: String {
            switch self {
            case .alreadyProposed: "evaluation.list-already-proposed"
            case .notOnShow: "evaluation.list-not-on-show"
            case .alreadyDetermined: "evaluation.list-already-determined"
            }
        }
    }

    package static var initial: ProposedList { .absent }
}
