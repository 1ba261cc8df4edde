import Foundation
import Kernel

/// W3C trace context: which story a request belongs to.
///
/// An incoming `traceparent` is gone on with under a span of our own; without one a new trace begins.
struct TraceContext: Sendable {
    /// 32 hexadecimal digits.
    let id: String
    /// 16 hexadecimal digits.
    let span: String
    let flags: String

    init(_ incoming: String?) {
        span = Self.hex(NewID.v7()).suffix(16).description
        let parts = (incoming ?? "").split(separator: "-").map(String.init)
        if parts.count >= 4, parts[0].count == 2, parts[0] != "ff", Self.isHex(parts[1], 32), Self.isHex(parts[2], 16),
            Self.isHex(parts[3], 2)
        {
            (id, flags) = (parts[1], parts[3])
        } else {
            (id, flags) = (Self.hex(NewID.v7()), "01")
        }
    }

    /// What is handed on.
    var header: String { "00-\(id)-\(span)-\(flags)" }

    /// The trace as the correlation of facts: the same 128 bits.
    var correlation: UUID {
        let digits = Array(id)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return UUID(uuidString: groups.joined(separator: "-")) ?? NewID.v7()
    }

    private static func hex(_ uuid: UUID) -> String { uuid.lowercase.replacing("-", with: "") }

    /// Lower-case hexadecimal digits, not all zero, as the standard asks (flags may be zero).
    private static func isHex(_ text: String, _ length: Int) -> Bool {
        text.utf8.count == length
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
            && (length == 2 || text.contains { $0 != "0" })
    }
}
