/// A JSON text and where in it each value stands, in the order of the text.
///
/// An object stands before its members, a name before its value. Nothing is made of a value before somebody asks for it.
final class JSONTokens {
    /// What a value is.
    enum Kind: UInt8 {
        case null, no, yes, number, text
        /// A text with a `\` in it.
        case escaped
        case list, object
    }

    /// One value or name.
    struct Token {
        let kind: Kind
        /// Where it begins; a text after its mark.
        let start: Int32
        /// Where it ends; for a list or an object how many elements or members it has.
        var end: Int32
        /// The token behind it and all that is in it.
        var next: Int32
    }

    let bytes: [UInt8]
    let tokens: [Token]

    /// How deep values may lie in one another.
    static let deepest = 512

    /// - Throws: ``NotJSON``.
    init(_ bytes: [UInt8]) throws(NotJSON) {
        self.bytes = bytes
        guard bytes.count < Int32.max else { throw NotJSON(place: 0, reason: "is too long") }
        guard Self.isUTF8(bytes.span) else { throw NotJSON(place: 0, reason: "is not UTF-8") }
        var scanner = JSONScanner(bytes)
        tokens = try scanner.scan(reserving: bytes.count / 12 + 4)
    }

    private static func isUTF8(_ bytes: Span<UInt8>) -> Bool { (try? UTF8Span(validating: bytes)) != nil }
}

/// A text is no JSON, from a place on.
struct NotJSON: Error {
    let place: Int
    let reason: String
}
