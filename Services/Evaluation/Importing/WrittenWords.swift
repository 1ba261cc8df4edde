import EvaluationDomain
import Kernel

/// What stands behind the words people use in a form.
enum WrittenWords {
    /// The level a text names, 一级/高级技师, 技师 …; nil where it names none, or one there is no number for (首席技师).
    static func level(_ text: String) -> SkillLevel? {
        let text = Normalised.identifier(text)
        guard !text.contains("首席") else { return nil }
        let words: [(String, SkillLevel)] = [
            ("特级技师", .specialGradeTechnician), ("高级技师", .seniorTechnician), ("一级", .seniorTechnician),
            ("技师", .technician), ("二级", .technician), ("高级", .senior), ("三级", .senior),
            ("中级", .intermediate), ("四级", .intermediate), ("初级", .junior), ("五级", .junior),
        ]
        return words.first { text.contains($0.0) }?.1
    }

    /// The additional conditions a text names, `二1;二3`; nil where a part names none.
    static func conditions(_ text: String) -> [AdditionalCondition]? {
        var found: Set<AdditionalCondition> = []
        for part in Normalised.identifier(text).split(whereSeparator: { ";、,".contains($0) }) {
            let prefix = String(part.dropLast())
            guard ["二", "(二)", "三(二)", "附加条件", ""].contains(prefix), let digit = part.last?.wholeNumberValue,
                let condition = AdditionalCondition(rawValue: digit)
            else { return nil }
            found.insert(condition)
        }
        return found.sorted()
    }

    /// Kinds of identity documents, each with the words used for it.
    static func documentType(_ text: String) -> String? { kinds.first { $0.1.contains(text) }?.0 }

    /// The kinds of identity documents there are.
    static var documentTypes: [String] { kinds.map(\.0) }

    private static let kinds: [(String, Set<String>)] = [
        ("居民身份证", ["居民身份证", "身份证", "中华人民共和国居民身份证"]),
        ("护照", ["护照"]),
        ("军官证", ["军官证"]),
        ("港澳居民来往内地通行证", ["港澳居民来往内地通行证", "港澳通行证"]),
        ("台湾居民来往大陆通行证", ["台湾居民来往大陆通行证", "台湾通行证"]),
        ("外国人永久居留身份证", ["外国人永久居留身份证", "外国人永久居留证"]),
    ]
}
