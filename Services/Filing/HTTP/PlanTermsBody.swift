import Kernel

/// What a work plan lays down in machine form, as clients write it; what is left out is left open.
struct PlanTermsBody: Decodable {
    let seniorPostYears: Int?
    let additionalConditions: Int?
    let methods: [MethodBody]?
    let committees: [String]?
    let panelSize: Int?
    let publicityDays: Int?
    let mostPosts: Int?

    struct MethodBody: Decodable {
        let name: String?
        let weight: Double?
        let passMark: Double?
    }

    /// The terms, none below the notice's own floors; nil where nothing is laid down.
    func read(_ check: inout Check, _ prefix: String) -> FiledPlanTerms? {
        let methods = methods?.enumerated().map { Self.method($1, &check, "\(prefix)methods[\($0)].") }
        if let methods {
            if methods.isEmpty || Set(methods.map(\.name)).count != methods.count {
                check.problem("\(prefix)methods", "filing.plan-methods")
            }
            let weights = methods.compactMap(\.weight)
            let sum = weights.reduce(0, +)
            let isWhole = weights.count == methods.count ? abs(sum - 100) < 0.01 : sum < 100.01
            if !isWhole { check.problem("\(prefix)methods", "filing.plan-weights") }
        }
        if let committees, committees.isEmpty || !committees.allSatisfy(FiledPlanTerms.committeeKinds.contains) {
            check.problem("\(prefix)committees", "filing.plan-committees")
        }
        let terms = FiledPlanTerms(
            seniorPostYears: number(seniorPostYears, "\(prefix)seniorPostYears", in: 4...40, &check),
            additionalConditions: number(additionalConditions, "\(prefix)additionalConditions", in: 1...4, &check),
            methods: methods,
            committees: committees,
            panelSize: number(panelSize, "\(prefix)panelSize", in: 5...99, &check),
            publicityDays: number(publicityDays, "\(prefix)publicityDays", in: 5...60, &check),
            mostPosts: number(mostPosts, "\(prefix)mostPosts", in: 1...100_000, &check)
        )
        return terms == FiledPlanTerms() ? nil : terms
    }

    private func number(_ number: Int?, _ field: String, in range: ClosedRange<Int>, _ check: inout Check) -> Int? {
        number.map { check.number($0, field, in: range) }
    }

    private static func method(_ body: MethodBody, _ check: inout Check, _ prefix: String) -> FiledPlanTerms.Method {
        for (field, number) in [("weight", body.weight), ("passMark", body.passMark)] {
            if let number, !(number >= 0 && number <= 100) { check.problem(prefix + field, "filing.plan-percent") }
        }
        return FiledPlanTerms.Method(
            name: check.text(body.name, "\(prefix)name"),
            weight: body.weight,
            passMark: body.passMark
        )
    }
}
