extension Typesetter {
    func fragment(_ image: PaperImage, in column: Column) throws(DocumentError) -> Fragment {
        let picture = try Picture(image.bytes)
        let natural = (width: picture.naturalWidth, height: picture.naturalHeight)
        let widest = min(image.width?.points ?? column.width, column.width)
        let tallest = min(image.height?.points ?? pageHeight, pageHeight)
        guard widest > 0, tallest > 0 else { throw .malformed("a picture of no size") }
        var factor = min(widest / natural.width, tallest / natural.height)
        if image.width == nil, image.height == nil { factor = min(factor, 1) }
        let width = natural.width * factor
        let height = natural.height * factor
        let x = (column.alignment ?? image.alignment).start(of: width, in: column.width)
        return Fragment(
            marks: [Mark(x: x, y: 0, height: height, drawing: .picture(picture, width: width))],
            height: height
        )
    }

    func fragment(_ printed: PrintedCode, in column: Column) throws(DocumentError) -> Fragment {
        let side = printed.side.points
        guard side > 0, side <= column.width + 0.01 else { throw .doesNotFit("a QR code") }
        let alignment = column.alignment ?? printed.alignment
        let x = alignment.start(of: side, in: column.width)
        var made = Fragment(marks: [Mark(x: x, y: 0, height: side, drawing: .code(printed.code))], height: side)
        guard !printed.caption.isEmpty else { return made }
        // The words may be wider than the code, but stay around its middle.
        let room = alignment == .centre ? column.width : min(column.width, max(side, 40.0.points))
        let text = Paragraph(printed.caption, alignment: .centre, indent: 0)
        let caption = try fragment(text, in: style.small, width: room)
        let start = min(max(x + (side - room) / 2, 0), column.width - room)
        made.add(caption, x: start, y: side)
        if start != x + (side - room) / 2 {
            made.marks[0].x = start + (room - side) / 2
        }
        made.height += caption.height
        return made
    }

    func fragment(_ rule: Rule, in column: Column) throws(DocumentError) -> Fragment {
        let stroke = Stroke(thickness: rule.thickness, ink: rule.ink)
        let room = rule.thickness + 6
        return Fragment(
            marks: [Mark(x: 0, y: room / 2, height: 0, drawing: .stroke(dx: column.width, dy: 0, stroke))],
            height: room
        )
    }
}

extension TextAlignment {
    /// Where something narrower than its column begins.
    func start(of width: Double, in room: Double) -> Double {
        switch self {
        case .left, .justified: 0
        case .centre: (room - width) / 2
        case .right: room - width
        }
    }
}
