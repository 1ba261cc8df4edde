import FilingDomain
import Foundation
import Kernel
import Spreadsheets

/// A row of a list that waits to be entered, with its cells as they were written.
struct StagedRow: Sendable {
    /// The number Excel shows.
    let number: Int
    /// The filing it is about, counted in the order of the list.
    let filing: Int
    let cells: [Cell]

    /// The cell of a column counted from 0.
    subscript(column: Int) -> Cell? { cells.first { $0.column == column } }
}

/// How the columns of a list stand.
struct ImportLayout: Hashable, Sendable, Codable {
    /// The sheet's name; nil for CSV.
    let sheet: String?
    let headings: Row
    /// Where each column that was found stands, by its field.
    let places: [String: Int]

    init(_ sheet: HeadedSheet) {
        self.sheet = sheet.reader.sheet
        headings = sheet.headings
        places = sheet.places
    }
}

/// What became of a row.
struct RowOutcome: Hashable, Sendable {
    enum Kind: String, Sendable {
        case entered, unchanged, differing, refused
    }

    let row: Int
    let kind: Kind
    /// What is wrong, or otherwise, or worth knowing; fields by their columns' names.
    let problems: [FieldProblem]
}
