extension Typesetter {
    /// A text as one fragment.
    func fragment(_ paragraph: Paragraph, in style: TextStyle, width: Double) throws(DocumentError) -> Fragment {
        let layout = try layout(paragraph, in: style, width: width)
        return Fragment(marks: layout.lines.indices.map { layout.mark($0) }, height: layout.height)
    }

    /// The lines of a paragraph; no fewer than two of them stand alone at the end or the top of a page.
    func set(_ paragraph: Paragraph, in column: Column, emit: Emit) throws(DocumentError) {
        var style = column.base
        if let alignment = column.alignment { style.alignment = alignment }
        let layout = try layout(paragraph, in: style, width: column.width)
        let count = layout.lines.count
        var first = 0
        while first < count {
            let isStart = first == 0
            let isEnd = count - first <= 2
            let last = isEnd || count <= 3 ? count : first + (isStart ? 2 : 1)
            var piece = FlowPiece(fragment: layout.fragment(first..<last))
            if isStart { piece.spaceBefore = style.spaceBefore }
            if last == count { piece.fragment.height += style.spaceAfter }
            try emit(piece)
            first = last
        }
    }

    func set(heading: Paragraph, level: Int, in column: Column, emit: Emit) throws(DocumentError) {
        var style = style.heading(level)
        if let alignment = column.alignment { style.alignment = alignment }
        var piece = FlowPiece(fragment: try fragment(heading, in: style, width: column.width))
        piece.fragment.height += style.spaceAfter
        piece.spaceBefore = style.spaceBefore
        piece.isKeptWithNext = true
        try emit(piece)
    }

    func layout(_ paragraph: Paragraph, in style: TextStyle, width: Double) throws(DocumentError) -> TextLayout {
        guard width > 0 else { throw .malformed("a column without width") }
        let request = TextRequest(paragraph, in: style, width: width)
        let sizes = 0.5...2000
        guard sizes.contains(request.lineHeight), request.spans.allSatisfy({ sizes.contains($0.size) }) else {
            throw .malformed("type smaller than half a point or larger than a sheet")
        }
        guard let smallest = paragraph.shrinksTo else { return try setter.set(request) }
        let natural = try setter.set(TextRequest(paragraph, in: style, width: nil)).width
        guard natural > width else { return try setter.set(request) }
        let size = paragraph.size ?? style.size
        // A hair less, or rounding would wrap what just fits.
        return try setter.set(request.scaled(by: max(width / natural * 0.998, min(smallest / size, 1))))
    }

    /// How wide a text is on one line.
    func naturalWidth(_ paragraph: Paragraph, in style: TextStyle) throws(DocumentError) -> Double {
        try setter.set(TextRequest(paragraph, in: style, width: nil)).width
    }
}

extension TextLayout {
    fileprivate func mark(_ index: Int) -> Mark {
        Mark(x: 0, y: lines[index].top, height: lines[index].height, drawing: .line(self, index))
    }

    fileprivate func fragment(_ range: Range<Int>) -> Fragment {
        guard let first = range.first, let last = range.last else { return Fragment() }
        let top = lines[first].top
        return Fragment(
            marks: range.map { mark($0).moved(y: -top) },
            height: lines[last].top + lines[last].height - top
        )
    }
}
