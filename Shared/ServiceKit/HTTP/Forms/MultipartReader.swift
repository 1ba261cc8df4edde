/// Goes through the bytes of a multipart body, from delimiter to delimiter.
struct MultipartReader {
    private let bytes: [UInt8]
    /// Two hyphens and the boundary.
    private let delimiter: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8], boundary: String) {
        self.bytes = bytes
        delimiter = Array("--\(boundary)".utf8)
    }

    /// Goes behind the first delimiter; false where there is none.
    mutating func skipPreamble() -> Bool {
        if matches(delimiter, at: 0) {
            position = delimiter.count
            return true
        }
        guard let start = nextDelimiter() else { return false }
        position = start + 2 + delimiter.count
        return true
    }

    /// Reads the rest of a delimiter's line: whether a part follows, or the form has ended.
    mutating func hasNextPart() throws(FormRefusal) -> Bool {
        if matches(Self.dashes, at: position) { return false }
        // Blanks may stand behind a delimiter (RFC 2046, 5.1.1).
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        guard matches(Self.lineEnd, at: position) else { throw .malformed }
        position += 2
        return true
    }

    /// The headers of a part, names in lower case; goes to its first byte.
    mutating func headers(most: Int) throws(FormRefusal) -> [String: String] {
        var headers: [String: String] = [:]
        let start = position
        while !matches(Self.lineEnd, at: position) {
            guard let end = lineEnd(notBeyond: start + most) else { throw .malformed }
            guard let line = String(validating: bytes[position..<end], as: UTF8.self) else { throw .notText }
            guard let colon = line.firstIndex(of: ":") else { throw .malformed }
            let name = line[..<colon].lowercased()
            headers[name] = String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
            position = end + 2
        }
        position += 2
        return headers
    }

    /// The bytes up to the next delimiter; goes behind it.
    mutating func content() throws(FormRefusal) -> ArraySlice<UInt8> {
        // The CRLF before the delimiter belongs to the delimiter; a part without bytes shares it with its headers' end.
        let start = position
        position -= 2
        guard let end = nextDelimiter() else { throw .malformed }
        position = end + 2 + delimiter.count
        return end < start ? [] : bytes[start..<end]
    }

    private static let lineEnd: [UInt8] = [0x0D, 0x0A]
    private static let dashes: [UInt8] = [0x2D, 0x2D]

    private func matches(_ pattern: [UInt8], at start: Int) -> Bool {
        guard start + pattern.count <= bytes.count else { return false }
        for offset in pattern.indices where bytes[start + offset] != pattern[offset] { return false }
        return true
    }

    private func lineEnd(notBeyond most: Int) -> Int? {
        var index = position
        let end = min(most, bytes.count - 1)
        while index < end {
            if bytes[index] == 0x0D, bytes[index + 1] == 0x0A { return index }
            index += 1
        }
        return nil
    }

    /// Where CRLF and the delimiter stand next; what follows the delimiter must be able to, or it is content.
    private func nextDelimiter() -> Int? {
        var index = position
        while index + 2 + delimiter.count <= bytes.count {
            if bytes[index] == 0x0D, bytes[index + 1] == 0x0A, matches(delimiter, at: index + 2),
                endsDelimiter(index + 2 + delimiter.count)
            {
                return index
            }
            index += 1
        }
        return nil
    }

    /// A boundary that is the beginning of a longer line is no delimiter.
    private func endsDelimiter(_ index: Int) -> Bool {
        guard index < bytes.count else { return true }
        return [0x0D, 0x20, 0x09].contains(bytes[index]) || matches(Self.dashes, at: index)
    }
}
