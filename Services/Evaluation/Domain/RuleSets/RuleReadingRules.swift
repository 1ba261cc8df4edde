import Kernel

extension RuleReading {
    /// The rules in order; one that cannot be read stays, without cases, so that it needs a person.
    mutating func rules(
        _ datum: Datum?,
        citations: [Clause: String],
        groups: Set<String>,
        _ relaxation: RelaxationRules
    ) -> [RuleSet.Rule] {
        let items = list(datum, "$.rules")
        if case .list = datum, items.isEmpty { refuse("$.rules", "evaluation.rule-missing", ["wanted": "规则"]) }
        var seen: Set<String> = []
        return items.enumerated().map { index, datum in
            let path = "$.rules[\(index)]"
            let members: Set = ["id", "clause", "group", "values", "cases"]
            let object = object(datum, path, members: members) ?? [:]
            let id = text(object["id"], "\(path).id") ?? "rule-\(index + 1)"
            if !seen.insert(id).inserted { refuse("\(path).id", "evaluation.rule-repeated", ["name": id]) }
            if id == Relaxing.rule { refuse("\(path).id", "evaluation.rule-reserved", ["name": id]) }
            let clause = clause(named: object["clause"], "\(path).clause", citations)
            let group = optionalText(object["group"], "\(path).group")
            if let group, !groups.contains(group) {
                refuse("\(path).group", "evaluation.rule-unknown-group", ["name": group])
            }
            (locals, named, claims) = ([:], [], [])
            let values = values(object["values"], "\(path).values")
            let cases = cases(object["cases"], "\(path).cases")
            let all = Set(named)
            return RuleSet.Rule(
                id: id,
                clause: clause.id,
                citation: clause.citation,
                group: group.flatMap { groups.contains($0) ? $0 : nil },
                condition: relaxation.conditions.first { $0.rules.contains(id) }?.id,
                values: values.list,
                cases: cases.isSound && values.isSound ? cases.list : [],
                facts: FactName.allCases.filter(all.contains),
                claims: claims
            )
        }
    }

    private mutating func clause(
        named datum: Datum?,
        _ path: String,
        _ citations: [Clause: String]
    ) -> (id: Clause, citation: String) {
        guard let name = text(datum, path) else { return (.unreadable, "") }
        guard let citation = citations[Clause(rawValue: name)] else {
            refuse(path, "evaluation.rule-unknown-clause", ["name": name])
            return (.unreadable, "")
        }
        return (Clause(rawValue: name), citation)
    }

    /// Named values, each of which may name those before it.
    private mutating func values(
        _ datum: Datum?,
        _ path: String
    ) -> (list: [(slot: Int, term: Term)], isSound: Bool) {
        guard let datum, datum != .null else { return ([], true) }
        var list: [(slot: Int, term: Term)] = []
        var isSound = true
        for (index, item) in self.list(datum, path).enumerated() {
            let place = "\(path)[\(index)]"
            let object = object(item, place, members: ["name", "is"]) ?? [:]
            let name = text(object["name"], "\(place).name")
            guard let name, let term = term(object["is"], "\(place).is") else {
                isSound = false
                continue
            }
            if locals[name] != nil || FactName(rawValue: name) != nil {
                refuse("\(place).name", "evaluation.rule-repeated", ["name": name])
                isSound = false
            }
            let slot = FactName.allCases.count + list.count
            locals[name] = (slot, term.type)
            list.append((slot, term))
        }
        if case .list = datum {} else { isSound = false }
        return (list, isSound)
    }

    /// Cases, of which the last and only the last has no condition.
    private mutating func cases(_ datum: Datum?, _ path: String) -> (list: [RuleSet.Case], isSound: Bool) {
        let items = list(datum, path)
        var cases: [RuleSet.Case] = []
        var isSound = true
        var all = named
        for (index, item) in items.enumerated() {
            let place = "\(path)[\(index)]"
            guard let object = object(item, place, members: ["when", "outcome", "say"]) else {
                isSound = false
                continue
            }
            let isLast = index == items.count - 1
            named = []
            var when: Condition?
            if let condition = object["when"] {
                when = self.condition(condition, "\(place).when")
                if when == nil { isSound = false }
                if isLast {
                    refuse("\(place).when", "evaluation.rule-no-otherwise")
                    isSound = false
                }
            } else if !isLast {
                refuse("\(place).when", "evaluation.rule-after-otherwise")
                isSound = false
            }
            let asked = named
            let words = text(object["outcome"], "\(place).outcome")
            let outcome = words.flatMap(Finding.Outcome.init)
            if words != nil, outcome == nil {
                let wanted = Finding.Outcome.allCases.map(\.rawValue).joined(separator: "、")
                refuse("\(place).outcome", "evaluation.rule-value", ["wanted": wanted])
            }
            let sentences = list(object["say"], "\(place).say")
            if case .list = object["say"], sentences.isEmpty {
                refuse("\(place).say", "evaluation.rule-missing", ["wanted": "文字"])
            }
            let says = sentences.enumerated().compactMap { template($1, "\(place).say[\($0)]") }
            guard let outcome, !says.isEmpty, says.count == sentences.count else {
                isSound = false
                continue
            }
            cases.append(RuleSet.Case(when: when, facts: asked, outcome: outcome, says: says))
            all += named
        }
        if items.isEmpty {
            if case .list = datum { refuse(path, "evaluation.rule-missing", ["wanted": "情形"]) }
            isSound = false
        }
        named = all
        return (cases, isSound)
    }

    /// What may be relaxed; none where the rule set says nothing of it.
    mutating func relaxation(_ datum: Datum?, citations: [Clause: String]) -> RelaxationRules {
        guard let datum, datum != .null else {
            return RelaxationRules(clause: nil, citation: "", conditions: [], grounds: [])
        }
        let path = "$.relaxation"
        let object = object(datum, path, members: ["clause", "grounds", "conditions"]) ?? [:]
        let clause = clause(named: object["clause"], "\(path).clause", citations)
        let grounds = list(object["grounds"], "\(path).grounds").enumerated().compactMap { index, item in
            let place = "\(path).grounds[\(index)]"
            let object = self.object(item, place, members: ["id", "words", "contains"]) ?? [:]
            let (id, words) = (text(object["id"], "\(place).id"), text(object["words"], "\(place).words"))
            let contains = texts(object["contains"], "\(place).contains")
            return id.flatMap { id in words.map { RelaxationRules.Ground(id: id, words: $0, contains: contains) } }
        }
        let conditions = list(object["conditions"], "\(path).conditions").enumerated().compactMap { index, item in
            relaxable(item, "\(path).conditions[\(index)]")
        }
        return RelaxationRules(clause: clause.id, citation: clause.citation, conditions: conditions, grounds: grounds)
    }

    private mutating func relaxable(_ datum: Datum, _ path: String) -> RelaxationRules.Relaxable? {
        let members: Set = ["id", "name", "written", "rules", "group", "needsConsent"]
        guard let object = object(datum, path, members: members) else { return nil }
        let (id, name) = (text(object["id"], "\(path).id"), text(object["name"], "\(path).name"))
        let rules = object["rules"].map { texts($0, "\(path).rules") } ?? []
        let group = optionalText(object["group"], "\(path).group")
        if rules.isEmpty, group == nil { refuse("\(path).rules", "evaluation.rule-missing", ["wanted": "规则或条件组"]) }
        guard let id, let name else { return nil }
        return RelaxationRules.Relaxable(
            id: RelaxationRequest.Condition(rawValue: id),
            name: name,
            written: object["written"].map { texts($0, "\(path).written") } ?? [],
            rules: rules,
            group: group,
            needsConsent: truth(object["needsConsent"], "\(path).needsConsent")
        )
    }

    /// Whether what may be relaxed names rules and groups there are.
    mutating func check(_ relaxation: RelaxationRules, rules: Set<String>, groups: Set<String>) {
        for (index, condition) in relaxation.conditions.enumerated() {
            let path = "$.relaxation.conditions[\(index)]"
            for (place, rule) in condition.rules.enumerated() where !rules.contains(rule) {
                refuse("\(path).rules[\(place)]", "evaluation.rule-unknown-rule", ["name": rule])
            }
            if let group = condition.group, !groups.contains(group) {
                refuse("\(path).group", "evaluation.rule-unknown-group", ["name": group])
            }
        }
    }
}
