import Kernel

/// The code by which the people of a place open a notice's page; eight characters that cannot be misread.
///
/// It stands on the board beside the sheet, so it proves that somebody can walk up to it and nothing more.
package struct SiteCode: Hashable, Sendable {
    private static let length = 8

    /// The eight characters.
    package let text: String

    /// A code drawn with `random`.
    package init(using random: inout some RandomNumberGenerator) {
        text = ReadableCode.draw(Self.length, using: &random)
    }

    /// Reads a code that has been normalised; nil for anything that was never given.
    package init?(_ text: String) {
        guard ReadableCode.isOne(text, of: Self.length) else { return nil }
        self.text = text
    }
}
