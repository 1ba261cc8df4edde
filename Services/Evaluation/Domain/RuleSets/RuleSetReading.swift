import Kernel

extension RuleSet {
    /// Reads and compiles a rule set.
    ///
    /// What is wrong is told in ``problems``, every one with its place; what could not be read needs a person when it is
    /// judged by, so that no slip of a rule set ever refuses anybody.
    package init(_ datum: Datum, digest: String) {
        var reading = RuleReading()
        let root = reading.object(datum, "$", members: Self.members) ?? [:]
        if reading.number(root["format"], "$.format") ?? 1 != 1 {
            reading.refuse("$.format", "evaluation.rule-value", ["wanted": "1"])
        }
        let id = reading.text(root["id"], "$.id") ?? ""
        if !id.utf8.allSatisfy(Self.isOfName) {
            reading.refuse("$.id", "evaluation.rule-value", ["wanted": "小写字母、数字和连字符"])
        }
        reference = RuleSetReference(id: id, digest: digest)
        document = reading.document(root["document"])
        reading.readLists(root["lists"])
        reading.readPatterns(root["patterns"])
        floors = reading.floors(root["floors"])
        clauses = reading.clauses(root["clauses"])
        let citations = Dictionary(clauses.map { ($0.id, $0.citation) }, uniquingKeysWith: { first, _ in first })
        relaxation = reading.relaxation(root["relaxation"], citations: citations)
        groups = reading.groups(root["groups"], citations: citations, relaxation)
        rules = reading.rules(root["rules"], citations: citations, groups: Set(groups.map(\.id)), relaxation)
        for (index, group) in groups.enumerated() where !rules.contains(where: { $0.group == group.id }) {
            reading.refuse("$.groups[\(index)]", "evaluation.rule-empty-group", ["name": group.id])
        }
        reading.check(relaxation, rules: Set(rules.map(\.id)), groups: Set(groups.map(\.id)))
        let named = Set(rules.flatMap(\.facts)).union([.evidence, .planAdditionalConditions])
        facts = FactName.allCases.filter(named.contains)
        locals = rules.map(\.values.count).max() ?? 0
        problems = reading.problems
    }

    private static let members: Set<String> = [
        "format", "id", "document", "lists", "patterns", "floors", "clauses", "groups", "rules", "relaxation",
    ]

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

extension RuleReading {
    fileprivate mutating func document(_ datum: Datum?) -> RuleSet.PolicyDocument {
        let path = "$.document"
        let members: Set = ["title", "number", "issuer", "issued", "inForceFrom", "inForceThrough"]
        let object = object(datum, path, members: members) ?? [:]
        let from = day(object["inForceFrom"], "\(path).inForceFrom") ?? .latest
        var through: LocalDate?
        if let last = object["inForceThrough"], last != .null { through = day(last, "\(path).inForceThrough") }
        if let through, through < from {
            refuse("\(path).inForceThrough", "evaluation.rule-value", ["wanted": "不早于生效日期"])
        }
        return RuleSet.PolicyDocument(
            title: text(object["title"], "\(path).title") ?? "",
            number: optionalText(object["number"], "\(path).number"),
            issuer: text(object["issuer"], "\(path).issuer") ?? "",
            issued: day(object["issued"], "\(path).issued") ?? .latest,
            inForceFrom: from,
            inForceThrough: through
        )
    }

    fileprivate mutating func readLists(_ datum: Datum?) {
        guard let datum, datum != .null, case .object(let object) = datum else {
            if let datum, datum != .null { refuseType("$.lists", wanted: "对象", found: datum) }
            return
        }
        for name in object.keys.sorted() {
            let words = texts(object[name], "$.lists.\(name)")
            if words.isEmpty { refuse("$.lists.\(name)", "evaluation.rule-missing", ["wanted": "文字"]) }
            lists[name] = words
        }
    }

