import Kernel

/// What of a plan goes beyond the filed work plan: the filing is changed first (notice, 四: “备案后…开展评价工作”).
///
/// Stricter is allowed, laxer is not; each field is named with what was filed.
enum FiledPlanCheck {
    /// Everything that goes beyond it.
    static func problems(of terms: PlanTerms) -> [FieldProblem] {
        occupations(of: terms) + (terms.filing.workPlan?.terms.map { beyond($0, in: terms) } ?? [])
    }

    private static func occupations(of terms: PlanTerms) -> [FieldProblem] {
        terms.posts.enumerated().compactMap { index, post in
            guard !terms.filing.occupations.contains(where: { $0.includes(post.occupation) }) else { return nil }
            return FieldProblem(
                field: "posts[\(index)].occupation",
                code: "evaluation.plan-outside-filing",
                arguments: ["occupation": "\(post.occupation.name)(\(post.occupation.code))"]
            )
        }
    }

    private static func beyond(_ filed: FiledPlanTerms, in terms: PlanTerms) -> [FieldProblem] {
        let panel = terms.panelRule == nil ? "panel" : "panelRule.size"
        let floors: [(String, Int, Int?)] = [
            ("criteria.seniorPostYears", terms.criteria.seniorPostYears, filed.seniorPostYears),
            ("criteria.additionalConditions", terms.criteria.additionalConditions, filed.additionalConditions),
            (panel, terms.panelRule?.size ?? terms.panel.count, filed.panelSize),
            ("publicityDays", terms.publicityDays, filed.publicityDays),
        ]
        var problems = floors.compactMap { field, value, floor in
            floor.flatMap { value < $0 ? problem(field, "不少于\($0)") : nil }
        }
        problems += methods(of: terms, filed.methods)
        if let committees = filed.committees, let committee = terms.committee,
            !committees.contains(committee.kind.rawValue)
        {
            let words = committees.map { Committee.Kind(rawValue: $0)?.chinese ?? "其他机构" }
            problems.append(problem("committee.kind", words.joined(separator: "、")))
        }
        let posts = terms.posts.map(\.count).reduce(0, +)
        if let most = filed.mostPosts, posts > most { problems.append(problem("posts", "岗位合计不超过\(most)个")) }
        return problems
    }

    private static func methods(of terms: PlanTerms, _ filed: [FiledPlanTerms.Method]?) -> [FieldProblem] {
        guard let filed else { return [] }
        let names = filed.map(\.name).joined(separator: "、")
        let known = Dictionary(filed.map { ($0.name, $0) }) { $1 }
        let used = Set(terms.methods.map(\.name))
        var problems: [FieldProblem] = []
        if filed.contains(where: { !used.contains($0.name) }) { problems.append(problem("methods", names)) }
        for (index, method) in terms.methods.enumerated() {
            guard let floor = known[method.name] else {
                problems.append(problem("methods[\(index)].name", names))
                continue
            }
            if let weight = floor.weight, abs(weight - method.weight) >= 0.005 {
                problems.append(problem("methods[\(index)].weight", "\(method.name)占\(text(weight))%"))
            }
            if let mark = floor.passMark, method.passMark < mark {
                problems.append(problem("methods[\(index)].passMark", "\(method.name)\(text(mark))分合格"))
            }
        }
        return problems
    }

    private static func problem(_ field: String, _ filed: String) -> FieldProblem {
        FieldProblem(field: field, code: "evaluation.beyond-filed-plan", arguments: ["filed": filed])
    }

    /// A number without a needless `.0`.
    private static func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
    }
}
