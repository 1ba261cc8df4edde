import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// Points as they go out: in hundredths, and as people read them.
struct PointsView: Encodable {
    let hundredths: Int
    let text: String

    init(_ hundredths: Int) {
        self.hundredths = hundredths
        text = Score.text(hundredths)
    }
}

/// A method with its sheet.
struct ScoredMethodView: Encodable {
    struct Criterion: Encodable {
        let dimension: ScoringDimension
        let name: String
        let most: PointsView
    }

    /// The method's number in the plan, from 1: as paths name it.
    let number: Int
    let name: String
    let pass: PointsView
    let weight: PointsView
    let isEntered: Bool
    let criteria: [Criterion]

    init(_ method: ScoringTerms.ScoredMethod, number: Int) {
        self.number = number
        name = method.name
        pass = PointsView(method.pass)
        weight = PointsView(method.weight)
        isEntered = method.isEntered
        criteria = method.sheet.criteria.map {
            Criterion(dimension: $0.dimension, name: $0.name, most: PointsView($0.most))
        }
    }
}

/// One member's sheet of one candidate.
struct ScoreSheetView: Encodable {
    let candidate: CandidateView?
    let method: ScoredMethodView
    let state: String
    let marks: [Int?]
    let total: PointsView
    let comment: String?
    let submittedAt: Date?
    let version: Int

    init(
        _ sheet: Stored<ScoreSheet>,
        method: Int,
        of terms: ScoringTerms,
        candidate: CandidateView?
    ) {
        let content = sheet.state.content
        self.candidate = candidate
        self.method = ScoredMethodView(terms.methods[method], number: method + 1)
        switch sheet.state {
        case .absent: (state, submittedAt) = ("empty", nil)
        case .draft: (state, submittedAt) = ("draft", nil)
        case .submitted(_, _, let instant): (state, submittedAt) = ("submitted", instant)
        }
        marks = content?.marks ?? Array(repeating: nil, count: self.method.criteria.count)
        total = PointsView(content?.total ?? 0)
        comment = content?.comment
        version = sheet.newVersion
    }
}

/// What there is to do for a member: candidates and methods, and where each sheet stands.
struct ScoreTaskView: Encodable {
    let application: ID<Application>
    let name: String
    let method: Int
    let methodName: String
    let state: String
    let total: PointsView?
}

/// A score that was entered.
struct EnteredScoreView: Encodable {
    let application: ID<Application>
    let method: Int
    let points: PointsView
    let basis: String
    let enteredBy: String
    let confirmedBy: String?
    let version: Int

    init?(_ score: Stored<EnteredScore>) {
        guard let entry = score.state.entry else { return nil }
        application = ID(entry.application)
        method = entry.method + 1
        points = PointsView(entry.hundredths)
        basis = entry.basis
        enteredBy = entry.by
        confirmedBy = if case .confirmed(_, let account) = score.state { account } else { nil }
        version = score.newVersion
    }
}

/// What a candidate came to, by method and together.
struct ScoreResultView: Encodable {
    struct ByMethod: Encodable {
        let number: Int
        let name: String
        let points: PointsView
        let pass: PointsView
        let scores: Int
        let isPassed: Bool
        let isAbsent: Bool
    }

    let application: ID<Application>
    let name: String?
    let methods: [ByMethod]
    let total: PointsView
    let isPassed: Bool

    init(_ result: ScoreResult, of terms: ScoringTerms, name: String?) {
        application = ID(result.application)
        self.name = name
        methods = zip(terms.methods, result.methods).enumerated().map { index, pair in
            ByMethod(
                number: index + 1,
                name: pair.0.name,
                points: PointsView(pair.1.hundredths),
                pass: PointsView(pair.0.pass),
                scores: pair.1.scores,
                isPassed: pair.1.isPassed,
                isAbsent: pair.1.isAbsent
            )
        }
        total = PointsView(result.total)
        isPassed = result.isPassed
    }
}

/// The scoring of a round as a reader may see it.
struct ScoringView: Encodable {
    /// Who gave what; shown to the chair, once all are in.
    struct Given: Encodable {
        let application: ID<Application>
        let method: Int
        let member: String
        let memberName: String
        let total: PointsView
        let comment: String?
    }

    let round: ID<Round>
    let state: String
    let aggregation: ScoringRule.Aggregation?
    let methods: [ScoredMethodView]
    let candidates: Int
    /// How many scores are not in; by whom is not told.
    let missing: Int?
    /// Once it is reckoned.
    let results: [ScoreResultView]?
    let given: [Given]?
    let version: Int

    init(
        _ scoring: Stored<Scoring>,
        of round: UUID,
        missing: Int?,
        names: [UUID: String],
        given: [Given]?,
        isShown: (UUID) -> Bool
    ) {
        self.round = ID(round)
        state =
            switch scoring.state {
            case .absent: "not-open"
            case .open: "open"
            case .closed: "closed"
            }
        let terms = scoring.state.terms
        aggregation = terms?.aggregation
        methods = (terms?.methods ?? []).enumerated().map { ScoredMethodView($0.element, number: $0.offset + 1) }
        candidates = scoring.state.candidates.count
        self.missing = missing
        results = terms.flatMap { terms in
            scoring.state.results?.filter { isShown($0.application) }.map {
                ScoreResultView($0, of: terms, name: names[$0.application])
            }
        }
        self.given = given
        version = scoring.newVersion
    }
}
