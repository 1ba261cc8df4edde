import Kernel

/// A column that is looked for in a sheet.
package struct SheetColumn: Hashable, Sendable {
    /// What the program calls it, like the field of a form.
    package let field: String
    /// What stands above it.
    package let heading: String
    /// What else may stand above it.
    package let aliases: [String]
    package let isRequired: Bool

    /// A column.
    ///
    /// - Parameters:
    ///   - field: What the program calls it.
    ///   - heading: What stands above it.
    ///   - aliases: What else may stand above it.
    ///   - isRequired: Whether a sheet without it cannot be read.
    package init(_ field: String, _ heading: String, aliases: [String] = [], isRequired: Bool = true) {
        self.field = field
        self.heading = heading
        self.aliases = aliases
        self.isRequired = isRequired
    }
}

/// Headings as people change them: with spaces, line breaks, asterisks, full-width letters, remarks in brackets.
enum Heading {
    /// The form headings are compared in.
    static func normalised(_ text: String) -> String {
        var text = Normalised.identifier(text)
        text.removeAll { $0 == "*" || $0 == ":" }
        // “企业名称(必填)” is “企业名称”; a bracket that begins the heading is part of it.
        for remark in ["(必填)", "(选填)", "(可选)", "[必填]", "[选填]"] { text = text.replacing(remark, with: "") }
        return text
    }
}
