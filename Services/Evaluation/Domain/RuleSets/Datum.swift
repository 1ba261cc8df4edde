/// A value of JSON, as a rule set is written in.
package enum Datum: Hashable, Sendable {
    case null
    case truth(Bool)
    case number(Int)
    case text(String)
    case list([Datum])
    case object([String: Datum])
    /// A number with a fraction or one that does not fit: no rule has a use for it, and the checks name its place.
    case other
}

extension Datum: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .truth(value)
        } else if let value = try? container.decode(Int.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([Datum].self) {
            self = .list(value)
        } else if let value = try? container.decode([String: Datum].self) {
            self = .object(value)
        } else {
            self = .other
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null, .other: try container.encodeNil()
        case .truth(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

extension Datum {
    /// What it is, in the words of a problem.
    var kind: String {
        switch self {
        case .null: "空"
        case .truth: "是否"
        case .number: "整数"
        case .text: "文字"
        case .list: "列表"
        case .object: "对象"
        case .other: "小数或过大的数"
        }
    }
}
