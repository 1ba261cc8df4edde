import Kernel

/// Whether a plan says all it must and asks for no less than the notice.
enum PlanCheck {
    /// Everything that is wrong with the terms, in the order of the form.
    static func problems(of terms: PlanTerms, on today: LocalDate?, above floors: RuleSet.Floors) -> [FieldProblem] {
        words(of: terms) + HandlingOfficeCheck.problems(of: terms) + laxer(terms, than: floors) + posts(of: terms)
            + methods(of: terms) + panel(of: terms, least: floors.panelSeats) + forming(of: terms, on: today)
            + rules(of: terms)
            + PlanDays.problems(of: terms, on: today) + FiledPlanCheck.problems(of: terms)
    }

    /// What is wrong with those parts that check themselves.
    private static func rules(of terms: PlanTerms) -> [FieldProblem] {
        [
            terms.ruleSet?.problems(), terms.panelRule?.problems(), terms.votingRule?.problems(),
            terms.committee?.problems(), terms.schedule?.problems(), terms.postsDecision?.problems(),
            terms.panelRule?.problems(in: terms),
        ].compactMap(\.self).flatMap(\.self)
    }

    /// A new plan says how its panel is formed, so that who must stand aside is looked for; stored ones need not.
    private static func forming(of terms: PlanTerms, on today: LocalDate?) -> [FieldProblem] {
        guard today != nil, terms.panelRule == nil else { return [] }
        return [FieldProblem(field: "panelRule", code: "evaluation.field-missing")]
    }

    private static func words(of terms: PlanTerms) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        let authorisation = terms.determination.authorisedBy
        for (field, text) in [
            ("title", terms.title), ("organisation", terms.organisation), ("handlingOffice", terms.handlingOffice),
            ("decision", terms.decision), ("determination.authorisedBy.name", authorisation.name),
            ("determination.authorisedBy.office", authorisation.office),
            ("determination.authorisedBy.basis", authorisation.basis),
        ] where text.allSatisfy(\.isWhitespace) {
            problems.append(FieldProblem(field: field, code: "evaluation.field-missing"))
        }
        return problems
    }

    private static func laxer(_ terms: PlanTerms, than floors: RuleSet.Floors) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (field, value, floor) in [
            ("criteria.seniorPostYears", terms.criteria.seniorPostYears, floors.seniorPostYears),
            ("criteria.additionalConditions", terms.criteria.additionalConditions, floors.additionalConditions),
            ("publicityDays", terms.publicityDays, floors.publicityDays),
        ] where value < floor {
            problems.append(
                FieldProblem(field: field, code: "evaluation.laxer-than-notice", arguments: ["floor": String(floor)])
            )
        }
        if terms.criteria.additionalConditions > AdditionalCondition.allCases.count {
            problems.append(FieldProblem(field: "criteria.additionalConditions", code: "evaluation.out-of-range"))
        }
        if terms.publicityDays > 60 {
            problems.append(FieldProblem(field: "publicityDays", code: "evaluation.out-of-range"))
        }
        return problems
    }

    private static func posts(of terms: PlanTerms) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if terms.posts.isEmpty { problems.append(FieldProblem(field: "posts", code: "evaluation.field-missing")) }
        var seen: Set<Occupation> = []
        for (index, post) in terms.posts.enumerated() {
            if !(1...10_000).contains(post.count) {
                problems.append(FieldProblem(field: "posts[\(index)].count", code: "evaluation.out-of-range"))
            }
            if !seen.insert(post.occupation).inserted {
                problems.append(FieldProblem(field: "posts[\(index)].occupation", code: "evaluation.repeated"))
            }
        }
        return problems
    }

    private static func methods(of terms: PlanTerms) -> [FieldProblem] {
        guard !terms.methods.isEmpty else {
            return [FieldProblem(field: "methods", code: "evaluation.field-missing")]
        }
        let sum = terms.methods.map(\.weight).reduce(0, +)
        let whole =
            abs(sum - 100) < 0.01 ? [] : [FieldProblem(field: "methods", code: "evaluation.weights-not-whole")]
        let names = terms.methods.map(\.name)
        let twice = names.indices.filter { names[..<$0].contains(names[$0]) }.map {
            FieldProblem(field: "methods[\($0)].name", code: "evaluation.repeated")
        }
        return whole + twice
            + terms.methods.enumerated().flatMap { index, method in
                var problems: [FieldProblem] = []
                if method.name.allSatisfy(\.isWhitespace) {
                    problems.append(FieldProblem(field: "methods[\(index)].name", code: "evaluation.field-missing"))
                }
                if !(method.weight > 0 && method.weight <= 100) {
                    problems.append(FieldProblem(field: "methods[\(index)].weight", code: "evaluation.out-of-range"))
                }
                if !(method.passMark >= 0 && method.passMark <= 100) {
                    problems.append(FieldProblem(field: "methods[\(index)].passMark", code: "evaluation.out-of-range"))
                }
                return problems
            }
    }

    private static func panel(of terms: PlanTerms, least: Int) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        // Where there is a rule, the panel is formed from the pool of experts, and the plan need not name anybody.
        if terms.panel.count < least, terms.panelRule == nil {
            problems.append(
                FieldProblem(
                    field: "panel",
                    code: "evaluation.panel-too-small",
                    arguments: ["floor": String(least)]
                )
            )
        }
        var accounts: Set<String> = []
        for (index, seat) in terms.panel.enumerated() {
            for (field, text) in [("evaluator", seat.evaluator), ("name", seat.name), ("unit", seat.unit)]
            where text.allSatisfy(\.isWhitespace) {
                problems.append(FieldProblem(field: "panel[\(index)].\(field)", code: "evaluation.field-missing"))
            }
            if !accounts.insert(seat.evaluator).inserted {
                problems.append(FieldProblem(field: "panel[\(index)].evaluator", code: "evaluation.repeated"))
            }
        }
        return problems
    }
}
