import Kernel

/// Why somebody is told no about a filing, general or special-grade, or about a change of its work plan.
package enum FilingRejection: Rejection, Hashable {
    /// There is nothing to act on.
    case notDrafted
    /// The identifier is in use.
    case alreadyDrafted
    /// The authority cannot act on what the enterprise still writes.
    case notSubmitted
    /// The enterprise cannot change what is with the authority.
    case alreadySubmitted
    /// It was accepted or refused.
    case alreadyDecided
    /// The enterprise took it back.
    case alreadyWithdrawn
    /// Corrections are told once, all together (行政许可法 32（四） by analogy).
    case correctionsToldBefore
    /// The enterprise is correcting; neither side can go round that.
    case awaitingResubmission
    /// Nothing was asked to be corrected.
    case nothingToCorrect
    /// Corrections were asked without saying which.
    case noRequests
    /// Proof of the discussion with employees is never asked for.
    case consultationIsOptional(place: String)
    /// Requests are numbered 1 to `last`.
    case noSuchRequest(Int, last: Int)
    /// These parts of a general filing are not written.
    case incomplete([GeneralPart])
    /// These parts of the work plan are not written.
    case workPlanIncomplete([WorkPlanPart])
    /// The term given would be over on the day it is given.
    case termOver(through: LocalDate)
    /// The general filing was not accepted, or is no longer in force for another reason than its term.
    case generalFilingNotAccepted
    /// The day lies outside the general filing's term.
    case generalFilingNotInForce(Term)
    /// The general filing does not have these occupations at level 高级技师, and the city accepts none outside.
    case outsideScope([Occupation])
    /// The same, and the officer gave no reason for accepting them.
    case scopeNeedsReason([Occupation])
    /// The plan is word for word the one in force.
    case planUnchanged

    package var code: String {
        switch self {
        case .notDrafted: "filing.not-drafted"
        case .alreadyDrafted: "filing.already-drafted"
        case .notSubmitted: "filing.not-submitted"
        case .alreadySubmitted: "filing.already-submitted"
        case .alreadyDecided: "filing.already-decided"
        case .alreadyWithdrawn: "filing.already-withdrawn"
        case .correctionsToldBefore: "filing.corrections-told-before"
        case .awaitingResubmission: "filing.awaiting-resubmission"
        case .nothingToCorrect: "filing.nothing-to-correct"
        case .noRequests: "filing.no-requests"
        case .consultationIsOptional: "filing.consultation-is-optional"
        case .noSuchRequest: "filing.no-such-request"
        case .incomplete: "filing.incomplete"
        case .workPlanIncomplete: "filing.work-plan-incomplete"
        case .termOver: "filing.general-term-over"
        case .generalFilingNotAccepted: "filing.general-filing-not-accepted"
        case .generalFilingNotInForce: "filing.general-filing-not-in-force"
        case .outsideScope: "filing.outside-scope"
        case .scopeNeedsReason: "filing.scope-needs-reason"
        case .planUnchanged: "filing.plan-unchanged"
        }
    }

    package var arguments: [String: String] {
        switch self {
        case .generalFilingNotInForce(let term):
            ["from": term.from.description, "through": term.through.description]
        case .termOver(let through): ["through": through.description]
        case .outsideScope(let occupations), .scopeNeedsReason(let occupations):
            ["occupations": occupations.map(\.inShort).joined(separator: "、")]
        case .workPlanIncomplete(let parts):
            [
                "parts": parts.map(\.chinese).joined(separator: "、"),
                "names": parts.map(\.rawValue).joined(separator: ", "),
            ]
        case .incomplete(let parts):
            [
                "parts": parts.map(\.chinese).joined(separator: "、"),
                "names": parts.map(\.rawValue).joined(separator: ", "),
            ]
        case .consultationIsOptional(let place): ["place": place]
        case .noSuchRequest(let number, let last): ["number": String(number), "last": String(last)]
        case .notDrafted, .alreadyDrafted, .notSubmitted, .alreadySubmitted, .alreadyDecided, .alreadyWithdrawn,
            .correctionsToldBefore, .awaitingResubmission, .nothingToCorrect, .noRequests, .generalFilingNotAccepted,
            .planUnchanged:
            [:]
        }
    }
}

extension Occupation {
    /// The occupation in a sentence, by its 工种 where it has one: 数控车工(6-18-01-01).
    package var inShort: String { "\(specialty ?? name)(\(code))" }
}
