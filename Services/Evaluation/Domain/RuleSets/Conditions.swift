import Kernel

extension RuleReading {
    private static let conditions: Set<String> = [
        "all", "any", "not", "given", "equal", "less", "atMost", "atLeast", "more", "oneOf", "containsAny", "has",
        "matches",
    ]

    /// Compiles an expression that holds or not; nil, with its problem kept, where it is none.
    mutating func condition(_ datum: Datum?, _ path: String) -> Condition? {
        if case .object(let object) = datum, object.count == 1, let (name, operand) = object.first,
            Self.conditions.contains(name)
        {
            guard enter(path) else { return nil }
            defer { leave() }
            return condition(name, operand, "\(path).\(name)")
        }
        guard let term = term(datum, path, of: .truth) else { return nil }
        return { facts in if case .truth(let value) = term.value(facts) { Truth(value) } else { .open } }
    }

    /// Compiles what an operator makes of its operands.
    mutating func condition(_ name: String, _ operand: Datum, _ path: String) -> Condition? {
        switch name {
        case "all":
            guard let parts = conditions(operand, path) else { return nil }
            return { facts in
                var isOpen = false
                for part in parts {
                    switch part(facts) {
                    case .no: return .no
                    case .open: isOpen = true
                    case .yes: continue
                    }
                }
                return isOpen ? .open : .yes
            }
        case "any":
            guard let parts = conditions(operand, path) else { return nil }
            return { facts in
                var isOpen = false
                for part in parts {
                    switch part(facts) {
                    case .yes: return .yes
                    case .open: isOpen = true
                    case .no: continue
                    }
                }
                return isOpen ? .open : .no
            }
        case "not":
            guard let part = condition(operand, path) else { return nil }
            return { facts in
                switch part(facts) {
                case .yes: .no
                case .no: .yes
                case .open: .open
                }
            }
        case "given":
            guard let term = term(operand, path) else { return nil }
            return { facts in
                switch term.value(facts) {
                case .absent: .no
                case .failed: .open
                case .texts(let texts): Truth(!texts.isEmpty)
                default: .yes
                }
            }
        case "equal": return equal(operand, path)
        case "less": return compared(operand, path) { $0 < $1 }
        case "atMost": return compared(operand, path) { $0 <= $1 }
        case "atLeast": return compared(operand, path) { $0 >= $1 }
        case "more": return compared(operand, path) { $0 > $1 }
        case "oneOf": return oneOf(operand, path)
        case "containsAny": return containsAny(operand, path)
        case "has": return has(operand, path)
        case "matches": return matches(operand, path)
        default:
            refuse(path, "evaluation.rule-unknown-operator", ["name": name])
            return nil
        }
    }

    private mutating func conditions(_ operand: Datum, _ path: String) -> [Condition]? {
        guard case .list(let list) = operand, !list.isEmpty else {
            refuseType(path, wanted: "不空的列表", found: operand)
            return nil
        }
        let parts = list.enumerated().map { condition($1, "\(path)[\($0)]") }
        let sound = parts.compactMap(\.self)
        return sound.count == parts.count ? sound : nil
    }

    private mutating func equal(_ operand: Datum, _ path: String) -> Condition? {
        guard let parts = operands(operand, 2, path), let left = term(parts[0], "\(path)[0]"),
            let right = term(parts[1], "\(path)[1]", of: left.type)
        else { return nil }
        return { facts in
            let (left, right) = (left.value(facts), right.value(facts))
            switch (left, right) {
            case (.absent, _), (_, .absent), (.failed, _), (_, .failed): return .open
            default: return Truth(left == right)
            }
        }
    }

    private mutating func compared(
        _ operand: Datum,
        _ path: String,
        _ compare: @escaping @Sendable (Int, Int) -> Bool
    ) -> Condition? {
        guard let parts = operands(operand, 2, path), let left = term(parts[0], "\(path)[0]") else { return nil }
        guard [.number, .day, .level].contains(left.type) else {
            refuse("\(path)[0]", "evaluation.rule-type", ["wanted": "整数、日期或技能等级", "found": left.type.chinese])
            return nil
        }
        guard let right = term(parts[1], "\(path)[1]", of: left.type) else { return nil }
        return { facts in
            guard let left = left.value(facts).rank, let right = right.value(facts).rank else { return .open }
            return Truth(compare(left, right))
        }
    }

