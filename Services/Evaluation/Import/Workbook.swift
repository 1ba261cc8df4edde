import Foundation
import Kernel
import SwiftCSV

/// A workbook saved as CSV: the rows under their headings, in whatever order the columns stand.
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

    /// Reads UTF-8, with or without a mark, or GB18030.
    ///
    /// - Throws: `InvalidInput` naming the encoding, the columns that are missing, or the broken quotes.
    init(_ bytes: [UInt8], columns: [ApplicationColumns.Column]) throws {
        guard let text = FileText.decode(bytes) else {
            throw InvalidInput(field: "file", code: "evaluation.csv-encoding")
        }
        var rows = try Self.rows(of: text)
        guard !rows.isEmpty else { throw InvalidInput(field: "file", code: "evaluation.csv-empty") }
        let headings = rows.removeFirst().map { Normalised.identifier($0) }
        guard headings.contains(where: { !$0.isEmpty }) else {
            throw InvalidInput(field: "file", code: "evaluation.csv-empty")
        }
        try Self.check(headings, columns)
        let filled = rows.enumerated().filter { !$0.element.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
        guard !filled.isEmpty else { throw InvalidInput(field: "file", code: "evaluation.csv-empty") }
        guard filled.count <= Self.mostRows else {
            throw InvalidInput(
                field: "file",
                code: "evaluation.csv-too-many-rows",
                arguments: ["most": String(Self.mostRows)]
            )
        }
        lines = filled.map { index, cells in
            Line(
                number: index + 1,
                cells: Dictionary(zip(headings, cells), uniquingKeysWith: { first, _ in first }),
                isTorn: cells.count > headings.count && !cells[headings.count...].allSatisfy(\.isEmpty)
            )
        }
    }

    private static func rows(of text: String) throws -> [[String]] {
        let firstLine = text.prefix { !$0.isNewline }
        let delimiter: CSVDelimiter =
            firstLine.contains(",")
            ? .comma : firstLine.contains("\t") ? .tab : firstLine.contains(";") ? .semicolon : .comma
        do {
            let csv = try CSV<Enumerated>(string: text, delimiter: delimiter, loadColumns: false)
            return [csv.header] + csv.rows
        } catch {
            throw InvalidInput(field: "file", code: "evaluation.csv-quotes")
        }
    }

    private static func check(_ headings: [String], _ columns: [ApplicationColumns.Column]) throws {
        let found = Set(headings)
        var problems = columns.filter { $0.isRequired && !found.contains($0.heading) }.map { column in
            FieldProblem(
                field: column.heading,
                code: "evaluation.csv-column-missing",
                arguments: ["column": column.heading]
            )
        }
        let known = Set(columns.map(\.heading))
        for (heading, times) in Dictionary(grouping: headings, by: \.self).mapValues(\.count)
        where times > 1 && known.contains(heading) {
            problems.append(
                FieldProblem(field: heading, code: "evaluation.csv-column-twice", arguments: ["column": heading])
            )
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
    }
}
