/// How one kind of text is set; lengths are points, indents characters.
package struct TextStyle: Hashable, Sendable {
    package var font: FontRole
    package var size: Double
    /// Between two base lines, whatever font a character comes from.
    package var lineHeight: Double
    package var isBold: Bool
    package var alignment: TextAlignment
    package var indent: Double
    package var ink: Ink
    package var spaceBefore: Double
    package var spaceAfter: Double

    /// Describes a kind of text.
    package init(
        _ font: FontRole,
        size: Double,
        lineHeight: Double,
        isBold: Bool = false,
        alignment: TextAlignment = .left,
        indent: Double = 0,
        ink: Ink = .black,
        spaceBefore: Double = 0,
        spaceAfter: Double = 0
    ) {
        self.font = font
        self.size = size
        self.lineHeight = lineHeight
        self.isBold = isBold
        self.alignment = alignment
        self.indent = indent
        self.ink = ink
        self.spaceBefore = spaceBefore
        self.spaceAfter = spaceAfter
    }
}
