import Foundation

/// An instant is `timestamptz`, to the microsecond.
extension Date: PostgresValue {
    /// PostgreSQL counts microseconds from 2000-01-01T00:00:00Z, Foundation seconds from 2001-01-01T00:00:00Z.
    private static let epochMicroseconds: Int64 = 366 * 86_400 * 1_000_000

    package static var postgresWire: PostgresWire { .binary(PostgresType.timestamptz) }

    package func encodeForPostgres() throws -> [UInt8]? {
        guard let micro = microseconds else {
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

    /// Microseconds since the reference date, to the nearest; nil beyond 280 000 years.
    ///
    /// Seconds and the rest apart: their product in one `Double` would lose microseconds from the year 2286 on.
    var microseconds: Int64? {
        let whole = timeIntervalSinceReferenceDate.rounded(.down)
        guard abs(whole) < 9_000_000_000_000, let seconds = Int64(exactly: whole) else { return nil }
        return seconds * 1_000_000 + Int64(((timeIntervalSinceReferenceDate - whole) * 1_000_000).rounded())
    }

    private static func instant(microseconds: Int64) -> Date {
        // Seconds and the rest apart: the sum is rounded once, to the nearest Double.
        let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return Date(timeIntervalSinceReferenceDate: Double(seconds) + Double(rest) / 1_000_000)
    }

    /// Microseconds since the reference date of `2026-09-30 08:00:00.123456+00`, the ISO style every connection sets; years
    /// before 1 end in ` BC`.
    private static func microseconds(of text: String) -> Int64? {
        let isBeforeChrist = text.hasSuffix(" BC")
        let instant = isBeforeChrist ? text.dropLast(3) : text[...]
        guard instant.hasSuffix("+00") else { return nil }
        let fields = instant.dropLast(3).split(omittingEmptySubsequences: false) { "- :.".contains($0) }
        let numbers = fields.prefix(6).compactMap { Int64($0) }
        guard numbers.count == 6, fields.count <= 7 else { return nil }
        var fraction: Int64 = 0
        if fields.count == 7 {
            guard let digits = Int64(fields[6]), fields[6].count <= 6 else { return nil }
            fraction = (fields[6].count..<6).reduce(digits) { value, _ in value * 10 }
        }
        let year = isBeforeChrist ? 1 - numbers[0] : numbers[0]
        let days = day(year: year, month: numbers[1], day: numbers[2]) - day(year: 2001, month: 1, day: 1)
        let seconds = ((days * 24 + numbers[3]) * 60 + numbers[4]) * 60 + numbers[5]
        return seconds * 1_000_000 + fraction
    }

    /// The number of a day of the Gregorian calendar, counted from 1 March of year 0.
    private static func day(year: Int64, month: Int64, day: Int64) -> Int64 {
        // Years that begin in March have the leap day at their end.
        let year = month < 3 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }
}
