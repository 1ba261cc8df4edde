import Statements

/// The statements that stand in a text, also those a mail or a form has wrapped over several lines.
enum WrittenStatements {
    /// Each statement as one text, and what is none as it stands there, so that nothing is passed over in silence.
    ///
    /// A statement ends where it can be read: its last line has a fixed length, so that no beginning of it is one. An empty line, or
    /// another address, ends what cannot be read.
    static func read(_ text: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        var (found, rest): ([String], [String]) = ([], [])
        func flush() {
            if !rest.isEmpty { found.append(rest.joined()) }
            rest = []
        }
        var place = 0
        while place < lines.count {
            let line = trimmed(lines[place])
            guard !line.isEmpty else {
                flush()
                place += 1
                continue
            }
            if let end = end(of: lines, from: place) {
                flush()
                found.append(lines[place..<end].map(trimmed).joined())
                place = end
                continue
            }
            if line.contains("#") || line.contains("://") { flush() }
            rest.append(line)
            place += 1
        }
        flush()
        return found
    }

    /// Where the statement ends that begins on a line; nil where none does.
    private static func end(of lines: [String], from start: Int) -> Int? {
        var joined = ""
        for place in start..<lines.count {
            let line = trimmed(lines[place])
            guard !line.isEmpty else { return nil }
            // Another statement begins.
            if place > start, line.contains("://"), joined.contains("#") { return nil }
            joined += line
            if SignedStatement(text: joined) != nil { return place + 1 }
        }
        return nil
    }

    private static func trimmed(_ line: String) -> String {
        String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
