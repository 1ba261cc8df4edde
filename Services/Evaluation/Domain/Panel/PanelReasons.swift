import Kernel

extension Panel {
    /// Why a panel says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case alreadyFormed
        case notFormed
        /// A draw is announced; it is carried out or given up first.
        case drawAnnounced
        case drawNotAnnounced
        /// The plan has the members drawn.
        case mustBeDrawn
        /// The plan has the members named.
        case mustBeNamed
        /// So many members are wanted, an odd number; so many are named.
        case wrongSize(wanted: Int, count: Int)
        case namedTwice(name: String)
        /// Who applied in the round does not sit on its panel.
        case applied(name: String)
        case tooFewOutside(needed: Int, count: Int)
        /// Nobody knows that occupation.
        case uncovered(occupation: String)
        case poolTooSmall(needed: Int, count: Int)
        /// The account named has no seat.
        case notMember
        case alreadyMember(name: String)
        case alreadyRecused
        /// The member's score of the candidate is in; the candidate may still ask for it.
        case scoredAlready
        case requestDecided
        /// A member does not decide on a request against themselves.
        case ownRequest
        case noReserve
        /// A drawn panel's reserves come first, in their order.
        case reserveFirst(name: String)
        /// Members a plan of before names, of whom the pool has no record, so that nobody knows whom they must not judge.
        case undeclared(names: [String])
        /// Nobody chairs it.
        case withoutChair
        /// Voting is open, or over.
        case fixed
        /// Too many stand aside from so many candidates.
        case shortOfQuorum(count: Int)
        /// So many recusals that were asked for are not decided.
        case requestsWaiting(count: Int)

        package var code: String {
            switch self {
            case .alreadyFormed: "evaluation.panel-already-formed"
            case .notFormed: "evaluation.panel-not-formed"
            case .drawAnnounced: "evaluation.draw-announced"
            case .drawNotAnnounced: "evaluation.draw-not-announced"
            case .mustBeDrawn: "evaluation.panel-must-be-drawn"
            case .mustBeNamed: "evaluation.panel-must-be-named"
            case .wrongSize: "evaluation.panel-wrong-size"
            case .namedTwice: "evaluation.expert-named-twice"
            case .applied: "evaluation.expert-applied"
            case .tooFewOutside: "evaluation.panel-too-few-outside"
            case .uncovered: "evaluation.panel-occupation-uncovered"
            case .poolTooSmall: "evaluation.pool-too-small"
            case .notMember: "evaluation.not-a-member"
            case .alreadyMember: "evaluation.expert-already-seated"
            case .alreadyRecused: "evaluation.already-recused"
            case .scoredAlready: "evaluation.recusal-after-scoring"
            case .requestDecided: "evaluation.recusal-request-decided"
            case .ownRequest: "evaluation.recusal-request-own"
            case .noReserve: "evaluation.no-reserve-left"
            case .reserveFirst: "evaluation.reserve-first"
            case .undeclared: "evaluation.panel-member-undeclared"
            case .withoutChair: "evaluation.panel-without-chair"
            case .fixed: "evaluation.panel-fixed"
            case .shortOfQuorum: "evaluation.panel-short-of-quorum"
            case .requestsWaiting: "evaluation.recusal-requests-waiting"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .wrongSize(let wanted, let count): ["wanted": String(wanted), "count": String(count)]
            case .namedTwice(let name), .applied(let name), .alreadyMember(let name), .reserveFirst(let name):
                ["name": name]
            case .tooFewOutside(let needed, let count), .poolTooSmall(let needed, let count):
                ["needed": String(needed), "count": String(count)]
            case .undeclared(let names): ["names": names.joined(separator: "、")]
            case .uncovered(let occupation): ["occupation": occupation]
            case .shortOfQuorum(let count), .requestsWaiting(let count): ["count": String(count)]
            case .alreadyFormed, .notFormed, .drawAnnounced, .drawNotAnnounced, .mustBeDrawn, .mustBeNamed,
                .notMember, .alreadyRecused, .scoredAlready, .requestDecided, .ownRequest, .noReserve,
                .withoutChair, .fixed:
                [:]
            }
        }
    }
}
