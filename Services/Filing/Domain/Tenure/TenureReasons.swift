import Kernel

extension Tenure {
    /// Why somebody is told no about the life of a filing.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// Nothing was accepted under that id.
        case notBegun
        /// It was accepted before.
        case alreadyBegun
        /// A special-grade filing has the term of the general one.
        case followsGeneral
        /// The term is over: what has lapsed is filed anew.
        case termOver(through: LocalDate)
        /// The new term would not reach beyond the old one.
        case termNotLater(through: LocalDate)
        /// Every occupation and level asked for is filed already.
        case nothingNew
        /// The general filing does not have these up to 高级技师.
        case outsideGeneral([Occupation])
        case suspended
        case notSuspended
        /// A suspension cannot begin before the day it is ordered.
        case suspensionInPast(today: LocalDate)
        case suspensionBackwards
        case cancelled
        /// The case's decision is not the one in force.
        case notDecidedIn
        /// Certificates cannot be issued and be out of force at once.
        case contradictory

        package var code: String {
            switch self {
            case .notBegun: "filing.tenure-not-begun"
            case .alreadyBegun: "filing.tenure-already-begun"
            case .followsGeneral: "filing.follows-general"
            case .termOver: "filing.term-over"
            case .termNotLater: "filing.term-not-later"
            case .nothingNew: "filing.nothing-new"
            case .outsideGeneral: "filing.outside-general"
            case .suspended: "filing.suspended"
            case .notSuspended: "filing.not-suspended"
            case .suspensionInPast: "filing.suspension-in-past"
            case .suspensionBackwards: "filing.suspension-backwards"
            case .cancelled: "filing.cancelled"
            case .notDecidedIn: "filing.not-decided-in-case"
            case .contradictory: "filing.contradictory-consequences"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .termOver(let through), .termNotLater(let through): ["through": through.description]
            case .suspensionInPast(let today): ["today": today.description]
            case .outsideGeneral(let occupations):
                ["occupations": occupations.map { "\($0.specialty ?? $0.name)(\($0.code))" }.joined(separator: "、")]
            case .notBegun, .alreadyBegun, .followsGeneral, .nothingNew, .suspended, .notSuspended,
                .suspensionBackwards, .cancelled, .notDecidedIn, .contradictory:
                [:]
            }
        }
    }
}
