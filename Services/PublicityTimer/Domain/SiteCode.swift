/// The code by which the people of a place open a notice's page; eight characters that cannot be misread.
///
/// It stands on the board beside the sheet, so it proves that somebody can walk up to it and nothing more.
package struct SiteCode: Hashable, Sendable {
    /// Digits and capitals without those that look like others, as of a ``ReceiptCode``.
    private static let alphabet = Array("34679ACDEFHJKMNPRTWXY")
    private static let length = 8

    /// The eight characters.
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
