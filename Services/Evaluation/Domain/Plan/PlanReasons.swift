import Kernel

extension ImplementationPlan {
    /// Why a plan says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// There is one already.
        case alreadyDrawnUp
        /// There is none yet.
        case notDrawnUp
        /// It was shown before.
        case alreadyDisclosed
        /// It was not shown yet.
        case notDisclosed
        /// Applications would open before it was shown and sent.
        case disclosedTooLate(opens: LocalDate)
        /// The other version rests on another filing.
        case otherFiling
        /// The other version says the same.
        case unchanged
        /// The filing authority has received this version before.
        case alreadyReceived
        /// The term of the filing has run out.
        case filingExpired(on: LocalDate)

        package var code: String {
            switch self {
            case .alreadyDrawnUp: "evaluation.plan-already-drawn-up"
            case .notDrawnUp: "evaluation.plan-not-drawn-up"
            case .alreadyDisclosed: "evaluation.plan-already-disclosed"
            case .notDisclosed: "evaluation.plan-not-shown"
            case .disclosedTooLate: "evaluation.plan-disclosed-too-late"
            case .otherFiling: "evaluation.plan-other-filing"
            case .unchanged: "evaluation.plan-unchanged"
            case .alreadyReceived: "evaluation.plan-already-received"
            case .filingExpired: "evaluation.filing-expired"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .alreadyDrawnUp, .notDrawnUp, .alreadyDisclosed, .notDisclosed, .otherFiling, .unchanged,
                .alreadyReceived:
                [:]
            case .disclosedTooLate(let opens): ["opens": opens.chinese]
            case .filingExpired(let day): ["day": day.chinese]
            }
        }
    }
}
