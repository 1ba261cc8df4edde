import Foundation
import Kernel

/// How single values stand in a JSON text.
enum JSONText {
    static let null = Array("null".utf8)

    /// Writes a text between its marks.
    ///
    /// A text that is a UUID and nothing else is written in lower case, as RFC 9562 asks: other systems read it.
    static func write(_ text: String, to bytes: inout [UInt8]) {
        let signs = text.utf8.span
        if signs.count == 36, UUID(utf8: signs) != nil {
            write(Array(text.utf8).map { (0x41...0x46).contains($0) ? $0 | 0x20 : $0 }, quotedTo: &bytes)
        } else if needsEscape(signs) {
            bytes.append(quote)
            for sign in text.utf8 { write(escaping: sign, to: &bytes) }
            bytes.append(quote)
        } else {
            write(text.utf8, quotedTo: &bytes)
        }
    }

    /// Writes what needs no escape between marks.
    static func write(_ signs: some Collection<UInt8>, quotedTo bytes: inout [UInt8]) {
        bytes.append(quote)
        bytes.append(contentsOf: signs)
        bytes.append(quote)
    }

    /// Writes an identifier in lower case.
    static func write(_ id: UUID, to bytes: inout [UInt8]) {
        write(id.lowercase.utf8, quotedTo: &bytes)
    }

    /// Writes an instant.
    static func write(_ date: Date, to bytes: inout [UInt8]) {
        bytes.append(quote)
        WireFormat.write(date, to: &bytes)
        bytes.append(quote)
    }

    /// Writes a whole number.
    static func write(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        guard let small = Int(exactly: number), small != .min else {
            bytes.append(contentsOf: String(number).utf8)
            return
        }
        if small < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = small.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Writes a number with a fraction, the shortest text that reads back as the same; a whole one without `.0`.
    static func write(_ number: some BinaryFloatingPoint & CustomStringConvertible, to bytes: inout [UInt8]) {
        let text = number.description
        bytes.append(contentsOf: text.hasSuffix(".0") ? text.utf8.dropLast(2) : text.utf8[...])
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    private static func needsEscape(_ signs: Span<UInt8>) -> Bool {
        for place in signs.indices where signs[place] < 0x20 || signs[place] == quote || signs[place] == backslash {
            return true
        }
        return false
    }

    private static func write(escaping sign: UInt8, to bytes: inout [UInt8]) {
        let letter: Unicode.Scalar
        switch sign {
        case quote, backslash: letter = Unicode.Scalar(sign)
        case 0x08: letter = "b"
        case 0x09: letter = "t"
        case 0x0a: letter = "n"
        case 0x0c: letter = "f"
        case 0x0d: letter = "r"
        case 0..<0x20:
            bytes.append(contentsOf: sign < 0x10 ? "\\u000".utf8 : "\\u001".utf8)
            bytes.append(contentsOf: String(sign & 0xF, radix: 16).utf8)
            return
        default:
            bytes.append(sign)
            return
        }
        bytes.append(backslash)
        bytes.append(UInt8(ascii: letter))
    }
}
