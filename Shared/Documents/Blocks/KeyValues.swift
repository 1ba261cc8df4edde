/// Rows of a word and what it stands for: `统一社会信用代码  9137…`.
package struct KeyValues: Hashable, Sendable {
    package var rows: [KeyValue]
    /// The width of the keys in millimetres; nil makes them as wide as the widest.
    package var keyWidth: Double?
    /// Drawn as a table with lines.
    package var isBoxed: Bool

    /// Makes rows.
    package init(_ rows: [KeyValue], keyWidth: Double? = nil, isBoxed: Bool = false) {
        self.rows = rows
        self.keyWidth = keyWidth
        self.isBoxed = isBoxed
    }
}

/// One row of `KeyValues`.
package struct KeyValue: Hashable, Sendable {
    package var key: String
    package var value: Paragraph

    /// Makes a row.
    package init(_ key: String, _ value: Paragraph) {
        self.key = key
        self.value = value
    }

    /// Makes a row of plain text.
    package init(_ key: String, _ value: String) { self.init(key, Paragraph(value)) }
}
