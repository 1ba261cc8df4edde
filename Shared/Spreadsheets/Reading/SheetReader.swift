/// Where rows come from.
protocol RowSource: AnyObject {
    /// The next row with anything in it; nil at the end.
    func next() throws(SpreadsheetError) -> Row?
}

/// What a first look over a whole sheet told.
package struct SheetSurvey: Hashable, Sendable {
    /// Rows with a value in them, headings and titles among them.
    package let filledRows: Int
    /// Whether cells are merged over several rows.
    package let hasMergedRows: Bool
}

/// A sheet that is being read.
package final class SheetReader {
    /// The sheet's name; nil in a CSV file.
    package let sheet: String?
    /// What is known of the whole sheet; nil where it was not looked over for merged cells.
    package let survey: SheetSurvey?
    private let rows: any RowSource
    private let most: Int
    private var count = 0

    init(sheet: String?, rows: any RowSource, survey: SheetSurvey? = nil, limits: ReadingLimits) {
        self.sheet = sheet
        self.rows = rows
        self.survey = survey
        most = limits.rows
    }

    /// The next row with anything in it; nil at the end.
    ///
    /// - Throws: ``SpreadsheetError``.
    package func next() throws(SpreadsheetError) -> Row? {
        guard let row = try rows.next() else { return nil }
        count += 1
        guard count <= most else { throw .tooManyRows(most: most) }
        return row
    }

    /// Where a cell of this sheet stands.
    package func place(row: Int, column: Int) -> CellPlace { CellPlace(sheet: sheet, row: row, column: column) }
}