    /// `[text, list]`: the text is one of a list's.
    private mutating func oneOf(_ operand: Datum, _ path: String) -> Condition? {
        guard let parts = operands(operand, 2, path), let subject = term(parts[0], "\(path)[0]", of: .text),
            let words = words(parts[1], "\(path)[1]")
        else { return nil }
        let known = Set(words)
        return { facts in if case .text(let text) = subject.value(facts) { Truth(known.contains(text)) } else { .open }
        }
    }

    /// `[text, list]`: a word of the list stands somewhere in the text.
    private mutating func containsAny(_ operand: Datum, _ path: String) -> Condition? {
        guard let parts = operands(operand, 2, path), let subject = term(parts[0], "\(path)[0]", of: .text),
            let words = words(parts[1], "\(path)[1]")
        else { return nil }
        let finder = WordFinder(words)
        return { facts in
            if case .text(let text) = subject.value(facts) { Truth(finder.finds(in: text)) } else { .open }
        }
    }

    /// `[texts, text]`: the list of facts has that text.
    private mutating func has(_ operand: Datum, _ path: String) -> Condition? {
        guard let parts = operands(operand, 2, path), let list = term(parts[0], "\(path)[0]", of: .texts),
            let wanted = term(parts[1], "\(path)[1]", of: .text)
        else { return nil }
        if parts[0] == .object(["fact": .text(FactName.claims.rawValue)]), case .text(let claim) = parts[1] {
            claims.append(claim)
        }
        return { facts in
            guard case .texts(let texts) = list.value(facts), case .text(let text) = wanted.value(facts) else {
                return .open
            }
            return Truth(texts.contains(text))
        }
    }

    /// `[text, pattern]`: the text is of a named pattern, character by character.
    private mutating func matches(_ operand: Datum, _ path: String) -> Condition? {
        guard let parts = operands(operand, 2, path), let subject = term(parts[0], "\(path)[0]", of: .text),
            let name = text(parts[1], "\(path)[1]")
        else { return nil }
        guard let pattern = patterns[name] else {
            refuse("\(path)[1]", "evaluation.rule-unknown-pattern", ["name": name])
            return nil
        }
        return { facts in if case .text(let text) = subject.value(facts) { Truth(pattern.matches(text)) } else { .open }
        }
    }

    /// A list of words: written there, or one of the rule set's by name.
    private mutating func words(_ datum: Datum, _ path: String) -> [String]? {
        if case .text(let name) = datum {
            guard let list = lists[name] else {
                refuse(path, "evaluation.rule-unknown-list", ["name": name])
                return nil
            }
            return list
        }
        let words = texts(datum, path)
        guard !words.isEmpty else {
            if case .list(let list) = datum, list.isEmpty { refuse(path, "evaluation.rule-missing", ["wanted": "文字"]) }
            return nil
        }
        return words
    }
}

extension FactValue {
    /// What comparisons go by.
    fileprivate var rank: Int? {
        switch self {
        case .number(let value): value
        case .day(let day): day.dayNumber
        case .level(let level): SkillLevel.allCases.firstIndex(of: level)
        case .absent, .failed, .truth, .text, .texts, .posts: nil
        }
    }
}

/// Finds any of some words in a text, byte by byte: both are UTF-8, in which a word never begins inside a character.
struct WordFinder: Sendable {
    private let words: [[UInt8]]

    init(_ words: [String]) { self.words = words.map { Array($0.utf8) } }

    func finds(in text: String) -> Bool {
        let bytes = text.utf8.span
        for word in words {
            guard word.count <= bytes.count, let first = word.first else { continue }
            for start in 0...(bytes.count - word.count) where bytes[start] == first {
                var index = 1
                while index < word.count, bytes[start + index] == word[index] { index += 1 }
                if index == word.count { return true }
            }
        }
        return false
    }
}
