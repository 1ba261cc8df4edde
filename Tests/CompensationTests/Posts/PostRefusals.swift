import CompensationDomain
import Kernel

extension Refusals {
    static let posts = Refusals(
        [
            Post.Rejection.notEstablished, Post.Rejection.alreadyEstablished,
            Post.Rejection.headcountFull(headcount: 1), Post.Rejection.frozen, Post.Rejection.notFrozen,
            Post.Rejection.closed, Post.Rejection.seatsTaken(count: 1), Post.Rejection.sameHeadcount,
        ],
        ofFields: ["compensation.headcount", "compensation.unknown-unit", "compensation.day-ahead"]
    )
}
