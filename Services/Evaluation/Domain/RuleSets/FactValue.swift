import Kernel

/// What kind of value a fact or an expression has.
package enum ValueType: String, CaseIterable, Sendable {
    case truth, number, text, texts, day, level, posts

    /// As problems name it.
    var chinese: String {
        switch self {
        case .truth: "是否"
        case .number: "整数"
        case .text: "文字"
        case .texts: "文字列表"
        case .day: "日期"
        case .level: "技能等级"
        case .posts: "任职起止"
        }
    }
}

/// The value of a fact about one application, or of an expression over facts.
enum FactValue: Hashable, Sendable {
    /// Nobody told it.
    case absent
    /// It could not be reckoned: the numbers are too large.
    case failed
    case truth(Bool)
    case number(Int)
    case text(String)
    case texts([String])
    case day(LocalDate)
    case level(SkillLevel)
    case posts(SeniorPosts)

    init(_ text: String?) { self = text.map { $0.isEmpty ? .absent : .text($0) } ?? .absent }
    init(_ day: LocalDate?) { self = day.map { .day($0) } ?? .absent }
    init(_ level: SkillLevel?) { self = level.map { .level($0) } ?? .absent }

    /// As a sentence shows it; nil where there is nothing to show.
    var shown: String? {
        switch self {
        case .absent, .failed: nil
        case .truth(let value): value ? "是" : "否"
        case .number(let value): String(value)
        case .text(let value): value
        case .texts(let value): value.isEmpty ? nil : value.joined(separator: "、")
        case .day(let value): value.description
        case .level(let value): value.chinese
        case .posts(let value): value.chinese
        }
    }
}

/// What a condition comes to; what rests on something nobody told is open.
enum Truth: Sendable {
    case no, yes, open

    init(_ value: Bool) { self = value ? .yes : .no }
}
