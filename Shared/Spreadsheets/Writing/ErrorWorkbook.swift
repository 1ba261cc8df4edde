import Foundation

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
package struct ErrorWorkbook {
    /// Which rows come back.
    package enum Rows: Hashable, Sendable {
        /// Only those with complaints.
        case wrong
        /// All, those with complaints marked.
        case all
    }

    private let complaints: [Int: [RowComplaint]]
    private let rows: Rows

    /// Describes what is wrong.
    ///
    /// - Parameters:
    ///   - complaints: By the row's number.
    ///   - rows: Which rows come back.
    package init(_ complaints: [Int: [RowComplaint]], rows: Rows = .wrong) {
        self.complaints = complaints
        self.rows = rows
    }

    /// The headings that stand in front of the file's own.
    package static let front = ["原行号", "错误说明"]

    /// Writes the rows of a sheet that is read from its beginning.
    ///
    /// - Parameters:
    ///   - sheet: The uploaded sheet.
    ///   - writer: Where they go, as its first sheet.
    /// - Throws: ``SpreadsheetError``.
    package func write(_ sheet: HeadedSheet, to writer: WorkbookWriter) throws(SpreadsheetError) {
        let own = Self.ownColumns(of: sheet)
        var layout = [
            SheetLayout.Column(Self.front[0], kind: .number, width: 8),
            SheetLayout.Column(Self.front[1], kind: .wrapped, width: 48),
        ]
        layout += own.map { SheetLayout.Column(sheet.headings[$0]?.text ?? "", kind: .text) }
        let name = sheet.reader.sheet ?? "数据"
        try writer.begin(SheetLayout(name, columns: layout, frozenColumns: Self.front.count))
        let fields = Dictionary(sheet.places.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        while let row = try sheet.next() {
            let wrong = complaints[row.number] ?? []
            guard rows == .all || !wrong.isEmpty else { continue }
            try writer.append(cells(of: row, own, fields, wrong, sheet))
        }
    }

    private func cells(
        of row: HeadedRow,
        _ own: [Int],
        _ fields: [Int: String],
        _ wrong: [RowComplaint],
        _ sheet: HeadedSheet
    ) -> [WrittenCell] {
        let said = wrong.map { complaint in
            guard let field = complaint.field, let column = sheet.places[field],
                let heading = sheet.headings[column]?.text
            else { return complaint.sentence }
            return "【\(heading)】\(complaint.sentence)"
        }
        let front = [
            WrittenCell.number(row.number),
            WrittenCell(said.isEmpty ? .blank : .text(said.joined(separator: "\n")), isWrong: !said.isEmpty),
        ]
        return front
            + own.map { column in
                let content = WrittenCell.Content(row.row[column]?.value)
                let here = wrong.filter { $0.field != nil && $0.field == fields[column] }.map(\.sentence)
                guard !here.isEmpty else { return WrittenCell(content) }
                return WrittenCell(content, isWrong: true, comment: here.joined(separator: "\n"))
            }
    }

    /// All columns with a heading, but those of an error workbook that comes back.
    private static func ownColumns(of sheet: HeadedSheet) -> [Int] {
        sheet.headings.cells.filter { !front.contains($0.text) }.map(\.column)
    }
}
