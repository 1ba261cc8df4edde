/// The merged cells of a sheet; they stand behind the rows, so they are looked for before rows are read.
final class MergedCells: XMLTarget {
    /// A value that goes on downwards from its first cell.
    struct Column {
        let top: Int
        let bottom: Int
        let column: Int
    }

    private(set) var columns: [Column] = []
    /// How many rows have a value in them.
    private(set) var filledRows = 0
    private var isFilled = false

    /// Those of a sheet that go over several rows.
    static func read(
        _ sheet: WorkbookParts.Sheet,
        in parts: WorkbookParts
    ) throws(SpreadsheetError) -> (columns: [Column], filledRows: Int) {
        guard let part = try parts.archive.part(sheet.part) else { throw .damaged(sheet.part) }
        let merged = MergedCells()
        try WorkbookParts.read(part, merged)
        return (merged.columns.sorted { $0.top < $1.top }, merged.filledRows)
    }

    func begin(_ tag: XMLTag, _ attributes: XMLAttributes) throws(SpreadsheetError) {
        switch tag {
        case .row: isFilled = false
        case .v, .inline:
            if !isFilled { filledRows += 1 }
            isFilled = true
        default: break
        }
        guard tag == .mergeCell, let reference = attributes["ref"] else { return }
        guard columns.count < 100_000 else { throw .bomb }
        let corners = reference.split(separator: ":").compactMap { Self.place(String($0)) }
        guard corners.count == 2, corners[0].row < corners[1].row else { return }
        columns.append(Column(top: corners[0].row, bottom: corners[1].row, column: corners[0].column))
    }

    func end(_ tag: XMLTag) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    private static func place(_ reference: String) -> (row: Int, column: Int)? {
        let letters = reference.prefix { $0.isASCII && $0.isLetter }
        guard (1...3).contains(letters.count), let row = Int(reference.dropFirst(letters.count)), row > 0 else {
            return nil
        }
        let column = letters.uppercased().utf8.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
        return (row, column)
    }
}

/// Rows in which a value merged over several rows stands in each of them, as people see it.
final class FilledRows: RowSource {
    private let rows: any RowSource
    private var waiting: ArraySlice<MergedCells.Column>
    private var running: [(bottom: Int, cell: Cell)] = []

    init(_ rows: any RowSource, _ merged: [MergedCells.Column]) {
        self.rows = rows
        waiting = merged[...]
    }

    func next() throws(SpreadsheetError) -> Row? {
        guard let row = try rows.next() else { return nil }
        running.removeAll { $0.bottom < row.number }
        while let first = waiting.first, first.top <= row.number {
            waiting.removeFirst()
            if first.top == row.number, let cell = row[first.column] { running.append((first.bottom, cell)) }
        }
        let missing = running.filter { row[$0.cell.column] == nil }
        guard !missing.isEmpty else { return row }
        let cells = (row.cells + missing.map(\.cell)).sorted { $0.column < $1.column }
        return Row(number: row.number, cells: cells, isHidden: row.isHidden)
    }
}
