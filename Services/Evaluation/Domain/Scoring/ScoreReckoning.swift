import Foundation

/// What a candidate came to.
package struct ScoreResult: Codable, Hashable, Sendable {
    /// What a candidate came to by one method.
    package struct ByMethod: Codable, Hashable, Sendable {
        /// In hundredths of a point of 100.
        package let hundredths: Int
        /// How many scores it is made of.
        package let scores: Int
        package let isPassed: Bool
        /// Whether the candidate did not appear.
        package let isAbsent: Bool
    }

    package let application: UUID
    /// One for each method of the plan, in its order.
    package let methods: [ByMethod]
    /// All methods by their weights, in hundredths of a point of 100.
    package let total: Int
    /// Whether every method reached its pass mark.
    package let isPassed: Bool
}

/// Makes one score of many; whole hundredths throughout.
package struct ScoreReckoning: Sendable {
    /// A candidate and a method.
    package struct Place: Hashable, Sendable {
        package let application: UUID
        package let method: Int

        /// A candidate by a method.
        package init(_ application: UUID, _ method: Int) {
            self.application = application
            self.method = method
        }
    }

    package let seats: Seats
    /// Totals of submitted sheets by member.
    private let sheets: [Place: [String: Int]]
    private let entered: [Place: Int]
    private let absent: Set<Place>
    private let attendance: [Place: Set<String>]

    /// The scores of a round.
    ///
    /// - Parameters:
    ///   - seats: Who may judge whom; scores of others, or of members who stand aside by now, do not count.
    ///   - sheets: The sheets; drafts do not count.
    ///   - entered: Scores entered; they count once confirmed.
    ///   - absent: Who did not appear for which method.
    ///   - attendance: Which members heard a candidate's defence; where it is on record, only they score it.
    package init(
        seats: Seats,
        sheets: [ScoreSheet],
        entered: [EnteredScore],
        absent: Set<Place>,
        attendance: [Place: Set<String>] = [:]
    ) {
        self.seats = seats
        self.absent = absent
        self.attendance = attendance
        var totals: [Place: [String: Int]] = [:]
        for sheet in sheets where sheet.isSubmitted {
            guard let key = sheet.key, let content = sheet.content else { continue }
            totals[Place(key.application, key.method), default: [:]][key.member] = content.total
        }
        self.sheets = totals
        self.entered = Dictionary(
            entered.filter(\.isConfirmed).compactMap(\.entry).map { (Place($0.application, $0.method), $0.hundredths) }
        ) { $1 }
    }

    /// A score that is not in: whose, or nil where HR has to enter it, or where nobody is left to give one.
    package struct Missing: Hashable, Sendable {
        package let place: Place
        package let member: String?
    }

    /// Which scores are missing.
    package func missing(of candidates: [UUID], by terms: ScoringTerms) -> [Missing] {
        candidates.flatMap { application in
            terms.methods.indices.flatMap { method -> [Missing] in
                let place = Place(application, method)
                if absent.contains(place) { return [] }
                if terms.methods[method].isEntered {
                    return entered[place] == nil ? [Missing(place: place, member: nil)] : []
                }
                // Nobody who may judge heard the candidate: that is no score, and not none.
                if judges(at: place).isEmpty { return [Missing(place: place, member: nil)] }
                return judges(at: place).filter { sheets[place]?[$0] == nil }.map { Missing(place: place, member: $0) }
            }
        }
    }

    /// What a candidate comes to.
    package func result(of application: UUID, by terms: ScoringTerms) -> ScoreResult {
        let methods = terms.methods.enumerated().map { index, method in
            let place = Place(application, index)
            let isAbsent = absent.contains(place)
            let scores = isAbsent ? [] : scores(at: place, isEntered: method.isEntered)
            let hundredths = Self.one(of: scores, by: terms.aggregation)
            return ScoreResult.ByMethod(
                hundredths: hundredths,
                scores: scores.count,
                isPassed: !scores.isEmpty && hundredths >= method.pass,
                isAbsent: isAbsent
            )
        }
        let weights = terms.methods.map(\.weight)
        let weighted = zip(methods, weights).reduce(0) { $0 + $1.0.hundredths * $1.1 }
        return ScoreResult(
            application: application,
            methods: methods,
            total: Score.rounded(weighted, by: weights.reduce(0, +)),
            isPassed: methods.allSatisfy(\.isPassed)
        )
    }

    /// The scores that count for a candidate and method.
    package func scores(at place: Place, isEntered: Bool) -> [Int] {
        if isEntered { return entered[place].map { [$0] } ?? [] }
        return judges(at: place).compactMap { sheets[place]?[$0] }
    }

    /// Whose scores count for a candidate and method: those who may judge and, where it is on record, heard the defence.
    private func judges(at place: Place) -> [String] {
        let accounts = seats.judges(of: place.application).map(\.account)
        guard let present = attendance[place] else { return accounts }
        return accounts.filter(present.contains)
    }

    /// One score of many.
    package static func one(of scores: [Int], by aggregation: ScoringRule.Aggregation) -> Int {
        switch aggregation {
        case .trimmedMean where scores.count > 2:
            let kept = scores.sorted().dropFirst().dropLast()
            return Score.rounded(kept.reduce(0, +), by: kept.count)
        case .mean, .trimmedMean: return Score.rounded(scores.reduce(0, +), by: scores.count)
        }
    }
}
