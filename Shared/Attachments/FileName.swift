/// The name of a file, as it may be kept, shown and offered.
package struct FileName: Hashable, Sendable {
    /// The most characters (Unicode scalars) of a name.
    package static let mostCharacters = 120

    /// The name: no path, no control, direction or invisible characters, none a file system forbids.
    package let text: String

    /// Makes a name of what a sender gave; nil where nothing is left of it.
    package init?(_ given: String) {
        let last = given.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last ?? []
        var kept: [Unicode.Scalar] = []
        for scalar in last where !Self.isHidden(scalar) {
            kept.append(Self.forbidden.contains(scalar) ? "_" : scalar)
        }
        let isPadding: (Unicode.Scalar) -> Bool = { $0 == "." || $0.properties.isWhitespace }
        while let first = kept.first, isPadding(first) { kept.removeFirst() }
        while let last = kept.last, isPadding(last) { kept.removeLast() }
        guard !kept.isEmpty else { return nil }
        text = Self.shortened(kept)
    }

    /// What stands behind the last dot, in lower case; nil where there is no dot.
    package var ending: String? {
        guard let dot = text.lastIndex(of: "."), dot != text.startIndex else { return nil }
        return text[text.index(after: dot)...].lowercased()
    }

    private static let forbidden: Set<Unicode.Scalar> = ["<", ">", ":", "\"", "|", "?", "*"]

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .unassigned: true
        default: false
        }
    }

    /// Cuts the middle away and keeps the ending.
    private static func shortened(_ scalars: [Unicode.Scalar]) -> String {
        var kept = scalars[...]
        if scalars.count > mostCharacters {
            let dot = scalars.lastIndex(of: ".") ?? scalars.count
            let ending = scalars.count - dot <= 12 ? scalars[dot...] : []
            kept = scalars[..<(mostCharacters - ending.count)] + ending
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: kept)
        return String(view)
    }
}
