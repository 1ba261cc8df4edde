/// The texts that cells share, one behind the other in one piece of memory.
final class SharedStrings: XMLTarget {
    private let mostBytes: Int
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var isText = false
    private var phonetic = 0

    /// Those of a workbook.
    ///
    /// - Throws: ``SpreadsheetError/bomb`` where they are longer than the limits.
    static func read(_ parts: WorkbookParts, limits: ReadingLimits) throws(SpreadsheetError) -> SharedStrings {
        let strings = SharedStrings(mostBytes: limits.sharedTextBytes)
        if let name = parts.sharedStrings, let part = try parts.archive.part(name) {
            try WorkbookParts.read(part, strings)
        }
        return strings
    }

    private init(mostBytes: Int) { self.mostBytes = mostBytes }

    /// The text of a number; nil where there is none such.
    subscript(index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return EscapedText.plain(bytes[start..<Int(ends[index])])
    }

    func begin(_ tag: XMLTag, _ attributes: XMLAttributes) {
        switch tag {
        case .rPh: phonetic += 1
        case .t: isText = phonetic == 0
        default: break
        }
    }

    func end(_ tag: XMLTag) throws(SpreadsheetError) {
        switch tag {
        case .rPh: phonetic -= 1
        case .t: isText = false
        case .si:
            // Four bytes a text, counted with the texts: a million empty ones are memory too.
            guard bytes.count + 4 * ends.count <= mostBytes else { throw .bomb }
            ends.append(UInt32(bytes.count))
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
        guard isText else { return }
        unsafe bytes.append(contentsOf: piece)
        guard bytes.count + 4 * ends.count <= mostBytes else { throw .bomb }
    }
}

/// Characters that XML cannot hold are written `_x000D_`.
enum EscapedText {
    /// The text that is meant; no zero bytes, which nothing behind could keep.
    static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard hasMark(bytes) else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            guard let value = UInt16(match.1, radix: 16), value != 0, let scalar = Unicode.Scalar(value) else {
                return ""
            }
            return String(Character(scalar))
        }
    }

    /// Whether `_x` stands anywhere; looked for byte by byte, as every cell is: a search by collections takes ten times as long.
    private static func hasMark(_ bytes: ArraySlice<UInt8>) -> Bool {
        var isBehind = false
        for byte in bytes {
            if isBehind, byte == UInt8(ascii: "x") { return true }
            isBehind = byte == UInt8(ascii: "_")
        }
        return false
    }
}
