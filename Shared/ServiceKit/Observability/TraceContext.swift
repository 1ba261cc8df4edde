import Foundation
import Kernel

/// W3C trace context: which story a request belongs to.
///
/// An incoming `traceparent` is gone on with under a span of our own; without one a new trace begins.
struct TraceContext: Sendable {
    /// 32 hexadecimal digits.
    let id: String
    /// The trace as the correlation of facts: the same 128 bits.
    let correlation: UUID
    /// What is handed on: the trace under a span of our own.
    let header: String

    init(_ incoming: String?) {
        let came = incoming.flatMap(Self.read)
        correlation = came?.trace ?? NewID.v7()
        id = Self.digits(of: correlation)
        // The second half of an id is random but for two bits.
        header = "00-\(id)-\(Self.digits(of: NewID.v7()).suffix(16))-\(came?.flags ?? "01")"
    }

    private static func digits(of uuid: UUID) -> String {
        String(decoding: uuid.lowercase.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
    }

    /// The trace and the flags of a header; nil where it is none.
    private static func read(_ header: String) -> (trace: UUID, flags: String)? {
        let parts = header.split(separator: "-")
        guard parts.count >= 4, parts[0].utf8.count == 2, parts[0] != "ff", isHex(parts[1], 32), isHex(parts[2], 16),
            isHex(parts[3], 2)
        else { return nil }
        var text: [UInt8] = []
        for (place, digit) in parts[1].utf8.enumerated() {
            if [8, 12, 16, 20].contains(place) { text.append(UInt8(ascii: "-")) }
            text.append(digit)
        }
        return UUID(utf8: text.span).map { ($0, String(parts[3])) }
    }

    /// Lower-case hexadecimal digits, not all zero, as the standard asks (flags may be zero).
    private static func isHex(_ text: Substring, _ length: Int) -> Bool {
        text.utf8.count == length
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
            && (length == 2 || text.utf8.contains { $0 != UInt8(ascii: "0") })
    }
}
