/// What is wrong with a row, for the person who wrote it.
package struct RowComplaint: Hashable, Sendable {
    /// The field of the column it is about; nil where it is about the row.
    package let field: String?
    package let sentence: String

    /// A complaint.
    package init(field: String?, _ sentence: String) {
        self.field = field
        self.sentence = sentence
    }
}

/// The rows of an uploaded sheet back, with what is wrong with them: a column in front says it all, and each wrong cell
/// is marked and says its own.
///
/// The columns keep their headings, so that the mended file can be handed in as it is: what is in front is passed over.
package struct ErrorWorkbook: Sendable {
    /// Which rows come back.
    package enum Rows: Hashable, Sendable {
        /// Only those with complaints.
        case wrong
        /// All, those with complaints marked.
        case all
    }

    /// The headings that stand in front of the file's own.
    package static let front = ["原行号", "错误说明"]

    private let sheet: String
    private let headings: Row
    private let places: [String: Int]
    private let fields: [Int: String]
    /// The columns with a heading, but those of an error workbook that comes back.
    private let own: [Int]

    /// Describes the sheet whose rows come back.
    ///
    /// - Parameters:
    ///   - sheet: Its name; nil for CSV.
    ///   - headings: The row of its headings.
    ///   - places: Where each column that is known stands, by its field.
    package init(sheet: String?, headings: Row, places: [String: Int]) {
        self.sheet = sheet ?? "数据"
        self.headings = headings
        self.places = places
        fields = Dictionary(places.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        own = headings.cells.filter { !Self.front.contains($0.text) }.map(\.column)
    }

    /// Describes the sheet that is read.
    package init(of sheet: HeadedSheet) {
        self.init(sheet: sheet.reader.sheet, headings: sheet.headings, places: sheet.places)
    }

    /// Begins the sheet of the rows that come back.
    package func begin(_ writer: WorkbookWriter) throws(SpreadsheetError) {
        var columns = [
            SheetLayout.Column(Self.front[0], kind: .number, width: 8),
            SheetLayout.Column(Self.front[1], kind: .wrapped, width: 48),
        ]
        columns += own.map { SheetLayout.Column(headings[$0]?.text ?? "") }
        try writer.begin(SheetLayout(sheet, columns: columns, frozenColumns: Self.front.count))
    }

    /// The cells of a row with what is wrong with it.
    package func cells(of row: Row, _ complaints: [RowComplaint]) -> [WrittenCell] {
        let said = complaints.map { complaint in
            guard let field = complaint.field, let column = places[field], let heading = headings[column]?.text else {
                return complaint.sentence
            }
            return "【\(heading)】\(complaint.sentence)"
        }
        let front = [
            WrittenCell.number(row.number),
            WrittenCell(said.isEmpty ? .blank : .text(said.joined(separator: "\n")), isWrong: !said.isEmpty),
        ]
        let cells = own.map { column in
            let content = WrittenCell.Content(row[column]?.value)
            let here = complaints.filter { $0.field != nil && $0.field == fields[column] }.map(\.sentence)
            guard !here.isEmpty else { return WrittenCell(content) }
            return WrittenCell(content, isWrong: true, comment: here.joined(separator: "\n"))
        }
        return front + cells
    }

    /// Writes the rows of a sheet that is read from its beginning.
    ///
    /// - Parameters:
    ///   - sheet: The uploaded sheet.
    ///   - complaints: By the row's number.
    ///   - rows: Which rows come back.
    ///   - writer: Where they go.
    /// - Throws: ``SpreadsheetError``.
    package static func write(
        _ sheet: HeadedSheet,
        _ complaints: [Int: [RowComplaint]],
        rows: Rows = .wrong,
        to writer: WorkbookWriter
    ) throws(SpreadsheetError) {
        let workbook = ErrorWorkbook(of: sheet)
        try workbook.begin(writer)
        while let row = try sheet.next() {
            let wrong = complaints[row.number] ?? []
            guard rows == .all || !wrong.isEmpty else { continue }
            try writer.append(workbook.cells(of: row.row, wrong))
        }
    }
}
