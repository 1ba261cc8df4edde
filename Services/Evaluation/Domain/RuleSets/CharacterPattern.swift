/// The pattern of a number, a character for each of its own: `9` any digit, `A` any capital letter, `*` either; others
/// stand for themselves.
package struct CharacterPattern: Hashable, Sendable {
    private let characters: [UInt8]

    /// The pattern; nil where it is empty or not plain text.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) else { return nil }
        characters = Array(text.utf8)
    }

    /// Whether a text is of it, from the first character to the last.
    package func matches(_ text: String) -> Bool {
        guard text.utf8.count == characters.count else { return false }
        return zip(text.utf8, characters).allSatisfy { found, wanted in
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(found)
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(found)
            return switch wanted {
            case UInt8(ascii: "9"): isDigit
            case UInt8(ascii: "A"): isCapital
            case UInt8(ascii: "*"): isDigit || isCapital
            default: found == wanted
            }
        }
    }
}
