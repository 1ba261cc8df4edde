import Kernel

/// A part of a number.
package struct NumberSegment: Hashable, Sendable, Codable {
    package enum Part: String, Codable, Sendable, CaseIterable {
        /// The agency code the filing authority gave (备案码).
        case agency
        /// The last two digits of the year of issue (核发年份).
        case year
        /// 职业技能等级代码.
        case level
        /// 证书序列码.
        case serial
    }

    package let part: Part
    /// In characters.
    package let length: Int

    package init(part: Part, length: Int) {
        self.part = part
        self.length = length
    }

    /// 人社鉴发〔2019〕2号, and of a 特级技师 the same.
    package static let national = [
        NumberSegment(part: .agency, length: 13), NumberSegment(part: .year, length: 2),
        NumberSegment(part: .level, length: 1), NumberSegment(part: .serial, length: 6),
    ]
}

/// Whose numbers are given: by the first character of the agency code and by its two digits of the province.
package struct NumberAgencies: Hashable, Sendable, Codable {
    /// "Y" 用人单位, "S" 社会培训评价组织.
    package let categories: [String]
    /// 省级代码, "37".
    package let provinces: [String]

    package init(categories: [String], provinces: [String]) {
        self.categories = categories
        self.provinces = provinces
    }

    func include(_ agency: AgencyCode) -> Bool {
        categories.contains(String(agency.text.prefix(1)))
            && provinces.contains(String(agency.text.dropFirst(5).prefix(2)))
    }
}

/// The running numbers given by this system; those before the first are somebody else's.
package struct NumberSerials: Hashable, Sendable, Codable {
    package let first: Int
    package let last: Int

    package init(first: Int, last: Int) {
        self.first = first
        self.last = last
    }

    var range: ClosedRange<Int>? { first <= last ? first...last : nil }
}

extension NumberScheme {
    package var problems: [FieldProblem] {
        var problems: [FieldProblem] = []
        func add(_ field: String, _ code: String) { problems.append(FieldProblem(field: field, code: code)) }
        if let segments, segments != NumberSegment.national { add("segments", "certificate.numbering-segments") }
        if let agencies {
            let isKnown = agencies.categories.allSatisfy { ["Y", "S"].contains($0) }
            if agencies.categories.isEmpty || !isKnown { add("agencies.categories", "certificate.numbering-agencies") }
            let areCodes = agencies.provinces.allSatisfy { $0.wholeMatch(of: /[1-9][0-9]/) != nil }
            if agencies.provinces.isEmpty || !areCodes { add("agencies.provinces", "certificate.numbering-agencies") }
        }
        if let serials, serials.first < 1 || serials.last > NumberSeries.capacity || serials.range == nil {
            add("serials", "certificate.numbering-serials")
        }
        if levelCharacters[SkillLevel.specialGradeTechnician.rawValue] == nil {
            add("levelCharacters", "certificate.numbering-level-missing")
        }
        var seen: Set<String> = []
        for (name, text) in levelCharacters.sorted(by: { $0.key < $1.key }) {
            let field = "levelCharacters.\(name)"
            guard let level = SkillLevel(rawValue: name) else {
                add(field, "certificate.numbering-level-unknown")
                continue
            }
            if !Self.isUsable(text, for: level) { add(field, "certificate.numbering-character") }
            if !seen.insert(text).inserted { add(field, "certificate.numbering-character-twice") }
        }
        return problems
    }

    /// One character that a number can bear and that is not fixed for another level: no number ever given changes its meaning.
    private static func isUsable(_ text: String, for level: SkillLevel) -> Bool {
        guard text.count == 1, let character = text.first else { return false }
        if let fixed = CertificateNumber.fixedLevel(of: character) { return fixed == level }
        return ("A"..."Z").contains(character) && !"IO".contains(character)
    }
}
