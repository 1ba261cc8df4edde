extension Typesetter {
    /// Points between columns.
    private static let gutter = 14.0

    func fragment(_ columns: [PaperColumn], in column: Column) throws(DocumentError) -> Fragment {
        let sum = columns.map(\.weight).reduce(0, +)
        guard !columns.isEmpty, columns.allSatisfy({ $0.weight > 0 && $0.weight.isFinite }) else {
            throw .malformed("a column without weight")
        }
        let room = column.width - Self.gutter * Double(columns.count - 1)
        var made = Fragment()
        var x = 0.0
        for part in columns {
            var inside = column
            inside.width = room * part.weight / sum
            guard inside.width > 0 else { throw .malformed("a column without width") }
            let fragment = try fragment(part.blocks, in: inside)
            made.add(fragment, x: x, y: 0)
            made.height = max(made.height, fragment.height)
            x += inside.width + Self.gutter
        }
        return made
    }

    /// A fragment whose marks count from the corner of the page.
    func fragment(_ blocks: [PaperBlock], at placement: Placement) throws(DocumentError) -> Fragment {
        let width = placement.width.points
        guard width > 0 else { throw .malformed("a place without width") }
        let content = try fragment(blocks, in: Column(width: width, base: style.body))
        let height = placement.height?.points ?? content.height
        guard content.height <= height + 0.01 else { throw .doesNotFit("what is placed at a fixed height") }
        var made = Fragment()
        let (x, y) = (placement.x.points, placement.y.points)
        if let frame = placement.frame {
            let stroke = Stroke(thickness: frame.thickness, ink: frame.ink, isDashed: frame.isDashed)
            let box = Drawing.box(width: width, stroke: frame.thickness > 0 ? stroke : nil, fill: frame.fill)
            made.marks.append(Mark(x: x, y: y, height: height, drawing: box))
        }
        made.add(content, x: x, y: y + (height - content.height) / 2)
        return made
    }

    /// Names and date centred on each other at the right, the stamp's circle around them (GB/T 9704 7.3.5).
    func signaturePiece(_ signature: SignatureBlock, in column: Column) throws(DocumentError) -> FlowPiece {
        let lines = signature.names + [signature.date]
        var style = column.base
        style.indent = 0
        style.alignment = .centre
        var widest = 0.0
        for line in lines { widest = max(widest, try naturalWidth(Paragraph(line, indent: 0), in: style)) }
        let width = min(max(widest + 4, 48.0.points), column.width)
        // Two characters from the right edge.
        let x = max(0, column.width - width - min(2 * style.size, (column.width - width) / 2))
        let text = try fragment(Paragraph(lines.joined(separator: "\n")), in: style, width: width)
        guard !signature.stamp.isEmpty else {
            var made = Fragment(height: text.height)
            made.add(text, x: x, y: 0)
            return FlowPiece(fragment: made, spaceBefore: style.lineHeight)
        }
        // A stamp of 42 mm covers the names and the date.
        let side = 42.0.points
        let pale = Ink.grey(0.55)
        var made = Fragment(height: max(side, text.height))
        let circle = Drawing.circle(Stroke(thickness: 0.6, ink: pale, isDashed: true))
        let middle = x + width / 2
        made.marks.append(Mark(x: middle - side / 2, y: (made.height - side) / 2, height: side, drawing: circle))
        made.add(text, x: x, y: (made.height - text.height) / 2)
        let words = Paragraph(signature.stamp, alignment: .centre, ink: pale)
        let label = try fragment(words, in: self.style.small, width: side)
        made.add(label, x: middle - side / 2, y: (made.height + side) / 2 - label.height - 8)
        return FlowPiece(fragment: made, spaceBefore: style.lineHeight / 2)
    }
}
