import Kernel

/// How candidates are scored (评分): the sheet of each method, and how the members' scores become one.
package struct ScoringRule: Codable, Hashable, Sendable {
    /// How several scores become one.
    package enum Aggregation: String, Codable, CaseIterable, Sendable {
        case mean
        /// Without the highest and the lowest (去掉一个最高分和一个最低分); with fewer than three it is the mean.
        case trimmedMean = "trimmed-mean"
    }

    /// Scores so low or so high that they must be explained, in hundredths of a point of 100.
    package struct Extremes: Codable, Hashable, Sendable {
        /// A total at or below it needs a comment.
        package let low: Int
        /// A total at or above it needs a comment.
        package let high: Int

        /// Limits of what goes without a word.
        package init(low: Int, high: Int) {
            self.low = low
            self.high = high
        }
    }

    package let aggregation: Aggregation
    /// The sheets of methods; one that is not among them has the notice's.
    package let sheets: [ScoringSheet]
    /// Nil where no score needs a comment.
    package let extremes: Extremes?

    /// A rule; the notice's sheet and the mean unless told otherwise.
    package init(aggregation: Aggregation = .mean, sheets: [ScoringSheet] = [], extremes: Extremes? = nil) {
        self.aggregation = aggregation
        self.sheets = sheets
        self.extremes = extremes
    }

    /// The sheet of a method.
    package func sheet(of method: String) -> ScoringSheet {
        sheets.first { $0.method == method } ?? .ofNotice(method: method)
    }

    /// What is wrong with it under a plan with these methods.
    func problems(for methods: [String], _ field: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var seen: Set<String> = []
        for (index, sheet) in sheets.enumerated() {
            let place = "\(field).sheets[\(index)]"
            if !methods.contains(sheet.method) {
                problems.append(FieldProblem(field: "\(place).method", code: "evaluation.sheet-without-method"))
            }
            if !seen.insert(sheet.method).inserted {
                problems.append(FieldProblem(field: "\(place).method", code: "evaluation.repeated"))
            }
            problems += sheet.problems(place)
        }
        if let extremes, !(0 <= extremes.low && extremes.low < extremes.high && extremes.high <= Score.full) {
            problems.append(FieldProblem(field: "\(field).extremes", code: "evaluation.out-of-range"))
        }
        return problems
    }
}
