import Kernel

extension SpecialFiling {
    /// Why somebody is told no about a special-grade filing.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// There is nothing to act on.
        case notDrafted
        /// The identifier is in use.
        case alreadyDrafted
        /// The centre cannot act on what the enterprise still writes.
        case notSubmitted
        /// The enterprise cannot change what is with the centre.
        case alreadySubmitted
        /// It was accepted or refused.
        case alreadyDecided
        /// Corrections are told once, all together (行政许可法 32（四） by analogy).
        case correctionsToldBefore
        /// The enterprise is correcting; neither side can go round that.
        case awaitingResubmission
        /// Nothing was asked to be corrected.
        case nothingToCorrect
        /// Corrections were asked without saying which.
        case noRequests
        /// The general filing was not accepted.
        case generalFilingNotAccepted
        /// The day lies outside the general filing's term.
        case generalFilingNotInForce(Term)
        /// The general filing does not have these occupations at level 高级技师.
        case outsideScope([Occupation])
        /// These parts of the work plan are not written.
        case workPlanIncomplete([WorkPlanPart])

        package var code: String {
            switch self {
            case .notDrafted: "filing.not-drafted"
            case .alreadyDrafted: "filing.already-drafted"
            case .notSubmitted: "filing.not-submitted"
            case .alreadySubmitted: "filing.already-submitted"
            case .alreadyDecided: "filing.already-decided"
            case .correctionsToldBefore: "filing.corrections-told-before"
            case .awaitingResubmission: "filing.awaiting-resubmission"
            case .nothingToCorrect: "filing.nothing-to-correct"
            case .noRequests: "filing.no-requests"
            case .generalFilingNotAccepted: "filing.general-filing-not-accepted"
            case .generalFilingNotInForce: "filing.general-filing-not-in-force"
            case .outsideScope: "filing.outside-scope"
            case .workPlanIncomplete: "filing.work-plan-incomplete"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .generalFilingNotInForce(let term):
                ["from": term.from.description, "through": term.through.description]
            case .outsideScope(let occupations):
                ["occupations": occupations.map { "\($0.specialty ?? $0.name)(\($0.code))" }.joined(separator: "、")]
            case .workPlanIncomplete(let parts):
                [
                    "parts": parts.map(\.chinese).joined(separator: "、"),
                    "names": parts.map(\.rawValue).joined(separator: ", "),
                ]
            case .notDrafted, .alreadyDrafted, .notSubmitted, .alreadySubmitted, .alreadyDecided,
                .correctionsToldBefore, .awaitingResubmission, .nothingToCorrect, .noRequests,
                .generalFilingNotAccepted:
                [:]
            }
        }
    }
}
