import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// What the candidates of a round came to.
struct ScoreBoard: Sendable {
    let scorings: ScoringStore
    let scores: ScoreSheetStore
    let defences: DefenceStore

    /// Whom of the eligible the panel votes on: those who reached the pass mark of every method.
    ///
    /// Where the plan has nobody scored here, as plans of before, all of them.
    ///
    /// - Parameters:
    ///   - round: The round.
    ///   - eligible: Its eligible applications.
    ///   - tx: The transaction.
    /// - Returns: Those who passed, in their order.
    /// - Throws: ``EvaluationDomain/Scoring/Rejection`` where scoring is not over, where somebody eligible was never scored, or where
    ///   nobody passed.
    func passed(
        of round: Stored<Round>,
        among eligible: [UUID],
        in tx: borrowing Transaction
    ) throws -> [UUID] {
        guard let terms = round.state.terms, ScoringTerms(terms) != nil else { return eligible }
        guard let results = try scorings.read(of: round.id, in: tx).state.results else {
            throw Scoring.Rejection.notClosed
        }
        guard Set(eligible).isSubset(of: results.map(\.application)) else { throw Scoring.Rejection.notClosed }
        let passed = Set(results.filter(\.isPassed).map(\.application))
        let standing = eligible.filter(passed.contains)
        guard eligible.isEmpty || !standing.isEmpty else { throw Scoring.Rejection.nobodyPassed }
        return standing
    }

    /// All scores of a round, as they are reckoned.
    func reckoning(of round: UUID, seats: Seats, in tx: borrowing Transaction) throws -> ScoreReckoning {
        let defence = try defences.read(of: round, in: tx).state
        let programme = try? defence.programme()
        let places = (programme?.sessions ?? []).flatMap(\.slots).map {
            ScoreReckoning.Place($0.application, programme?.method ?? 0)
        }
        let absent = Set((programme?.absences ?? []).map(\.application))
        let heard = places.compactMap { place in
            defence.heard(place.application, by: place.method).map { (place, $0) }
        }
        return ScoreReckoning(
            seats: seats,
            sheets: try scores.all(of: round, in: tx).map(\.state),
            entered: try scores.allEntered(of: round, in: tx).map(\.state),
            absent: Set(places.filter { absent.contains($0.application) }),
            attendance: Dictionary(heard) { first, _ in first }
        )
    }
}
