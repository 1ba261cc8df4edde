/// Text with its look; what is not said here is the style's.
///
/// Text is data: nothing in it is read as markup. A line feed begins a new line. At most 64 KiB of UTF-8; longer prose is
/// several paragraphs.
package struct Paragraph: Hashable, Sendable {
    package var spans: [TextSpan]
    package var alignment: TextAlignment?
    /// Type size in points; the line height grows with it.
    package var size: Double?
    package var isBold: Bool?
    /// Indent of the first line in characters (2 in a Chinese text).
    package var indent: Double?
    package var font: FontRole?
    package var ink: Ink?
    /// Points between two base lines.
    package var lineHeight: Double?
    /// Set on one line and, when that is too narrow, made smaller down to this size in points, and only then wrapped.
    package var shrinksTo: Double?

    /// Makes a paragraph of spans.
    package init(
        spans: [TextSpan],
        alignment: TextAlignment? = nil,
        size: Double? = nil,
        isBold: Bool? = nil,
        indent: Double? = nil,
        font: FontRole? = nil,
        ink: Ink? = nil,
        lineHeight: Double? = nil,
        shrinksTo: Double? = nil
    ) {
        self.spans = spans
        self.alignment = alignment
        self.size = size
        self.isBold = isBold
        self.indent = indent
        self.font = font
        self.ink = ink
        self.lineHeight = lineHeight
        self.shrinksTo = shrinksTo
    }

    /// Makes a paragraph of one text.
    package init(
        _ text: String,
        alignment: TextAlignment? = nil,
        size: Double? = nil,
        isBold: Bool? = nil,
        indent: Double? = nil,
        font: FontRole? = nil,
        ink: Ink? = nil,
        lineHeight: Double? = nil,
        shrinksTo: Double? = nil
    ) {
        self.init(
            spans: [TextSpan(text)],
            alignment: alignment,
            size: size,
            isBold: isBold,
            indent: indent,
            font: font,
            ink: ink,
            lineHeight: lineHeight,
            shrinksTo: shrinksTo
        )
    }
}

extension Paragraph: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self.init(text) }
}

/// A stretch of text with one look.
package struct TextSpan: Hashable, Sendable {
    package var text: String
    package var isBold: Bool
    package var isUnderlined: Bool
    /// Type size in points, when it differs from the paragraph's.
    package var size: Double?
    package var font: FontRole?
    package var ink: Ink?

    /// Makes a span; what is nil is the paragraph's.
    package init(
        _ text: String,
        isBold: Bool = false,
        isUnderlined: Bool = false,
        size: Double? = nil,
        font: FontRole? = nil,
        ink: Ink? = nil
    ) {
        self.text = text
        self.isBold = isBold
        self.isUnderlined = isUnderlined
        self.size = size
        self.font = font
        self.ink = ink
    }

    /// A span in bold type.
    package static func bold(_ text: String) -> TextSpan { TextSpan(text, isBold: true) }
}

extension TextSpan: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self.init(text) }
}

/// Where the lines of a text stand.
package enum TextAlignment: Hashable, Sendable {
    case left, centre, right
    /// Both edges are straight; the last line stands left.
    case justified
}
