extension QRCode {
    /// The code with its quiet zone as an SVG picture for a page.
    ///
    /// `label`, which is escaped, says what it leads to for people who do not see it.
    package func svg(label: String = "二维码") -> String {
        let side = size + 2 * Self.quietZone
        var path = ""
        darkRuns { row, column, length in
            path += "M\(column + Self.quietZone) \(row + Self.quietZone)h\(length)v1h-\(length)z"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" role="img" \
            aria-label="\(label.escapedForMarkup)" shape-rendering="crispEdges">\
            <rect width="\(side)" height="\(side)" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
            """
    }
}

extension String {
    /// Fit to stand between tags or quotation marks; characters that XML cannot hold at all are left out.
    fileprivate var escapedForMarkup: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
