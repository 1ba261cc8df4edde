import Foundation
import Kernel

extension Voting {
    /// Why a vote says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// One is being prepared or held already.
        case alreadyPrepared
        case notPrepared
        /// The two officers must be two persons.
        case officersNotTwo
        /// A member of the panel cannot open its box.
        case officerOnPanel(name: String)
        /// Only the officers named for it.
        case notAnOfficer
        /// Keys are made before the vote opens, and not replaced afterwards.
        case keysFixed
        /// The ballots are sealed to the officers; they are not replaced once the vote is open.
        case officersFixed
        /// A stand-in opens, and does not say why the officer does not.
        case standInReason(name: String)
        /// An officer has not made a key yet.
        case keyMissing(name: String)
        /// Too many members are recused from a candidate; they must be replaced first.
        case tooManyRecused(entitled: Int, needed: Int)
        case closingPassed
        case alreadyOpen
        case notOpen
        /// A ballot for an earlier vote of the round.
        case otherVote
        /// No ballot is taken after closing.
        case over
        case noSeat
        /// Nobody votes for another.
        case noProxy
        case notSignedIn
        case alreadyVoted
        /// A vote on a candidate the member is recused from.
        case recused(count: Int)
        /// It leaves out candidates, names strangers, or names one twice.
        case doesNotMatch(missing: Int, unknown: Int, repeated: Int)
        case opinionAboutStranger
        /// Members can still vote.
        case stillOpen(count: Int)
        /// The outer layer is opened first.
        case firstOfficerFirst(name: String)
        /// The outer layer is off; the other officer's code is needed.
        case otherOfficerNext(name: String)
        case notClosed
        case isOver

        package var code: String {
            switch self {
            case .alreadyPrepared: "evaluation.vote-already-prepared"
            case .notPrepared: "evaluation.vote-not-prepared"
            case .officersNotTwo: "evaluation.vote-officers-not-two"
            case .officerOnPanel: "evaluation.vote-officer-on-panel"
            case .notAnOfficer: "evaluation.not-an-opening-officer"
            case .keysFixed: "evaluation.vote-keys-fixed"
            case .officersFixed: "evaluation.vote-officers-fixed"
            case .standInReason: "evaluation.stand-in-reason"
            case .keyMissing: "evaluation.vote-key-missing"
            case .tooManyRecused: "evaluation.too-many-recused"
            case .closingPassed: "evaluation.vote-closing-passed"
            case .alreadyOpen: "evaluation.vote-already-open"
            case .notOpen: "evaluation.vote-not-open"
            case .otherVote: "evaluation.vote-is-another"
            case .over: "evaluation.vote-over"
            case .noSeat: "evaluation.no-seat"
            case .noProxy: "evaluation.no-proxy"
            case .notSignedIn: "evaluation.not-signed-in"
            case .alreadyVoted: "evaluation.vote-already-cast"
            case .recused: "evaluation.recused-from-candidate"
            case .doesNotMatch: "evaluation.vote-does-not-match"
            case .opinionAboutStranger: "evaluation.opinion-about-stranger"
            case .stillOpen: "evaluation.vote-still-open"
            case .firstOfficerFirst: "evaluation.first-officer-first"
            case .otherOfficerNext: "evaluation.other-officer-next"
            case .notClosed: "evaluation.vote-not-closed"
            case .isOver: "evaluation.vote-is-over"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .officerOnPanel(let name), .keyMissing(let name), .firstOfficerFirst(let name),
                .otherOfficerNext(let name), .standInReason(let name):
                ["name": name]
            case .tooManyRecused(let entitled, let needed): ["entitled": String(entitled), "needed": String(needed)]
            case .recused(let count), .stillOpen(let count): ["count": String(count)]
            case .doesNotMatch(let missing, let unknown, let repeated):
                ["missing": String(missing), "unknown": String(unknown), "repeated": String(repeated)]
            default: [:]
            }
        }
    }
}
