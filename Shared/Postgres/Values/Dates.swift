import Foundation

/// An instant is `timestamptz`, to the microsecond.
extension Date: PostgresValue {
    /// PostgreSQL counts microseconds from 2000-01-01T00:00:00Z, Foundation seconds from 2001-01-01T00:00:00Z.
    private static let epochMicroseconds: Int64 = 366 * 86_400 * 1_000_000

    package static var postgresWire: PostgresWire { .binary(PostgresType.timestamptz) }

    package func encodeForPostgres() throws -> [UInt8]? {
        let micro = (timeIntervalSinceReferenceDate * 1_000_000).rounded()
        guard let micro = Int64(exactly: micro), abs(micro) < 9_000_000_000_000_000_000 else {
            throw PostgresMismatch("is an instant outside what timestamptz can hold")
        }
        var bytes: [UInt8] = []
        bytes.append(bigEndian: micro + Self.epochMicroseconds)
        return bytes
    }

    package static func decodeFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> Date {
        guard field.type == PostgresType.timestamptz else { throw field.mismatch("Date") }
        if field.isBinary, bytes.count == 8 {
            let micro = bytes.integer(at: 0, as: Int64.self)
            guard micro != .max, micro != .min else { throw PostgresMismatch("is infinite") }
            return instant(microseconds: micro - epochMicroseconds)
        }
        guard !field.isBinary, let micro = microseconds(of: bytes.string) else { throw field.mismatch("Date") }
        return instant(microseconds: micro)
    }

    private static func instant(microseconds: Int64) -> Date {
        // Seconds and the rest apart: the sum is rounded once, to the nearest Double.
        let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return Date(timeIntervalSinceReferenceDate: Double(seconds) + Double(rest) / 1_000_000)
    }

    /// Microseconds since the reference date of `2026-09-30 08:00:00.123456+00`, the ISO style every connection sets.
    private static func microseconds(of text: String) -> Int64? {
        guard text.hasSuffix("+00") else { return nil }
        let parts = text.dropLast(3).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first,
            let whole = try? Date(first.replacing(" ", with: "T") + "Z", strategy: .iso8601)
        else { return nil }
        var micro: Int64 = 0
        if parts.count == 2 {
            guard let digits = Int64(parts[1].padding(toLength: 6, withPad: "0", startingAt: 0)) else { return nil }
            micro = digits
        }
        return Int64(whole.timeIntervalSinceReferenceDate) * 1_000_000 + micro
    }
}
