import Foundation
import Kernel

/// The scoring (评分) of a round: by which methods, of whom, and what came of it.
package enum Scoring: Decider, Codable, Hashable {
    /// Can transition to: open.
    case absent
    /// Members score. Can transition to: closed.
    case open(terms: ScoringTerms, candidates: [UUID])
    /// What each came to. Can transition to: open, when somebody became eligible meanwhile.
    case closed(terms: ScoringTerms, results: [ScoreResult])

    /// What scoring can be asked to do.
    package enum Command: Sendable {
        /// Opens it; asked again it takes in who became eligible meanwhile, also after the reckoning.
        case open(ScoringTerms, candidates: [UUID])
        /// Reckons, once every score is in.
        case close(ScoreReckoning)
    }

    /// What can have happened to it.
    package enum Event: Codable, Hashable, Sendable {
        case opened(terms: ScoringTerms, candidates: [UUID])
        case candidatesAdded(candidates: [UUID])
        /// Somebody became eligible after it was reckoned.
        case reopened(candidates: [UUID])
        case closed(results: [ScoreResult])
    }

    /// Why it says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// The plan has candidates scored by nobody.
        case notPlanned
        case notOpen
        case alreadyClosed
        case nobodyToScore
        /// So many scores are missing.
        case scoresMissing(count: Int)
        /// Voting is on those who passed, and who did is not reckoned.
        case notClosed
        case nobodyPassed

        package var code: String {
            switch self {
            case .notPlanned: "evaluation.scoring-not-planned"
            case .notOpen: "evaluation.scoring-not-open"
            case .alreadyClosed: "evaluation.scoring-closed"
            case .nobodyToScore: "evaluation.nobody-to-score"
            case .scoresMissing: "evaluation.scores-missing"
            case .notClosed: "evaluation.scoring-not-closed"
            case .nobodyPassed: "evaluation.nobody-passed"
            }
        }

        package var arguments: [String: String] {
            if case .scoresMissing(let count) = self { ["count": String(count)] } else { [:] }
        }
    }

    package static var initial: Scoring { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .open(let terms, let candidates)):
            guard !candidates.isEmpty else { throw .nobodyToScore }
            return [.opened(terms: terms, candidates: candidates)]
        case (.open(_, let known), .open(_, let candidates)):
            let added = candidates.filter { !known.contains($0) }
            return added.isEmpty ? [] : [.candidatesAdded(candidates: added)]
        case (.closed(_, let results), .open(_, let candidates)):
            let added = candidates.filter { one in !results.contains { $0.application == one } }
            guard !added.isEmpty else { throw .alreadyClosed }
            return [.reopened(candidates: added)]
        case (.closed, .close): throw .alreadyClosed
        case (.absent, .close): throw .notOpen
        case (.open(let terms, let candidates), .close(let reckoning)):
            let missing = reckoning.missing(of: candidates, by: terms).count
            guard missing == 0 else { throw .scoresMissing(count: missing) }
            return [.closed(results: candidates.map { reckoning.result(of: $0, by: terms) })]
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .opened(let terms, let candidates)): self = .open(terms: terms, candidates: candidates)
        case (.open(let terms, let candidates), .candidatesAdded(let added)):
            self = .open(terms: terms, candidates: candidates + added)
        case (.closed(let terms, let results), .reopened(let added)):
            self = .open(terms: terms, candidates: results.map(\.application) + added)
        case (.open(let terms, _), .closed(let results)): self = .closed(terms: terms, results: results)
        case (.absent, .candidatesAdded), (.closed, .candidatesAdded), (.absent, .closed), (.closed, .closed),
            (.absent, .reopened), (.open, .reopened):
            break
        }
    }
}

extension Scoring {
    /// What is scored; nil before it is open.
    package var terms: ScoringTerms? {
        switch self {
        case .absent: nil
        case .open(let terms, _), .closed(let terms, _): terms
        }
    }

    /// Who is scored.
    package var candidates: [UUID] {
        switch self {
        case .absent: []
        case .open(_, let candidates): candidates
        case .closed(_, let results): results.map(\.application)
        }
    }

    /// The terms while scores are taken.
    package func taking() throws(Rejection) -> ScoringTerms {
        switch self {
        case .absent: throw .notOpen
        case .open(let terms, _): return terms
        case .closed: throw .alreadyClosed
        }
    }

    /// What each came to; nil before it is reckoned.
    package var results: [ScoreResult]? { if case .closed(_, let results) = self { results } else { nil } }
}
