import CompensationDomain
import Foundation

/// What is kept of a row of a file: its number and the known columns, with nothing in them that reads like pay.
struct KeptRow: Hashable, Sendable {
    /// What stands where an amount stood, which was not kept.
    static let removed = "〔金额未保存〕"

    /// The number Excel shows.
    let number: Int
    /// Whether there were cells outside the known columns; they were not kept.
    let isTorn: Bool
    /// By the place of their column in ``columns``.
    let texts: [String]

    /// The columns that are kept, each with how many characters of a cell, one more than is taken.
    static let columns: [(field: String, most: Int)] = [
        ("appointment", 41), ("name", 101), ("band", 41), ("standing", 11), ("reason", 201),
    ]

    /// Keeps a row that was read; words of the enterprise's own records stay as they are.
    init(_ row: (String) -> String, number: Int, isTorn: Bool, own: OwnWords) {
        self.number = number
        self.isTorn = isTorn
        texts = Self.columns.map { column in
            let text = row(column.field).trimmingCharacters(in: .whitespacesAndNewlines)
            guard !text.isEmpty, !(column.field == "appointment" && UUID(uuidString: text) != nil) else { return text }
            guard own.allows(text, in: column.field) else { return Self.removed }
            return String(text.prefix(column.most).map { $0 == "\t" || $0.isNewline ? " " : $0 })
        }
    }

    /// The text of a column; empty where it is not kept.
    func text(_ field: String) -> String {
        Self.columns.firstIndex { $0.field == field }.map { texts[$0] } ?? ""
    }

    /// Fields in which an amount stood.
    var fieldsWithAmount: [String] { zip(Self.columns, texts).filter { $1 == Self.removed }.map(\.0.field) }

    /// One line of the kept file.
    var line: String { ([String(number), isTorn ? "1" : "0"] + texts).joined(separator: "\t") + "\n" }

    /// Reads a line; nil where it is none.
    init?(line: Substring) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 2 + Self.columns.count, let number = Int(parts[0]) else { return nil }
        self.number = number
        isTorn = parts[1] == "1"
        texts = parts[2...].map(String.init)
    }
}
