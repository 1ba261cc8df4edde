/// What the formats of a workbook's cells mean for their numbers.
final class NumberFormats: XMLTarget {
    /// What a number in a cell of some style is.
    enum Meaning: Hashable {
        case number(leastDigits: Int)
        case moment
    }

    private var codes: [Int: Meaning] = [:]
    private var styles: [Meaning] = []
    private var isInCells = false

    /// Those of a workbook.
    static func read(_ parts: WorkbookParts) throws(SpreadsheetError) -> NumberFormats {
        let formats = NumberFormats()
        if let name = parts.styles, let part = try parts.archive.part(name) { try WorkbookParts.read(part, formats) }
        return formats
    }

    /// What a number in a cell of this style is.
    subscript(style: Int) -> Meaning { styles.indices.contains(style) ? styles[style] : .number(leastDigits: 0) }

    func begin(_ tag: XMLTag, _ attributes: XMLAttributes) throws(SpreadsheetError) {
        switch tag {
        case .numFmt:
            guard codes.count < 10_000, let id = attributes.number("numFmtId"), let code = attributes["formatCode"]
            else { return }
            codes[id] = Self.meaning(of: code)
        case .cellXfs: isInCells = true
        case .xf:
            guard isInCells else { return }
            guard styles.count < 100_000 else { throw .bomb }
            let id = attributes.number("numFmtId") ?? 0
            styles.append(codes[id] ?? Self.builtIn(id))
        default: break
        }
    }

    func end(_ tag: XMLTag) { if tag == .cellXfs { isInCells = false } }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// ECMA-376 18.8.30; 27–36 and 50–58 are days in the Chinese, Japanese and Korean editions.
    private static func builtIn(_ id: Int) -> Meaning {
        switch id {
        case 14...22, 27...36, 45...47, 50...58: .moment
        default: .number(leastDigits: 0)
        }
    }

    /// What a written format means: it is a moment where its first section has a letter of years, days or hours outside
    /// quotation marks and brackets.
    static func meaning(of code: String) -> Meaning {
        var letters: [Character] = []
        var (isQuoted, isBracketed, isEscaped) = (false, false, false)
        var bracket = ""
        for character in code {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if isBracketed {
                isBracketed = character != "]"
                if isBracketed { bracket.append(character) }
                // Hours and more are written [h]; colours, conditions and regions are in brackets too.
                if !isBracketed, !bracket.isEmpty, bracket.allSatisfy({ "hmsHMS".contains($0) }) { letters.append("h") }
            } else if character == ";" {
                break
            } else if character == "\\" || character == "_" || character == "*" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted = true
            } else if character == "[" {
                (isBracketed, bracket) = (true, "")
            } else {
                letters.append(character)
            }
        }
        let text = String(letters)
        if text.contains(where: { "yYdDhHsSmM年月日时分秒".contains($0) }), !text.contains(where: { "#?@".contains($0) }) {
            return .moment
        }
        let isZeros = !text.isEmpty && text.allSatisfy { $0 == "0" }
        return .number(leastDigits: isZeros ? text.count : 0)
    }
}
