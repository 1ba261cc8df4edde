/// A text with everything that decides how its lines fall.
struct TextRequest: Hashable {
    struct Span: Hashable {
        var text: String
        var font: FontRole
        var size: Double
        var isBold: Bool
        var isUnderlined: Bool
        var ink: Ink
    }

    var spans: [Span]
    /// nil sets each paragraph on one line.
    var width: Double?
    var alignment: TextAlignment
    /// Points.
    var indent: Double
    var lineHeight: Double

    /// A paragraph in a style.
    init(_ paragraph: Paragraph, in style: TextStyle, width: Double?) {
        let size = paragraph.size ?? style.size
        alignment = paragraph.alignment ?? style.alignment
        indent = (paragraph.indent ?? style.indent) * size
        lineHeight = paragraph.lineHeight ?? style.lineHeight * size / style.size
        self.width = width
        spans = paragraph.spans.map { span in
            Span(
                text: span.text,
                font: span.font ?? paragraph.font ?? style.font,
                size: span.size ?? size,
                isBold: span.isBold || paragraph.isBold ?? style.isBold,
                isUnderlined: span.isUnderlined,
                ink: span.ink ?? paragraph.ink ?? style.ink
            )
        }
    }

    /// The same text with type so many times as large, in lines as high as before.
    func scaled(by factor: Double) -> TextRequest {
        var request = self
        request.indent *= factor
        request.spans = spans.map { span in
            var span = span
            span.size *= factor
            return span
        }
        return request
    }
}
