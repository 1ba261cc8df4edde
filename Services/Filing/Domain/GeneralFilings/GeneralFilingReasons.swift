import Kernel

extension GeneralFiling {
    /// Why somebody is told no about a general filing.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It was handed in before.
        case alreadySubmitted
        /// Nothing was handed in yet.
        case notSubmitted
        /// The centre has accepted or refused it.
        case alreadyDecided
        /// The term given would be over on the day it is given.
        case termOver(through: LocalDate)

        package var code: String {
            switch self {
            case .alreadySubmitted: "filing.general-already-submitted"
            case .notSubmitted: "filing.general-not-submitted"
            case .alreadyDecided: "filing.general-already-decided"
            case .termOver: "filing.general-term-over"
            }
        }

        package var arguments: [String: String] {
            guard case .termOver(let through) = self else { return [:] }
            return ["through": through.description]
        }
    }
}
