import Foundation

extension Round {
    /// Where a round stands, in one word.
    package enum Stage: String, Codable, CaseIterable, Sendable {
        case collecting, judged, voting, counted, listed
    }

    /// Where it stands; nil before it is opened.
    package var stage: Stage? {
        switch self {
        case .absent: nil
        case .collecting: .collecting
        case .judged: .judged
        case .voting: .voting
        case .counted: .counted
        case .listed: .listed
        }
    }

    /// The plan's terms it runs under, as they stood when it was opened.
    package var terms: PlanTerms? {
        switch self {
        case .absent: nil
        case .collecting(_, let terms), .judged(_, let terms), .voting(_, let terms, _), .counted(_, let terms, _),
            .listed(_, let terms, _, _):
            terms
        }
    }

    /// The plan it runs under.
    package var plan: UUID? {
        switch self {
        case .absent: nil
        case .collecting(let plan, _), .judged(let plan, _), .voting(let plan, _, _), .counted(let plan, _, _),
            .listed(let plan, _, _, _):
            plan
        }
    }
}
