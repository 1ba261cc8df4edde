/// How a sheet that is written looks.
package struct SheetLayout: Hashable, Sendable {
    /// What stands in the cells of a column.
    package enum Kind: Hashable, Sendable {
        /// Text that stays text, like numbers of 18 digits.
        case text
        /// Text on several lines.
        case wrapped
        case number
        case day
    }

    /// One column.
    package struct Column: Hashable, Sendable {
        package let heading: String
        package let kind: Kind
        /// In characters of the usual font, of which a Chinese one takes two; nil for one that fits the heading.
        package let width: Double?
        /// The values a person chooses from; empty where anything may be written.
        package let choices: [String]
        /// Shown at the heading.
        package let hint: String?
        /// Whether the heading is marked as one that must be filled.
        package let isRequired: Bool

        /// A column.
        package init(
            _ heading: String,
            kind: Kind = .text,
            width: Double? = nil,
            choices: [String] = [],
            hint: String? = nil,
            isRequired: Bool = false
        ) {
            self.heading = heading
            self.kind = kind
            self.width = width
            self.choices = choices
            self.hint = hint
            self.isRequired = isRequired
        }

        /// The width it gets.
        var shownWidth: Double { width ?? min(60, max(10, Self.width(of: heading) + 4)) }

        private static func width(of text: String) -> Double {
            text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
        }
    }

    /// The sheet's name.
    package let name: String
    /// Lines above the headings, the first of them as a title.
    package let above: [String]
    package let columns: [Column]
    /// Columns that stay in sight when one scrolls to the right.
    package let frozenColumns: Int

    /// A sheet with headings.
    package init(_ name: String, above: [String] = [], columns: [Column], frozenColumns: Int = 0) {
        self.name = name
        self.above = above
        self.columns = columns
        self.frozenColumns = frozenColumns
    }

    /// A sheet of lines to read, without headings.
    package init(_ name: String, lines: [String]) {
        self.init(name, above: lines, columns: [])
    }
}
