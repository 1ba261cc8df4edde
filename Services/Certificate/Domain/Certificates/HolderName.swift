/// A name as it is compared when somebody types it off a certificate.
package struct HolderName: Hashable, Sendable {
    /// The name without spaces, with one kind of middle dot and letters in one case.
    package let text: String

    /// Brings a name to its one form; nil where nothing is left.
    package init?(_ name: String) {
        let text = String(name.filter { !$0.isWhitespace }.map { Self.dots.contains($0) ? "·" : $0 }).lowercased()
        guard !text.isEmpty else { return nil }
        self.text = text
    }

    private static let dots: Set<Character> = ["·", "•", "・", "‧", "∙", "⋅", ".", "."]
}
