import Kernel

/// Reads a rule set's JSON and keeps every problem with its place, `$.rules[2].cases[0].when`.
struct RuleReading {
    private(set) var problems: [FieldProblem] = []
    /// Word lists and patterns of the rule set by name.
    var lists: [String: [String]] = [:]
    var patterns: [String: CharacterPattern] = [:]
    /// The named values of the rule being read: slot and type.
    var locals: [String: (slot: Int, type: ValueType)] = [:]
    /// The facts named since this was last emptied.
    var named: [FactName] = []
    /// The conditions claimed the rule being read asks for.
    var claims: [String] = []
    private var depth = 0
    private var nodes = 0

    /// How deep expressions may be nested and how many parts a rule set may have: judging stays quick and total.
    static let mostDepth = 24
    static let mostNodes = 4_000

    mutating func refuse(_ path: String, _ code: String, _ arguments: [String: String] = [:]) {
        problems.append(FieldProblem(field: path, code: code, arguments: arguments))
    }

    mutating func refuseType(_ path: String, wanted: String, found: Datum?) {
        if let found {
            refuse(path, "evaluation.rule-type", ["wanted": wanted, "found": found.kind])
        } else {
            refuse(path, "evaluation.rule-missing", ["wanted": wanted])
        }
    }

    mutating func object(_ datum: Datum?, _ path: String, members: Set<String>) -> [String: Datum]? {
        guard case .object(let object) = datum else {
            refuseType(path, wanted: "对象", found: datum)
            return nil
        }
        for name in object.keys.sorted() where !members.contains(name) {
            refuse("\(path).\(name)", "evaluation.rule-unknown-member", ["name": name])
        }
        return object
    }

    mutating func list(_ datum: Datum?, _ path: String) -> [Datum] {
        guard case .list(let list) = datum else {
            refuseType(path, wanted: "列表", found: datum)
            return []
        }
        return list
    }

    mutating func text(_ datum: Datum?, _ path: String) -> String? {
        guard case .text(let text) = datum else {
            refuseType(path, wanted: "文字", found: datum)
            return nil
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            refuse(path, "evaluation.rule-missing", ["wanted": "文字"])
            return nil
        }
        return text
    }

    mutating func optionalText(_ datum: Datum?, _ path: String) -> String? {
        if datum == nil || datum == .null { return nil }
        return text(datum, path)
    }

    mutating func texts(_ datum: Datum?, _ path: String) -> [String] {
        list(datum, path).enumerated().compactMap { text($1, "\(path)[\($0)]") }
    }

    mutating func day(_ datum: Datum?, _ path: String) -> LocalDate? {
        guard let words = text(datum, path) else { return nil }
        guard let day = LocalDate(words) else {
            refuse(path, "evaluation.rule-value", ["wanted": "形如2020-12-07的日期"])
            return nil
        }
        return day
    }

    mutating func number(_ datum: Datum?, _ path: String) -> Int? {
        guard case .number(let number) = datum else {
            refuseType(path, wanted: "整数", found: datum)
            return nil
        }
        return number
    }

    mutating func truth(_ datum: Datum?, _ path: String) -> Bool {
        switch datum {
        case nil: return false
        case .truth(let value): return value
        default:
            refuseType(path, wanted: "是否", found: datum)
            return false
        }
    }

    /// Goes one level into an expression; false where it is too deep or there is too much of it.
    mutating func enter(_ path: String) -> Bool {
        (depth, nodes) = (depth + 1, nodes + 1)
        guard depth <= Self.mostDepth, nodes <= Self.mostNodes else {
            refuse(
                path,
                "evaluation.rule-too-large",
                ["depth": String(Self.mostDepth), "nodes": String(Self.mostNodes)]
            )
            return false
        }
        return true
    }

    mutating func leave() { depth -= 1 }
}
