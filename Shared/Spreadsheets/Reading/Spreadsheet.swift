/// A workbook or a CSV file that is read; rows come one after the other, and memory does not grow with their number.
///
/// Macros are never run, links never followed, and formulas never calculated: their last result is what counts.
package struct Spreadsheet {
    /// A sheet there is.
    package struct Sheet: Hashable, Sendable {
        /// Its name; nil in a CSV file.
        package let name: String?
        package let isHidden: Bool
    }

    /// Which sheet is read.
    package enum Choice: Hashable, Sendable {
        /// The first that is not hidden.
        case first
        /// The one of this name.
        case named(String)
        /// The one of this name where there is one, and else the first that is not hidden.
        case preferred(String)
    }

    /// What stands in cells that are merged over several rows.
    package enum Merged: Hashable, Sendable {
        /// The value in the first row only, as the file has it.
        case first
        /// The value in each of the rows, as people see it.
        case everyRow
    }

    private enum Content {
        case workbook(WorkbookParts)
        case text(SpreadsheetFile)
    }

    /// The sheets in their order.
    package let sheets: [Sheet]
    /// Whether days are counted from 1904-01-01, as workbooks of old Macintoshes do.
    package let countsFrom1904: Bool
    private let content: Content
    private let limits: ReadingLimits

    /// Looks at a file, whatever it is called.
    ///
    /// - Throws: ``SpreadsheetError`` naming what it is where it cannot be read.
    package init(_ file: SpreadsheetFile, limits: ReadingLimits = ReadingLimits()) throws(SpreadsheetError) {
        self.limits = limits
        guard try file.size() <= limits.fileBytes else { throw .tooLarge(most: limits.fileBytes) }
        switch try FileSignature.of(file) {
        case .zip:
            let parts = try WorkbookParts(ZipArchive(file, limits: limits))
            content = .workbook(parts)
            countsFrom1904 = parts.countsFrom1904
            sheets = parts.sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden) }
        case .text:
            content = .text(file)
            countsFrom1904 = false
            sheets = [Sheet(name: nil, isHidden: false)]
        }
    }

    /// Begins to read a sheet.
    ///
    /// - Throws: ``SpreadsheetError``.
    package func rows(
        of choice: Choice = .first,
        merged: Merged = .first
    ) throws(SpreadsheetError) -> SheetReader {
        switch content {
        case .text(let file): return SheetReader(sheet: nil, rows: try CSVRows(file, limits: limits), limits: limits)
        case .workbook(let parts):
            let sheet = try Self.sheet(choice, of: parts)
            let seen = merged == .everyRow ? try MergedCells.read(sheet, in: parts) : nil
            let covered = seen?.columns ?? []
            let context = SheetContext(
                parts: parts,
                strings: try SharedStrings.read(parts, limits: limits),
                formats: try NumberFormats.read(parts),
                limits: limits
            )
            let rows = try SheetRows(sheet, context: context)
            let filled: any RowSource = covered.isEmpty ? rows : FilledRows(rows, covered)
            return SheetReader(
                sheet: sheet.name,
                rows: filled,
                survey: seen.map { SheetSurvey(filledRows: $0.filledRows, hasMergedRows: !$0.columns.isEmpty) },
                limits: limits
            )
        }
    }

    private static func sheet(
        _ choice: Choice,
        of parts: WorkbookParts
    ) throws(SpreadsheetError) -> WorkbookParts.Sheet {
        func named(_ name: String) -> WorkbookParts.Sheet? { parts.sheets.first { $0.name == name } }
        let first = parts.sheets.first { !$0.isHidden } ?? parts.sheets.first
        let chosen =
            switch choice {
            case .first: first
            case .named(let name): named(name)
            case .preferred(let name): named(name) ?? first
            }
        if let chosen { return chosen }
        guard case .named(let name) = choice else { throw .damaged("no sheets") }
        throw .noSheet(name, known: parts.sheets.map(\.name))
    }
}
