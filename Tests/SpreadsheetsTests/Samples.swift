import Foundation
import Testing

@testable import Spreadsheets

/// The files beside the tests; `Fixtures/make.py` makes them.
enum Samples {
    static func bytes(_ name: String) throws -> [UInt8] {
        let url = try #require(Bundle.module.resourceURL?.appending(path: "Fixtures/\(name)"))
        return [UInt8](try Data(contentsOf: url))
    }

    static func open(_ name: String, limits: ReadingLimits = ReadingLimits()) throws -> Spreadsheet {
        try Spreadsheet(.bytes(bytes(name)), limits: limits)
    }

    static func csv(_ text: String) throws -> Spreadsheet { try Spreadsheet(.bytes(Array(text.utf8))) }

    /// Every workbook that can be read.
    static let readable = [
        "openpyxl.xlsx", "xlsxwriter.xlsx", "phonetic.xlsx", "prefixed.xlsx", "days.xlsx", "macros.xlsx",
        "empty-rows.xlsx",
    ]
}

extension Spreadsheet {
    /// All rows of a sheet.
    func all(_ choice: Choice = .first, merged: Merged = .first) throws -> [Row] {
        let reader = try rows(of: choice, merged: merged)
        var rows: [Row] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    /// The texts of all rows, blanks as "-".
    func texts(_ choice: Choice = .first, merged: Merged = .first) throws -> [[String]] {
        try all(choice, merged: merged).map { row in
            (0...(row.cells.last?.column ?? 0)).map { row[$0]?.text ?? "-" }
        }
    }
}

/// SplitMix64: the same numbers each time.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Writes a file.
func writeBytes(_ bytes: [UInt8], to path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }
