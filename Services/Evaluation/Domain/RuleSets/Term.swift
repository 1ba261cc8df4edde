import Kernel

/// An expression with a value, compiled: what it gives for the facts of one application.
struct Term: Sendable {
    let type: ValueType
    let value: @Sendable ([FactValue]) -> FactValue
}

/// An expression that holds, does not, or is open, compiled.
typealias Condition = @Sendable ([FactValue]) -> Truth

extension RuleReading {
    /// Compiles an expression with a value; nil, with its problem kept, where it is none.
    mutating func term(_ datum: Datum?, _ path: String) -> Term? {
        guard enter(path) else { return nil }
        defer { leave() }
        switch datum {
        case .truth(let value): return Term(type: .truth) { _ in .truth(value) }
        case .number(let value): return Term(type: .number) { _ in .number(value) }
        case .text(let value): return Term(type: .text) { _ in .text(value) }
        case .object(let object):
            guard object.count == 1, let (name, operand) = object.first else {
                refuse(path, "evaluation.rule-one-operator", ["count": String(object.count)])
                return nil
            }
            return term(name, operand, "\(path).\(name)")
        case nil, .null, .list, .other:
            refuseType(path, wanted: "表达式", found: datum)
            return nil
        }
    }

    /// Compiles an expression that must have a value of a type.
    mutating func term(_ datum: Datum?, _ path: String, of type: ValueType) -> Term? {
        guard let term = term(datum, path) else { return nil }
        guard term.type == type else {
            refuse(path, "evaluation.rule-type", ["wanted": type.chinese, "found": term.type.chinese])
            return nil
        }
        return term
    }

    private mutating func term(_ name: String, _ operand: Datum, _ path: String) -> Term? {
        switch name {
        case "fact": return fact(operand, path)
        case "value": return local(operand, path)
        case "day":
            return day(operand, path).map { day in Term(type: .day) { _ in .day(day) } }
        case "level":
            guard let words = text(operand, path) else { return nil }
            guard let level = SkillLevel(rawValue: words) else {
                refuse(
                    path,
                    "evaluation.rule-value",
                    ["wanted": SkillLevel.allCases.map(\.rawValue).joined(separator: "、")]
                )
                return nil
            }
            return Term(type: .level) { _ in .level(level) }
        case "plus": return reckoned(operand, path) { $0.addingReportingOverflow($1) }
        case "minus": return reckoned(operand, path) { $0.subtractingReportingOverflow($1) }
        case "times": return reckoned(operand, path) { $0.multipliedReportingOverflow(by: $1) }
        case "greatest": return reckoned(operand, path) { (max($0, $1), false) }
        case "least": return reckoned(operand, path) { (min($0, $1), false) }
        case "count":
            guard let list = term(operand, path, of: .texts) else { return nil }
            return Term(type: .number) { facts in
                if case .texts(let texts) = list.value(facts) { .number(texts.count) } else { .absent }
            }
        case "dayFull": return dayFull(operand, path)
        case "served": return served(operand, path)
        default:
            if let condition = condition(name, operand, path) {
                return Term(type: .truth) { facts in
                    switch condition(facts) {
                    case .yes: .truth(true)
                    case .no: .truth(false)
                    case .open: .absent
                    }
                }
            }
            return nil
        }
    }

    /// The operands of an operator, so many and no others.
    mutating func operands(_ datum: Datum, _ count: Int, _ path: String) -> [Datum]? {
        guard case .list(let list) = datum, list.count == count else {
            refuse(path, "evaluation.rule-operands", ["count": String(count)])
            return nil
        }
        return list
    }

    private mutating func fact(_ operand: Datum, _ path: String) -> Term? {
        guard let name = text(operand, path) else { return nil }
        guard let fact = FactName(rawValue: name) else {
            refuse(path, "evaluation.rule-unknown-fact", ["name": name])
            return nil
        }
        named.append(fact)
        let slot = fact.slot
        return Term(type: fact.type) { $0[slot] }
    }

    private mutating func local(_ operand: Datum, _ path: String) -> Term? {
        guard let name = text(operand, path) else { return nil }
        guard let local = locals[name] else {
            refuse(path, "evaluation.rule-unknown-value", ["name": name])
            return nil
        }
        let slot = local.slot
        return Term(type: local.type) { $0[slot] }
    }

    /// A number out of two; too large a one is failed, not a trap.
    private mutating func reckoned(
        _ operand: Datum,
        _ path: String,
        _ reckon: @escaping @Sendable (Int, Int) -> (Int, overflow: Bool)
    ) -> Term? {
        guard let parts = operands(operand, 2, path) else { return nil }
        let (left, right) = (term(parts[0], "\(path)[0]", of: .number), term(parts[1], "\(path)[1]", of: .number))
        guard let left, let right else { return nil }
        return Term(type: .number) { facts in
            switch (left.value(facts), right.value(facts)) {
            case (.number(let left), .number(let right)):
                let (value, overflow) = reckon(left, right)
                return overflow ? .failed : .number(value)
            case (.failed, _), (_, .failed): return .failed
            default: return .absent
            }
        }
    }

    /// `[任职起止, years, day]`: the day so many years are full by 民法典第202条; absent where they are not by that day.
    private mutating func dayFull(_ operand: Datum, _ path: String) -> Term? {
        guard let parts = operands(operand, 3, path) else { return nil }
        let posts = term(parts[0], "\(path)[0]", of: .posts)
        let years = term(parts[1], "\(path)[1]", of: .number)
        let day = term(parts[2], "\(path)[2]", of: .day)
        guard let posts, let years, let day else { return nil }
        return Term(type: .day) { facts in
            switch (posts.value(facts), years.value(facts), day.value(facts)) {
            case (.posts(let posts), .number(let years), .day(let day)):
                guard (0...99).contains(years) else { return .failed }
                return FactValue(posts.dayFull(years: years, by: day))
            case (_, .failed, _): return .failed
            default: return .absent
            }
        }
    }

    /// `[任职起止, day]`: how long a post was held by that day, 4年3个月.
    private mutating func served(_ operand: Datum, _ path: String) -> Term? {
        guard let parts = operands(operand, 2, path) else { return nil }
        let (posts, day) = (term(parts[0], "\(path)[0]", of: .posts), term(parts[1], "\(path)[1]", of: .day))
        guard let posts, let day else { return nil }
        return Term(type: .text) { facts in
            guard case .posts(let posts) = posts.value(facts), case .day(let day) = day.value(facts) else {
                return .absent
            }
            let length = posts.length(by: day)
            return .text("\(length.years)年\(length.months)个月")
        }
    }
}
