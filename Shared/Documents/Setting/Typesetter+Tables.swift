extension Typesetter {
    private static let padding = (x: 4.5, y: 3.0)
    private static let line = Stroke(thickness: 0.6, ink: .black)
    static let headFill = Ink.grey(0.92)

    func set(_ table: Table, in column: Column, emit: Emit) throws(DocumentError) {
        let widths = try widths(of: table, in: column.width)
        var head: Fragment?
        if table.columns.contains(where: { !$0.title.isEmpty }) {
            let row = TableRow(
                cells: table.columns.map { TableCell($0.title, fill: Self.headFill, alignment: .centre) }
            )
            let made = try fragment(row, of: table, widths: widths, isHead: true)
            try emit(FlowPiece(fragment: made, spaceBefore: 5, isKeptWithNext: !table.rows.isEmpty))
            head = made
        }
        for (index, row) in table.rows.enumerated() {
            let made = try fragment(row, of: table, widths: widths, isHead: false)
            let space = head == nil && index == 0 ? 5.0 : 0
            try emit(FlowPiece(fragment: made, spaceBefore: space, repeatedHead: head))
        }
    }

    private func widths(of table: Table, in width: Double) throws(DocumentError) -> [Double] {
        let weights = table.columns.map(\.weight)
        guard !weights.isEmpty, weights.allSatisfy({ $0 > 0 && $0.isFinite }) else {
            throw .malformed("a table column without weight")
        }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum * width }
    }

    private func fragment(
        _ row: TableRow,
        of table: Table,
        widths: [Double],
        isHead: Bool
    ) throws(DocumentError) -> Fragment {
        var style = style.table
        if isHead {
            style.font = .heading
            style.isBold = true
        }
        var contents: [(fragment: Fragment, x: Double, width: Double, fill: Ink?)] = []
        var index = 0
        var x = 0.0
        for cell in row.cells {
            let end = index + cell.span
            guard cell.span > 0, end <= widths.count else { throw .malformed("a row with more cells than columns") }
            let width = widths[index..<end].reduce(0, +)
            let inside = Column(
                width: width - 2 * Self.padding.x,
                base: style,
                alignment: cell.alignment ?? table.columns[index].alignment
            )
            contents.append((try fragment(cell.blocks, in: inside), x, width, cell.fill))
            index = end
            x += width
        }
        while index < widths.count {
            contents.append((Fragment(), x, widths[index], nil))
            x += widths[index]
            index += 1
        }
        let inner = max(contents.map(\.fragment.height).max() ?? 0, style.lineHeight)
        let height = inner + 2 * Self.padding.y
        var made = Fragment(height: height)
        for cell in contents where cell.fill != nil || table.lines == .grid {
            let stroke = table.lines == .grid ? Self.line : nil
            let box = Drawing.box(width: cell.width, stroke: stroke, fill: cell.fill)
            made.marks.append(Mark(x: cell.x, y: 0, height: height, drawing: box))
        }
        for cell in contents {
            made.add(cell.fragment, x: cell.x + Self.padding.x, y: Self.padding.y + (inner - cell.fragment.height) / 2)
        }
        if table.lines == .horizontal {
            for y in isHead ? [0, height] : [height] {
                made.marks.append(Mark(x: 0, y: y, height: 0, drawing: .stroke(dx: x, dy: 0, Self.line)))
            }
        }
        return made
    }

    func set(_ rows: KeyValues, in column: Column, emit: Emit) throws(DocumentError) {
        var keyStyle = rows.isBoxed ? style.table : column.base
        keyStyle.font = .heading
        keyStyle.indent = 0
        keyStyle.alignment = .left
        var widest = rows.keyWidth?.points ?? 0
        if rows.keyWidth == nil {
            for row in rows.rows { widest = max(widest, try naturalWidth(Paragraph(row.key), in: keyStyle)) }
            widest += rows.isBoxed ? 2 * Self.padding.x + 2 : keyStyle.size
            widest = min(widest, column.width * 0.45)
        }
        guard widest > 0, widest < column.width else { throw .malformed("keys wider than the column") }
        if rows.isBoxed {
            let columns = [TableColumn("", weight: widest), TableColumn("", weight: column.width - widest)]
            let lines = rows.rows.map { row in
                TableRow(cells: [
                    TableCell(blocks: [.paragraph(Paragraph(row.key, font: .heading))], fill: Self.headFill),
                    TableCell(blocks: [.paragraph(row.value)]),
                ])
            }
            return try set(Table(columns: columns, rows: lines), in: column, emit: emit)
        }
        var valueStyle = column.base
        valueStyle.indent = 0
        valueStyle.alignment = .left
        for row in rows.rows {
            let key = try fragment(Paragraph(row.key), in: keyStyle, width: widest)
            let value = try fragment(row.value, in: valueStyle, width: column.width - widest)
            var made = Fragment(height: max(key.height, value.height))
            made.add(key, y: 0)
            made.add(value, x: widest, y: 0)
            try emit(FlowPiece(fragment: made))
        }
    }
}
