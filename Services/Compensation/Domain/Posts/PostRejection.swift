import Kernel

extension Post {
    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case notEstablished
        case alreadyEstablished
        /// On some day of the term every seat is taken.
        case headcountFull(headcount: Int)
        /// It takes nobody new.
        case frozen
        case notFrozen
        /// It was given up.
        case closed
        /// So many sit on it today or later.
        case seatsTaken(count: Int)
        case sameHeadcount

        package var code: String {
            switch self {
            case .notEstablished: "compensation.post-not-established"
            case .alreadyEstablished: "compensation.post-established"
            case .headcountFull: "compensation.headcount-full"
            case .frozen: "compensation.post-frozen"
            case .notFrozen: "compensation.post-not-frozen"
            case .closed: "compensation.post-closed"
            case .seatsTaken: "compensation.seats-taken"
            case .sameHeadcount: "compensation.same-headcount"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .headcountFull(let headcount): ["headcount": String(headcount)]
            case .seatsTaken(let count): ["count": String(count)]
            case .notEstablished, .alreadyEstablished, .frozen, .notFrozen, .closed, .sameHeadcount: [:]
            }
        }
    }
}
