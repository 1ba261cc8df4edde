/// Which role a text plays on a Chinese paper; the families for each are configuration.
package enum FontRole: Hashable, Sendable, CaseIterable {
    /// Titles, 小标宋 in a bureau.
    case title
    /// Headings and table heads, 黑体.
    case heading
    /// Running text, 仿宋 or 宋体.
    case body
}

/// The families for each role, in the order in which a character is looked for in them.
///
/// No other font is used, whatever is installed: paper looks the same on every machine. A city that owns 方正小标宋 and 仿宋 names them here.
package struct FontFamilies: Hashable, Sendable {
    package var title: [String]
    package var heading: [String]
    package var body: [String]

    /// Names the families; the first of each role must be installed.
    package init(
        title: [String] = FontFamilies.serif,
        heading: [String] = FontFamilies.sans,
        body: [String] = FontFamilies.serif
    ) {
        self.title = title
        self.heading = heading
        self.body = body
    }

    /// Noto's serif with HanaMin, which has the rare characters that Noto lacks, as fallback.
    package static let serif = ["Noto Serif CJK SC", "HanaMinA", "HanaMinB"]
    /// Noto's sans with HanaMin as fallback.
    package static let sans = ["Noto Sans CJK SC", "HanaMinA", "HanaMinB"]

    /// The families of a role.
    package subscript(role: FontRole) -> [String] {
        switch role {
        case .title: title
        case .heading: heading
        case .body: body
        }
    }

    /// The families named here that are not installed; a service says so when it starts.
    package var missing: [String] {
        let named = FontRole.allCases.flatMap { self[$0] }
        var seen: Set<String> = []
        return named.filter { seen.insert($0).inserted && !InstalledFonts.has($0) }
    }
}
