import Kernel

/// The enterprise's decision that set up the posts (岗位职数) a plan fills (notice, 五 “根据工作需要和技能人才队伍现状,设立特级技师岗位”).
package struct PostsDecision: Codable, Hashable, Sendable {
    /// The paper, by name and number.
    package let paper: String
    package let decidedOn: LocalDate

    /// A decision by its paper and day.
    package init(paper: String, decidedOn: LocalDate) {
        self.paper = paper
        self.decidedOn = decidedOn
    }

    /// What is wrong with it.
    func problems(_ field: String = "postsDecision") -> [FieldProblem] {
        paper.allSatisfy(\.isWhitespace)
            ? [FieldProblem(field: "\(field).paper", code: "evaluation.field-missing")] : []
    }
}
