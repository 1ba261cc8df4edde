import Foundation
import Kernel
import Spreadsheets

/// The cells of a row by their fields, collecting what is wrong with each.
struct HistoricCells {
    private let row: HeadedRow
    private let countsFrom1904: Bool
    private(set) var problems: [FieldProblem] = []

    init(row: HeadedRow, countsFrom1904: Bool) {
        self.row = row
        self.countsFrom1904 = countsFrom1904
    }

    mutating func problem(_ field: String, _ code: String, _ arguments: [String: String] = [:]) {
        problems.append(FieldProblem(field: field, code: code, arguments: arguments))
    }

    /// The words of a cell that hold a value, trimmed; nil where it holds none and that is wrong.
    private mutating func value(_ field: String, most: Int) -> String? {
        switch row[field]?.value {
        case .uncalculated:
            problem(field, "certificate.cell-uncalculated")
            return nil
        case .error(let name):
            problem(field, "certificate.cell-error", ["name": name])
            return nil
        case nil, .text, .number, .truth, .day, .time:
            let text = row.text(field).trimmingCharacters(in: .whitespacesAndNewlines)
            guard text.count <= most else {
                problem(field, "certificate.cell-too-long", ["most": String(most)])
                return nil
            }
            // A direction mark turns a name round on paper, and a control character prints nothing.
            let unprintable: Set<Unicode.GeneralCategory> = [.control, .format, .privateUse, .surrogate, .unassigned]
            guard !text.unicodeScalars.contains(where: { unprintable.contains($0.properties.generalCategory) }) else {
                problem(field, "certificate.cell-unprintable")
                return nil
            }
            return text
        }
    }

    /// A text that may be missing; empty where it is.
    mutating func optional(_ field: String, most: Int) -> String { value(field, most: most) ?? "" }

    /// A text that must be there.
    mutating func text(_ field: String, most: Int) -> String {
        guard let text = value(field, most: most) else { return "" }
        if text.isEmpty { problem(field, "common.missing-member") }
        return text
    }

    /// An identifier that must be there.
    mutating func identifier<Value>(_ field: String, _ read: (String) throws(IdentifierError) -> Value) -> Value? {
        guard let text = value(field, most: 60) else { return nil }
        guard !text.isEmpty else {
            problem(field, "common.missing-member")
            return nil
        }
        guard row[field]?.isRounded != true else {
            problems.append(FieldProblem(field: field, IdentifierError.roundedByExcel))
            return nil
        }
        do {
            return try read(text)
        } catch {
            problems.append(FieldProblem(field: field, error))
            return nil
        }
    }

    /// An identifier that may be missing.
    mutating func optionalIdentifier<Value>(
        _ field: String,
        _ read: (String) throws(IdentifierError) -> Value
    ) -> Value? {
        row.text(field).allSatisfy(\.isWhitespace) && row[field]?.value != .uncalculated ? nil : identifier(field, read)
    }

    /// A day that must be there.
    mutating func day(_ field: String) -> LocalDate? {
        if case .day(let day, _) = row[field]?.value { return day }
        if let day = row[field]?.value.serialDay(countedFrom1904: countsFrom1904) { return day }
        guard let text = value(field, most: 40) else { return nil }
        guard !text.isEmpty else {
            problem(field, "common.missing-member")
            return nil
        }
        guard let day = WrittenDay.read(text) else {
            problem(field, "certificate.cell-day")
            return nil
        }
        return day
    }
}
