/// A cell that is not blank.
package struct Cell: Hashable, Sendable, Codable {
    /// Counted from 0.
    package let column: Int
    package let value: CellValue

    /// A cell of a column.
    package init(column: Int, value: CellValue) {
        self.column = column
        self.value = value
    }

    /// The value as a text that says the same.
    package var text: String { value.text }

    /// Whether Excel has rounded an identifier here: as a number of more than 15 digits, or as text like 3.72323E+17.
    package var isRounded: Bool {
        switch value {
        case .number(let number): number.isRounded
        case .text(let text): Self.isScientific(text)
        case .truth, .day, .time, .error, .uncalculated: false
        }
    }

    /// 12 digits and more are what Excel shows so; a short one like 1E+05 is something people write.
    private static func isScientific(_ text: String) -> Bool {
        // Files have very many cells, and hardly one with an exponent.
        guard text.utf8.count <= 24, text.utf8.contains(where: { $0 == 0x45 || $0 == 0x65 }) else { return false }
        guard let match = text.wholeMatch(of: /\s*[1-9](?:\.\d+)?[eE]\+?(\d{2})\s*/) else { return false }
        return (Int(match.1) ?? 0) >= 11
    }
}

/// A row with its cells that are not blank, from left to right.
package struct Row: Hashable, Sendable, Codable {
    /// Counted from 1 as Excel shows it; in a CSV file a text over several lines is still one row.
    package let number: Int
    package let cells: [Cell]
    /// Whether a filter or a person has hidden it; it is read all the same.
    package let isHidden: Bool

    /// A row.
    package init(number: Int, cells: [Cell], isHidden: Bool = false) {
        self.number = number
        self.cells = cells
        self.isHidden = isHidden
    }

    /// The cell of a column; nil where it is blank.
    package subscript(column: Int) -> Cell? {
        var (low, high) = (0, cells.count)
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].column < column { low = middle + 1 } else { high = middle }
        }
        return low < cells.count && cells[low].column == column ? cells[low] : nil
    }
}
