/// A sheet whose columns are known by their headings, in whatever order they stand, with others between.
///
/// Lines above the headings, as titles and remarks are, are passed over: the headings are the row that has most of them
/// among the first twenty.
package final class HeadedSheet {
    /// Rows among which the headings are looked for.
    private static let mostBefore = 20

    /// The row with the headings.
    package let headings: Row
    /// The rows above the headings.
    package let above: [Row]
    /// Where each column that was found stands, by its field.
    package let places: [String: Int]
    package let reader: SheetReader
    private var waiting: ArraySlice<Row>

    /// Finds the headings of a sheet.
    ///
    /// - Throws: ``SpreadsheetError`` where the file cannot be read, the headings are missing or stand twice.
    package init(_ reader: SheetReader, columns: [SheetColumn]) throws(SpreadsheetError) {
        self.reader = reader
        var first: [Row] = []
        while first.count < Self.mostBefore, let row = try reader.next() { first.append(row) }
        guard !first.isEmpty else { throw .empty }
        let fields = Self.fields(of: columns)
        let counts = first.map { row in Set(Self.found(in: row, fields).map(\.field)).count }
        guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else {
            throw .noHeadings(expected: columns.filter(\.isRequired).map(\.heading))
        }
        headings = first[index]
        above = Array(first[..<index])
        waiting = first[(index + 1)...]
        var places: [String: Int] = [:]
        for (field, column) in Self.found(in: headings, fields) {
            if let before = places[field] {
                let heading = columns.first { $0.field == field }?.heading ?? field
                throw .columnTwice(
                    heading,
                    reader.place(row: headings.number, column: before),
                    reader.place(row: headings.number, column: column)
                )
            }
            places[field] = column
        }
        self.places = places
        let missing = columns.filter { $0.isRequired && places[$0.field] == nil }
        guard missing.isEmpty else { throw .columnsMissing(missing.map(\.heading)) }
    }

    /// The next row below the headings with anything in it; nil at the end.
    ///
    /// - Throws: ``SpreadsheetError``.
    package func next() throws(SpreadsheetError) -> HeadedRow? {
        if let row = waiting.popFirst() { return HeadedRow(row: row, places: places) }
        return try reader.next().map { HeadedRow(row: $0, places: places) }
    }

    /// Where the cell of a field stands in a row; nil where the sheet has no such column.
    package func place(of field: String, row: Int) -> CellPlace? {
        places[field].map { reader.place(row: row, column: $0) }
    }

    private static func fields(of columns: [SheetColumn]) -> [String: String] {
        let pairs = columns.flatMap { column in
            ([column.heading] + column.aliases).map { (Heading.normalised($0), column.field) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private static func found(in row: Row, _ fields: [String: String]) -> [(field: String, column: Int)] {
        row.cells.compactMap { cell in fields[Heading.normalised(cell.text)].map { ($0, cell.column) } }
    }
}

/// A row whose cells are known by the fields of their columns.
package struct HeadedRow: Sendable {
    package let row: Row
    private let places: [String: Int]

    init(row: Row, places: [String: Int]) {
        self.row = row
        self.places = places
    }

    /// The row's number, as Excel shows it.
    package var number: Int { row.number }

    /// The cell of a field; nil where it is blank or has no column.
    package subscript(field: String) -> Cell? { places[field].flatMap { row[$0] } }

    /// The text of a field's cell; empty where it is blank or has no column.
    package func text(_ field: String) -> String { self[field]?.text ?? "" }

    /// Whether anything stands in one of the columns that were found.
    package var isFilled: Bool { places.values.contains { row[$0] != nil } }

    /// Whether anything stands to the right of a column, as a stray quotation mark or comma makes it.
    package func isTorn(beyond column: Int) -> Bool { (row.cells.last?.column ?? 0) > column }
}
