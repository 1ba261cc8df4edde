/// A sentence with facts in it: `岗位类别为“{position.kind}”`, `{honour.document|未填文号}` where it may be missing.
struct Template: Sendable {
    private enum Part: Sendable {
        case words(String)
        case slot(Int, otherwise: String)
    }

    private let parts: [Part]

    fileprivate init(parts: [(words: String, slot: Int?, otherwise: String)]) {
        self.parts = parts.map { part in
            part.slot.map { .slot($0, otherwise: part.otherwise) } ?? .words(part.words)
        }
    }

    /// The sentence.
    func filled(with values: [FactValue]) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .words(let words): text += words
            case .slot(let slot, let otherwise): text += values[slot].shown ?? otherwise
            }
        }
        return text
    }
}

extension RuleReading {
    /// Compiles a sentence; nil, with its problem kept, where a brace does not close or names nothing.
    mutating func template(_ datum: Datum?, _ path: String) -> Template? {
        guard let text = text(datum, path) else { return nil }
        var parts: [(words: String, slot: Int?, otherwise: String)] = []
        var words = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "{" else {
                words.append(character)
                continue
            }
            guard let end = rest.firstIndex(of: "}") else {
                refuse(path, "evaluation.rule-brace")
                return nil
            }
            let inner = rest[..<end].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            rest = rest[rest.index(after: end)...]
            let name = inner.first.map(String.init) ?? ""
            let otherwise = inner.count > 1 ? String(inner[1]) : "未填"
            parts.append((words, nil, ""))
            words = ""
            if let local = locals[name] {
                parts.append(("", local.slot, otherwise))
            } else if let fact = FactName(rawValue: name) {
                named.append(fact)
                parts.append(("", fact.slot, otherwise))
            } else {
                refuse(path, "evaluation.rule-placeholder", ["name": name])
                return nil
            }
        }
        parts.append((words, nil, ""))
        return Template(parts: parts.filter { $0.slot != nil || !$0.words.isEmpty })
    }
}
