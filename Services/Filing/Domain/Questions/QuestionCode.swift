import Kernel

/// The code with which somebody asks after a question; ten characters that cannot be misread.
package struct QuestionCode: Hashable, Sendable {
    private static let length = 10

    /// The ten characters.
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