    fileprivate mutating func readPatterns(_ datum: Datum?) {
        guard let datum, datum != .null, case .object(let object) = datum else {
            if let datum, datum != .null { refuseType("$.patterns", wanted: "对象", found: datum) }
            return
        }
        for name in object.keys.sorted() {
            guard let words = text(object[name], "$.patterns.\(name)") else { continue }
            guard let pattern = CharacterPattern(words) else {
                refuse("$.patterns.\(name)", "evaluation.rule-value", ["wanted": "9、A、*和可见的ASCII字符"])
                continue
            }
            patterns[name] = pattern
        }
    }

    fileprivate mutating func floors(_ datum: Datum?) -> RuleSet.Floors {
        let members: Set = ["seniorPostYears", "additionalConditions", "publicityDays", "panelSeats"]
        let object = object(datum, "$.floors", members: members) ?? [:]
        func floor(_ name: String, most: Int, otherwise: Int? = nil, _ reading: inout RuleReading) -> Int {
            if let otherwise, object[name] == nil { return otherwise }
            guard let value = reading.number(object[name], "$.floors.\(name)") else { return 0 }
            guard (0...most).contains(value) else {
                reading.refuse("$.floors.\(name)", "evaluation.rule-value", ["wanted": "0至\(most)"])
                return 0
            }
            return value
        }
        return RuleSet.Floors(
            seniorPostYears: floor("seniorPostYears", most: 60, &self),
            additionalConditions: floor("additionalConditions", most: 50, &self),
            publicityDays: floor("publicityDays", most: 60, otherwise: NoticeFloor.publicityDays, &self),
            panelSeats: floor("panelSeats", most: 51, otherwise: NoticeFloor.panelSeats, &self)
        )
    }

    fileprivate mutating func clauses(_ datum: Datum?) -> [RuleSet.ClauseText] {
        var seen: Set<String> = []
        return list(datum, "$.clauses").enumerated().compactMap { index, datum in
            let path = "$.clauses[\(index)]"
            guard let object = object(datum, path, members: ["id", "citation", "words"]) else { return nil }
            let id = text(object["id"], "\(path).id")
            let citation = text(object["citation"], "\(path).citation")
            let words = text(object["words"], "\(path).words")
            guard let id, let citation, let words else { return nil }
            if !seen.insert(id).inserted { refuse("\(path).id", "evaluation.rule-repeated", ["name": id]) }
            return RuleSet.ClauseText(id: Clause(rawValue: id), citation: citation, words: words)
        }
    }

    /// A clause the rule set has; its problem kept where it has not.
    fileprivate mutating func clause(
        _ datum: Datum?,
        _ path: String,
        _ citations: [Clause: String]
    ) -> (id: Clause, citation: String)? {
        guard let name = text(datum, path) else { return nil }
        guard let citation = citations[Clause(rawValue: name)] else {
            refuse(path, "evaluation.rule-unknown-clause", ["name": name])
            return nil
        }
        return (Clause(rawValue: name), citation)
    }

    fileprivate mutating func groups(
        _ datum: Datum?,
        citations: [Clause: String],
        _ relaxation: RelaxationRules
    ) -> [RuleSet.Group] {
        guard let datum else { return [] }
        var seen: Set<String> = []
        return list(datum, "$.groups").enumerated().compactMap { index, datum in
            let path = "$.groups[\(index)]"
            guard let object = object(datum, path, members: ["id", "clause", "needed"]) else { return nil }
            let id = text(object["id"], "\(path).id")
            let clause = clause(object["clause"], "\(path).clause", citations)
            let needed = term(object["needed"], "\(path).needed", of: .number)
            guard let id, let clause, let needed else { return nil }
            if !seen.insert(id).inserted { refuse("\(path).id", "evaluation.rule-repeated", ["name": id]) }
            let condition = relaxation.conditions.first { $0.group == id }?.id
            return RuleSet.Group(
                id: id,
                clause: clause.id,
                citation: clause.citation,
                condition: condition,
                needed: needed
            )
        }
    }
}
