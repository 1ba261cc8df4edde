import Foundation

extension Round {
    /// The terms applications are read under, while it takes any.
    package func acceptingTerms() throws(Rejection) -> PlanTerms {
        switch self {
        case .absent: throw .notOpened
        case .collecting(_, let terms): return terms
        case .judged, .voting, .counted, .listed: throw .closedToApplications
        }
    }

    /// The terms while eligibility can still change: judged, and not yet before the panel.
    package func termsBeforeVoting() throws(Rejection) -> PlanTerms {
        switch self {
        case .absent: throw .notOpened
        case .judged(_, let terms): return terms
        case .collecting, .voting, .counted, .listed: throw .notJudged
        }
    }

    /// Whom a member of the panel votes on, while there is voting.
    package func candidates(for evaluator: String) throws(Rejection) -> [UUID] {
        guard let terms else { throw .notOpened }
        guard terms.panel.contains(where: { $0.evaluator == evaluator }) else { throw .notOnPanel }
        guard case .voting(_, _, let candidates) = self else { throw .notVoting }
        return candidates
    }

    /// Whom a panel of these accounts votes on, asked by one of them, while there is voting.
    package func candidates(for evaluator: String, among panel: [String]) throws(Rejection) -> [UUID] {
        guard terms != nil else { throw .notOpened }
        guard panel.contains(evaluator) else { throw .notOnPanel }
        guard case .voting(_, _, let candidates) = self else { throw .notVoting }
        return candidates
    }

    /// The candidates while there is voting, none else.
    package var candidates: [UUID] {
        if case .voting(_, _, let candidates) = self { candidates } else { [] }
    }

    /// Who was approved, once it is counted.
    package var approved: [UUID] {
        switch self {
        case .absent, .collecting, .judged, .voting: []
        case .counted(_, _, let approved), .listed(_, _, let approved, _): approved
        }
    }
}
