/// The code with which an objector asks after an objection; ten characters that cannot be misread.
package struct ReceiptCode: Hashable, Sendable {
    /// Digits and capitals without 0 O Q, 1 I L, 2 Z, 5 S, 8 B, G, U and V.
    private static let alphabet = Array("34679ACDEFHJKMNPRTWXY")
    private static let length = 10

    /// The ten characters.
    package let text: String

    /// A code drawn with `random`.
    package init(using random: inout some RandomNumberGenerator) {
        text = String((0..<Self.length).map { _ in Self.alphabet.randomElement(using: &random) ?? "3" })
    }

    /// Reads a code that has been normalised; nil for anything that was never given.
    package init?(_ text: String) {
        guard text.count == Self.length, text.allSatisfy(Self.alphabet.contains) else { return nil }
        self.text = text
    }
}
