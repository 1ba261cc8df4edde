import Kernel

/// What candidates are worth looking at for (notice, 四（二）).
package enum ScoringDimension: String, Codable, CaseIterable, Sendable {
    /// 品德.
    case conduct
    /// 能力.
    case ability
    /// 业绩.
    case merits

    /// The dimension in one word.
    package var chinese: String {
        switch self {
        case .conduct: "品德"
        case .ability: "能力"
        case .merits: "业绩"
        }
    }
}

/// One line of a scoring sheet.
package struct ScoringCriterion: Codable, Hashable, Sendable {
    package let dimension: ScoringDimension
    package let name: String
    /// The most it can be given, in hundredths of a point.
    package let most: Int

    /// A criterion worth so much.
    package init(dimension: ScoringDimension, name: String, most: Int) {
        self.dimension = dimension
        self.name = name
        self.most = most
    }
}

/// The sheet (评分表) of one method: what is scored and what each is worth; together 100 points.
package struct ScoringSheet: Codable, Hashable, Sendable {
    /// The method of the plan it is for.
    package let method: String
    package let criteria: [ScoringCriterion]
    /// Whether one score is entered by HR and confirmed by a second person, as of a written examination; nil for no.
    package let isEntered: Bool?

    /// The sheet of a method.
    package init(method: String, criteria: [ScoringCriterion], isEntered: Bool? = nil) {
        self.method = method
        self.criteria = criteria
        self.isEntered = isEntered
    }

    /// The criteria of the notice, as they stand in 四（二）: 品德 30, 能力 42, 业绩 28.
    package static func ofNotice(method: String) -> ScoringSheet {
        let conduct = ["工匠精神", "职业道德", "职业操守", "从业行为", "社会责任"]
        let ability = ["创新操作规程", "解决生产难题", "参与技术改造革新"]
        let merits = ["完成工作任务", "传技带徒"]
        return ScoringSheet(
            method: method,
            criteria: conduct.map { ScoringCriterion(dimension: .conduct, name: $0, most: 600) }
                + ability.map { ScoringCriterion(dimension: .ability, name: $0, most: 1400) }
                + merits.map { ScoringCriterion(dimension: .merits, name: $0, most: 1400) }
        )
    }

    func problems(_ field: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if criteria.isEmpty {
            problems.append(FieldProblem(field: "\(field).criteria", code: "evaluation.field-missing"))
        }
        var seen: Set<String> = []
        for (index, criterion) in criteria.enumerated() {
            let place = "\(field).criteria[\(index)]"
            if criterion.name.allSatisfy(\.isWhitespace) {
                problems.append(FieldProblem(field: "\(place).name", code: "evaluation.field-missing"))
            }
            if !seen.insert(criterion.name).inserted {
                problems.append(FieldProblem(field: "\(place).name", code: "evaluation.repeated"))
            }
            if !(1...Score.full).contains(criterion.most) {
                problems.append(FieldProblem(field: "\(place).most", code: "evaluation.out-of-range"))
            }
        }
        if problems.isEmpty, criteria.reduce(0, { $0 + $1.most }) != Score.full {
            problems.append(FieldProblem(field: "\(field).criteria", code: "evaluation.sheet-not-hundred"))
        }
        return problems
    }
}
