import CompensationDomain
import Kernel
import Spreadsheets

/// A workbook or CSV file of attestations as it comes, read row by row; only ``KeptRow``s of it go any further.
final class AttestationSheet {
    /// Rows a file may have.
    static let mostRows = 100_000
    /// The largest file, in bytes.
    static let mostBytes = 16 << 20

    /// Sheets of the workbook that are not read, hidden ones among them.
    let otherSheets: Int
    private let headed: HeadedSheet
    private let known: Set<Int>

    /// Finds the sheet and its headings; `own` is what of its cells the enterprise has on record.
    ///
    /// - Throws: `SpreadsheetError` where it cannot be read; ``OtherColumns`` where it has columns that are not asked for.
    init(_ bytes: [UInt8], own: OwnWords) throws {
        self.own = own
        var limits = ReadingLimits().with(rows: Self.mostRows + 20)
        limits.fileBytes = Self.mostBytes
        let book = try Spreadsheet(.bytes(bytes), limits: limits)
        let isTemplate = book.sheets.contains { $0.name == AttestationTemplate.sheet && !$0.isHidden }
        let reader = try book.rows(of: isTemplate ? .named(AttestationTemplate.sheet) : .first)
        otherSheets = book.sheets.count - 1
        headed = try HeadedSheet(reader, columns: AttestationColumns.all)
        let places = Set(headed.places.values)
        known = places
        // A file that came back with its errors has their two columns in front.
        let others = headed.headings.cells.filter { cell in
            !places.contains(cell.column) && !ErrorWorkbook.front.contains(cell.text)
        }
        guard others.isEmpty else {
            throw OtherColumns(
                headings: others.map { PayMention.isIn($0.text) ? KeptRow.removed : String($0.text.prefix(20)) }
            )
        }
        front = Set(headed.headings.cells.filter { ErrorWorkbook.front.contains($0.text) }.map(\.column))
    }

    private let front: Set<Int>
    private let own: OwnWords

    /// The sheet's name; nil for CSV.
    var name: String? { headed.reader.sheet }

    /// The month the lines above the headings name; nil where none is.
    var month: Month? {
        for cell in headed.above.flatMap(\.cells) {
            if let match = cell.text.firstMatch(of: /[0-9]{4}-[0-9]{2}/) { return Month(String(match.output)) }
        }
        return nil
    }

    /// The next row with anything in it, as it may be kept; nil at the end.
    ///
    /// - Throws: `SpreadsheetError`.
    func next() throws(SpreadsheetError) -> KeptRow? {
        while let row = try headed.next() {
            guard row.isFilled else { continue }
            let isTorn = row.row.cells.contains { !known.contains($0.column) && !front.contains($0.column) }
            return KeptRow(row.text, number: row.number, isTorn: isTorn, own: own)
        }
        return nil
    }
}

/// The file has columns nobody asks for; what stands in them would leave the enterprise.
struct OtherColumns: Rejection, Hashable {
    let headings: [String]

    var code: String { "compensation.other-columns" }
    var arguments: [String: String] { ["headings": headings.prefix(10).joined(separator: "、")] }
}

/// The file is of another month than was said.
struct OtherMonth: Rejection, Hashable {
    let written: Month

    var code: String { "compensation.other-month" }
    var arguments: [String: String] { ["month": written.description] }
}
