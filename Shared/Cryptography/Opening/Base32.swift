/// Bytes in letters and digits that people can read out and copy: Crockford's base 32, without I, L, O and U.
package enum Base32 {
    private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let values: [Character: UInt32] = {
        var values: [Character: UInt32] = [:]
        for (value, digit) in digits.enumerated() { values[digit] = UInt32(value) }
        (values["O"], values["I"], values["L"]) = (0, 1, 1)
        return values
    }()

    /// The text of bytes; the last digit is filled up with zero bits.
    package static func text(of bytes: [UInt8]) -> String {
        var text = ""
        var (held, bits): (UInt32, UInt32) = (0, 0)
        for byte in bytes {
            held = (held << 8 | UInt32(byte)) & 0xFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(digits[Int(held >> bits & 31)])
            }
        }
        if bits > 0 { text.append(digits[Int(held << (5 - bits) & 31)]) }
        return text
    }

    /// The bytes of a text as somebody typed it, in capitals or not, with spaces and hyphens; nil where it is none.
    package static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (held, bits): (UInt32, UInt32) = (0, 0)
        for character in text.uppercased() where !character.isWhitespace && !"-‐－—".contains(character) {
            guard let value = values[character] else { return nil }
            held = (held << 5 | value) & 0xFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> bits))
            }
        }
        guard held & ((1 << bits) - 1) == 0 else { return nil }
        return bytes
    }

    /// A text in groups of so many digits with hyphens between them.
    package static func grouped(_ text: String, by size: Int = 4) -> String {
        var groups: [Substring] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            groups.append(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return groups.joined(separator: "-")
    }
}
