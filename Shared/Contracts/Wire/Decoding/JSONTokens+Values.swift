extension JSONTokens {
    /// The signs a token of a text or number covers.
    func signs(of token: Token) -> ArraySlice<UInt8> { bytes[Int(token.start)..<Int(token.end)] }

    /// The text of a token; nil where half of a surrogate pair stands in it alone.
    func text(of token: Token) -> String? {
        token.kind == .escaped ? unescaped(signs(of: token)) : String(decoding: signs(of: token), as: UTF8.self)
    }

    /// Whether a name is this one.
    func token(_ token: Token, is name: Span<UInt8>) -> Bool {
        guard token.kind == .text else { return text(of: token)?.utf8.span.isSame(as: name) ?? false }
        let start = Int(token.start)
        guard Int(token.end) - start == name.count else { return false }
        for offset in name.indices where bytes[start + offset] != name[offset] { return false }
        return true
    }

    private func unescaped(_ signs: ArraySlice<UInt8>) -> String? {
        var plain: [UInt8] = []
        plain.reserveCapacity(signs.count)
        var rest = signs
        while let sign = rest.popFirst() {
            guard sign == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
                plain.append(sign)
                continue
            }
            switch escape {
            case UInt8(ascii: "b"): plain.append(0x08)
            case UInt8(ascii: "f"): plain.append(0x0C)
            case UInt8(ascii: "n"): plain.append(0x0A)
            case UInt8(ascii: "r"): plain.append(0x0D)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "u"):
                guard let scalar = Self.scalar(from: &rest) else { return nil }
                plain.append(contentsOf: String(scalar).utf8)
            default: plain.append(escape)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The sign four digits name, or twice four where they are a pair.
    private static func scalar(from rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
        let first = number(from: &rest)
        guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
        guard rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
        rest = rest.dropFirst(2)
        let second = number(from: &rest)
        guard (0xDC00...0xDFFF).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private static func number(from rest: inout ArraySlice<UInt8>) -> UInt32 {
        defer { rest = rest.dropFirst(4) }
        return rest.prefix(4).reduce(0) { $0 << 4 | ($1.hexadecimal ?? 0) }
    }
}

extension Span<UInt8> {
    /// Whether two texts are the same, byte by byte.
    fileprivate func isSame(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for place in indices where self[place] != other[place] { return false }
        return true
    }
}
