/// A table whose header is repeated on every page and whose rows are only divided when one is taller than a page.
package struct Table: Hashable, Sendable {
    package var columns: [TableColumn]
    package var rows: [TableRow]
    package var lines: TableLines

    /// Makes a table.
    package init(columns: [TableColumn], rows: [TableRow], lines: TableLines = .grid) {
        self.columns = columns
        self.rows = rows
        self.lines = lines
    }

    /// Makes a table of plain texts.
    package init(columns: [TableColumn], texts: [[String]], lines: TableLines = .grid) {
        self.init(columns: columns, rows: texts.map { TableRow($0) }, lines: lines)
    }
}

/// A column of a table.
package struct TableColumn: Hashable, Sendable {
    /// The header's words; a table whose titles are all empty has no header.
    package var title: String
    /// Its share of the width beside the other weights.
    package var weight: Double
    package var alignment: TextAlignment

    /// Makes a column.
    package init(_ title: String, weight: Double = 1, alignment: TextAlignment = .left) {
        self.title = title
        self.weight = weight
        self.alignment = alignment
    }
}

/// A row of a table.
package struct TableRow: Hashable, Sendable {
    package var cells: [TableCell]

    /// Makes a row; missing cells at the end stay empty.
    package init(cells: [TableCell]) { self.cells = cells }

    /// Makes a row of plain texts.
    package init(_ texts: [String]) { self.cells = texts.map { TableCell($0) } }
}

/// A cell of a table; its text wraps.
package struct TableCell: Hashable, Sendable {
    package var blocks: [PaperBlock]
    /// How many columns it covers.
    package var span: Int
    package var fill: Ink?
    /// Instead of the column's.
    package var alignment: TextAlignment?

    /// Makes a cell of blocks: paragraphs, a picture, a code.
    package init(blocks: [PaperBlock], span: Int = 1, fill: Ink? = nil, alignment: TextAlignment? = nil) {
        self.blocks = blocks
        self.span = span
        self.fill = fill
        self.alignment = alignment
    }

    /// Makes a cell of one text.
    package init(
        _ text: String,
        isBold: Bool? = nil,
        span: Int = 1,
        fill: Ink? = nil,
        alignment: TextAlignment? = nil
    ) {
        let blocks = text.isEmpty ? [] : [PaperBlock.paragraph(Paragraph(text, isBold: isBold))]
        self.init(blocks: blocks, span: span, fill: fill, alignment: alignment)
    }
}

extension TableCell: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self.init(text) }
}

/// Which lines of a table are drawn.
package enum TableLines: Hashable, Sendable {
    case grid, horizontal, none
}
