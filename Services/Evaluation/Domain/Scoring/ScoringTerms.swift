import Kernel

/// By what a round is scored, as its plan stood when scoring was opened.
package struct ScoringTerms: Codable, Hashable, Sendable {
    /// A method with what it counts for.
    package struct ScoredMethod: Codable, Hashable, Sendable {
        package let name: String
        /// In hundredths, beside the other weights.
        package let weight: Int
        /// In hundredths of a point of 100.
        package let pass: Int
        package let sheet: ScoringSheet

        /// Whether one score is entered and confirmed instead of a sheet filled in by every member.
        package var isEntered: Bool { sheet.isEntered == true }
    }

    package let methods: [ScoredMethod]
    package let aggregation: ScoringRule.Aggregation
    package let extremes: ScoringRule.Extremes?

    /// What a plan has scored; nil where its methods have no sheets, as in plans of before.
    package init?(_ terms: PlanTerms) {
        guard let rule = terms.panelRule?.scoring else { return nil }
        methods = terms.methods.map {
            ScoredMethod(
                name: $0.name,
                weight: $0.weightHundredths,
                pass: $0.passHundredths,
                sheet: rule.sheet(of: $0.name)
            )
        }
        aggregation = rule.aggregation
        extremes = rule.extremes
    }
}
