/// Reads a JSON text once from left to right, by RFC 8259 and nothing beside it.
struct JSONScanner {
    private let bytes: [UInt8]
    private var place = 0
    private var tokens: [JSONTokens.Token] = []
    /// The lists and objects we are in, by their token.
    private var open: [Int] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A mark some editors put before a text.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    /// The tokens of the text.
    mutating func scan(reserving count: Int) throws(NotJSON) -> [JSONTokens.Token] {
        tokens.reserveCapacity(count)
        skipSpace()
        try scanValue()
        while let inner = open.last {
            skipSpace()
            let isObject = tokens[inner].kind == .object
            if takes(isObject ? "}" : "]") {
                tokens[inner].next = Int32(tokens.count)
                open.removeLast()
                continue
            }
            if tokens[inner].end > 0 {
                guard takes(",") else { throw problem("has no comma between values") }
                skipSpace()
            }
            if isObject {
                guard takes("\"") else { throw problem("has a member without a name") }
                try scanText()
                skipSpace()
                guard takes(":") else { throw problem("has a name without a value") }
                skipSpace()
            }
            tokens[inner].end += 1
            try scanValue()
        }
        skipSpace()
        guard place == bytes.count else { throw problem("goes on behind its end") }
        return tokens
    }

    private mutating func scanValue() throws(NotJSON) {
        guard place < bytes.count else { throw problem("ends too early") }
        switch bytes[place] {
        case UInt8(ascii: "\""):
            place += 1
            try scanText()
        case UInt8(ascii: "{"): try begin(.object)
        case UInt8(ascii: "["): try begin(.list)
        case UInt8(ascii: "t"): try scan(word: "true", as: .yes)
        case UInt8(ascii: "f"): try scan(word: "false", as: .no)
        case UInt8(ascii: "n"): try scan(word: "null", as: .null)
        default: try scanNumber()
        }
    }

    private mutating func begin(_ kind: JSONTokens.Kind) throws(NotJSON) {
        guard open.count < JSONTokens.deepest else { throw problem("is too deep") }
        open.append(tokens.count)
        tokens.append(JSONTokens.Token(kind: kind, start: Int32(place), end: 0, next: 0))
        place += 1
    }

    private mutating func scan(word: String, as kind: JSONTokens.Kind) throws(NotJSON) {
        let start = place
        for sign in word.utf8 {
            guard place < bytes.count, bytes[place] == sign else { throw problem("has a word that is none") }
            place += 1
        }
        add(kind, start..<place)
    }

    /// A text whose opening mark is behind us.
    private mutating func scanText() throws(NotJSON) {
        let start = place
        var kind = JSONTokens.Kind.text
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                add(kind, start..<place)
                place += 1
                return
            case UInt8(ascii: "\\"):
                kind = .escaped
                try scanEscape()
            case 0..<0x20: throw problem("has a control character in a text")
            default: place += 1
            }
        }
        throw problem("ends within a text")
    }

    private mutating func scanEscape() throws(NotJSON) {
        place += 1
        guard place < bytes.count else { throw problem("ends within a text") }
        let sign = bytes[place]
        place += 1
        switch sign {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            break
        case UInt8(ascii: "u"):
            guard place + 4 <= bytes.count, bytes[place..<place + 4].allSatisfy({ $0.hexadecimal != nil }) else {
                throw problem("has an escape that is none")
            }
            place += 4
        default: throw problem("has an escape that is none")
        }
    }

    private mutating func scanNumber() throws(NotJSON) {
        let start = place
        _ = takes("-")
        if !takes("0") { try scanDigits() }
        if takes(".") { try scanDigits() }
        if takes("e") || takes("E") {
            if !takes("-") { _ = takes("+") }
            try scanDigits()
        }
        add(.number, start..<place)
    }

    private mutating func scanDigits() throws(NotJSON) {
        let start = place
        while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
        guard place > start else { throw problem("has something that is no value") }
    }

    private mutating func add(_ kind: JSONTokens.Kind, _ range: Range<Int>) {
        tokens.append(
            JSONTokens.Token(
                kind: kind,
                start: Int32(range.lowerBound),
                end: Int32(range.upperBound),
                next: Int32(tokens.count + 1)
            )
        )
    }

    private mutating func skipSpace() {
        while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
    }

    private mutating func takes(_ sign: Unicode.Scalar) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
        place += 1
        return true
    }

    private func problem(_ reason: String) -> NotJSON { NotJSON(place: place, reason: reason) }
}

extension UInt8 {
    /// What it is as a digit of a hexadecimal number.
    var hexadecimal: UInt32? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
