/// Codes that people copy by hand: of characters that cannot be misread.
package enum ReadableCode {
    /// Digits and capitals without 0 O Q, 1 I L, 2 Z, 5 S, 8 B, G, U and V.
    private static let alphabet = Array("34679ACDEFHJKMNPRTWXY")

    /// So many characters drawn with `random`.
    package static func draw(_ length: Int, using random: inout some RandomNumberGenerator) -> String {
        String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "3" })
    }

    /// Whether a text can be a code of so many characters.
    package static func isOne(_ text: String, of length: Int) -> Bool {
        text.count == length && text.allSatisfy(alphabet.contains)
    }
}
