import Kernel

/// Who reviews (评审机构): by the notice, 四（二）, one of two; another needs a reason (“原则上”).
package struct Committee: Codable, Hashable, Sendable {
    /// What kind of body it is.
    package enum Kind: String, Codable, CaseIterable, Sendable {
        /// 企业职业技能等级认定考核委员会.
        case assessmentCommittee = "assessment-committee"
        /// 专家评审委员会.
        case expertPanel = "expert-panel"
        case other

        /// As papers name it; nil where its own name says it.
        package var chinese: String? {
            switch self {
            case .assessmentCommittee: "技能等级认定考核委员会"
            case .expertPanel: "专家评审委员会"
            case .other: nil
            }
        }
    }

    package let kind: Kind
    package let name: String
    /// Why it is neither of the two the notice names; nil where it is one of them.
    package let reason: String?

    /// A body that reviews.
    package init(kind: Kind, name: String, reason: String? = nil) {
        self.kind = kind
        self.name = name
        self.reason = reason
    }

    /// What is wrong with it.
    func problems(_ field: String = "committee") -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if name.allSatisfy(\.isWhitespace) {
            problems.append(FieldProblem(field: "\(field).name", code: "evaluation.field-missing"))
        }
        if kind == .other, (reason ?? "").allSatisfy(\.isWhitespace) {
            problems.append(FieldProblem(field: "\(field).reason", code: "evaluation.committee-reason"))
        }
        return problems
    }
}
