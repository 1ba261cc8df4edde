import CompensationDomain
import Kernel

extension Refusals {
    static let posts = Refusals(
        [
            Post.Rejection.notEstablished, Post.Rejection.alreadyEstablished,
            Post.Rejection.headcountFull(headcount: 1),
        ],
        ofFields: ["compensation.headcount"]
    )
}
