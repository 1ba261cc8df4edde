import Foundation

extension UUID {
    /// A version 7 identifier (RFC 9562): 48 bits of milliseconds, then 74 of the 128 random bits.
    package static func v7(at instant: Date, random: (UInt64, UInt64)) -> UUID {
        let milliseconds = (instant.timeIntervalSince1970 * 1000).rounded(.down)
        let clamped = milliseconds.isNaN ? 0 : UInt64(min(max(milliseconds, 0), Double((1 << 48) - 1)))
        let high = clamped << 16 | 0x7000 | random.0 & 0x0FFF
        let low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
        func byte(_ half: UInt64, _ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: half >> (56 - 8 * index)) }
        return UUID(
            uuid: (
                byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3),
                byte(high, 4), byte(high, 5), byte(high, 6), byte(high, 7),
                byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3),
                byte(low, 4), byte(low, 5), byte(low, 6), byte(low, 7)
            )
        )
    }

    /// The usual form in lower case, as PostgreSQL and our messages write it.
    package var lowercase: String {
        let (high, low) = halves
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for index in 0..<16 {
            if index == 4 || index == 6 || index == 8 || index == 10 { text.append(UInt8(ascii: "-")) }
            let byte = UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> UInt64(56 - 8 * (index % 8)))
            text.append(Self.hexadecimal(byte >> 4))
            text.append(Self.hexadecimal(byte & 0xF))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The identifier a text in the usual form names, in either case; nil where it names none.
    ///
    /// Foundation's own initialiser scans the text with `sscanf`, which is a good part of what reading a message costs.
    package init?(text: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        var high: UInt8?
        var length = 0
        for sign in text.utf8 {
            defer { length += 1 }
            if length == 8 || length == 13 || length == 18 || length == 23 {
                guard sign == UInt8(ascii: "-") else { return nil }
                continue
            }
            let digit: UInt8
            switch sign {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = sign - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = sign - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = sign - UInt8(ascii: "A") + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        guard length == 36, bytes.count == 16 else { return nil }
        self.init(
            uuid: (
                bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
                bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
            )
        )
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
    }

    /// The 128 bits as two numbers that compare as the bytes do.
    var halves: (UInt64, UInt64) {
        let (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p) = uuid
        return (Self.number([a, b, c, d, e, f, g, h]), Self.number([i, j, k, l, m, n, o, p]))
    }

    private static func number(_ bytes: [UInt8]) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}
