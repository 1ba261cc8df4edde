import Kernel
import Spreadsheets

/// A workbook of applications: the rows under their headings, in whatever order the columns stand.
struct Workbook: Sendable {
    /// One row.
    struct Line: Sendable {
        /// Counted from 1, without the headings.
        let number: Int
        let cells: [String: String]
        /// Whether it has more cells than there are headings, as a stray quote or comma makes.
        let isTorn: Bool
    }

    /// Rows a workbook may have.
    static let mostRows = 2000

    let lines: [Line]

    /// Reads an Excel workbook's first sheet, or CSV in UTF-8, with or without a mark, or GB18030.
    ///
    /// - Throws: `InvalidInput` naming what the file is, the columns that are missing, or the broken quotes.
    init(_ bytes: [UInt8], columns: [ApplicationColumns.Column]) throws {
        do {
            let limits = ReadingLimits().with(rows: Self.mostRows + 100)
            let reader = try Spreadsheet(.bytes(bytes), limits: limits).rows()
            let sheet = try HeadedSheet(
                reader,
                columns: columns.map { SheetColumn($0.heading, $0.heading, isRequired: $0.isRequired) }
            )
            lines = try Self.lines(of: sheet, columns)
        } catch {
            throw InvalidInput(Self.problems(of: error))
        }
        guard !lines.isEmpty else { throw InvalidInput(field: "file", code: "evaluation.csv-empty") }
    }

    private static func lines(
        of sheet: HeadedSheet,
        _ columns: [ApplicationColumns.Column]
    ) throws(SpreadsheetError) -> [Line] {
        let last = sheet.headings.cells.last?.column ?? 0
        var lines: [Line] = []
        while let row = try sheet.next() {
            guard lines.count < mostRows else { throw .tooManyRows(most: mostRows) }
            let cells = columns.map { ($0.heading, row.text($0.heading)) }
            lines.append(
                Line(
                    number: row.number - sheet.headings.number,
                    cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }),
                    isTorn: row.isTorn(beyond: last)
                )
            )
        }
        return lines
    }

    private static func problems(of refusal: SpreadsheetError) -> [FieldProblem] {
        func file(_ code: String, _ arguments: [String: String] = [:]) -> [FieldProblem] {
            [FieldProblem(field: "file", code: code, arguments: arguments)]
        }
        switch refusal {
        case .empty: return file("evaluation.csv-empty")
        case .encoding: return file("evaluation.csv-encoding")
        case .quotes: return file("evaluation.csv-quotes")
        case .tooManyRows: return file("evaluation.csv-too-many-rows", ["most": String(mostRows)])
        case .columnsMissing(let headings), .noHeadings(let headings):
            return headings.map {
                FieldProblem(field: $0, code: "evaluation.csv-column-missing", arguments: ["column": $0])
            }
        case .columnTwice(let heading, _, _):
            return [FieldProblem(field: heading, code: "evaluation.csv-column-twice", arguments: ["column": heading])]
        default: return [FieldProblem(field: "file", refusal)]
        }
    }
}
