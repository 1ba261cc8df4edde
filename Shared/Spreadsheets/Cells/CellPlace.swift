/// Where a cell stands, as Excel shows it.
package struct CellPlace: Hashable, Sendable, CustomStringConvertible {
    /// The sheet's name; nil in a CSV file, which has none.
    package let sheet: String?
    /// Counted from 1, headings included.
    package let row: Int
    /// Counted from 0: A.
    package let column: Int

    /// The place of a cell.
    package init(sheet: String?, row: Int, column: Int) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    /// The column as Excel writes it: A, Z, AA.
    package var letter: String { Self.letter(column) }

    /// `“备案”表C7单元格`, or `C7单元格` in a CSV file.
    package var description: String { "\(sheet.map { "“\($0)”表" } ?? "")\(letter)\(row)单元格" }

    /// The letters of a column counted from 0.
    package static func letter(_ column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            let digit = (rest - 1) % 26
            letters = String(UnicodeScalar(UInt8(65 + digit))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
