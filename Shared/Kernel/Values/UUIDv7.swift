import Foundation

extension UUID {
    /// A version 7 identifier (RFC 9562): 48 bits of milliseconds, then 74 of the 128 random bits.
    package static func v7(at instant: Date, random: (UInt64, UInt64)) -> UUID {
        let milliseconds = (instant.timeIntervalSince1970 * 1000).rounded(.down)
        let clamped = milliseconds.isNaN ? 0 : UInt64(min(max(milliseconds, 0), Double((1 << 48) - 1)))
        let high = clamped << 16 | 0x7000 | random.0 & 0x0FFF
        let low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
        return UUID(halves: (high, low))
    }

    /// Before every other: where a walk along ids begins.
    ///
    /// A condition in SQL that allows for no beginning (`after IS NULL OR id > after`) would have the index walked from its
    /// first entry each time.
    package static let lowest = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

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
        self.init(utf8: text.utf8.span)
    }

    /// The identifier the bytes of such a text name.
    package init?(utf8 text: Span<UInt8>) {
        var halves: (UInt64, UInt64) = (0, 0)
        guard text.count == 36 else { return nil }
        for place in 0..<36 {
            let sign = text[place]
            if place == 8 || place == 13 || place == 18 || place == 23 {
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
            // 16 digits and two hyphens make the first half.
            if place < 18 {
                halves.0 = halves.0 << 4 | UInt64(digit)
            } else {
                halves.1 = halves.1 << 4 | UInt64(digit)
            }
        }
        self.init(halves: halves)
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
    }

    /// The 128 bits as two numbers that compare as the bytes do.
    package var halves: (UInt64, UInt64) {
        unsafe withUnsafeBytes(of: uuid) { bytes in
            unsafe (
                UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    private init(halves: (UInt64, UInt64)) {
        var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        unsafe withUnsafeMutableBytes(of: &bytes) { bytes in
            unsafe bytes.storeBytes(of: halves.0.bigEndian, as: UInt64.self)
            unsafe bytes.storeBytes(of: halves.1.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        self.init(uuid: bytes)
    }
}
