import Foundation
import Kernel

/// How values are written on the wire, in facts and in HTTP bodies alike.
///
/// JSON with sorted keys, so that equal values have equal bytes; instants as RFC 3339 in Chinese time with
/// milliseconds (`2026-10-14T00:00:00.000+08:00`); days as `2026-10-13`;
/// ids in lower case.
package enum WireFormat {
    /// The bytes of a value.
    ///
    /// - Throws: `EncodingError`, where a number is none or the value writes nothing.
    package static func encode<Value: Encodable>(_ value: Value) throws -> [UInt8] {
        let spares = SpareEncoders()
        let encoder = WireEncoder(spares: spares)
        defer {
            encoder.clear()
            spares.empty()
        }
        try encoder.write(value)
        guard !encoder.isEmpty else {
            throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "it writes nothing"))
        }
        var bytes: [UInt8] = []
        encoder.finish(into: &bytes)
        return bytes
    }

    /// The value in `bytes`.
    ///
    /// - Throws: `DecodingError` with the path of the member that does not fit.
    package static func decode<Value: Decodable>(_ type: Value.Type = Value.self, from bytes: [UInt8]) throws -> Value {
        do {
            let decoder = WireDecoder(try JSONTokens(bytes))
            return try decoder.value(type, at: decoder.place, under: nil)
        } catch let problem as NotJSON {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "the text \(problem.reason), from byte \(problem.place) on")
            )
        }
    }

    /// An instant in words of RFC 3339, in +08:00; one outside the years 1 to 9999 as the first or last that has words.
    package static func text(of date: Date) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(29)
        write(date, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Writes those words behind a text.
    static func write(_ date: Date, to text: inout [UInt8]) {
        let seconds = min(max(date.timeIntervalSince1970, firstSecond), lastSecond)
        let milliseconds = Int((seconds * 1000).rounded())
        let day = LocalDate(in: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
        let inDay = milliseconds - Int(day.start.timeIntervalSince1970) * 1000
        let (hour, minute) = (inDay / 3_600_000, inDay / 60000 % 60)
        let (second, fraction) = (inDay / 1000 % 60, inDay % 1000)
        func write(_ number: Int, _ places: Int, then sign: Unicode.Scalar) {
            var divisor = 1
            for _ in 1..<places { divisor *= 10 }
            while divisor > 0 {
                text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
                divisor /= 10
            }
            text.append(UInt8(ascii: sign))
        }
        write(day.year, 4, then: "-")
        write(day.month, 2, then: "-")
        write(day.day, 2, then: "T")
        write(hour, 2, then: ":")
        write(minute, 2, then: ":")
        write(second, 2, then: ".")
        write(fraction, 3, then: "+")
        text += "08:00".utf8
    }

    /// The instant an RFC 3339 text names, with or without a fraction, in any offset; nil where it is none.
    ///
    /// Foundation's parsers make 2 March of 30 February and pass over what stands behind; here that is no instant.
    package static func date(from text: String) -> Date? {
        date(from: Array(text.utf8)[...])
    }

    /// The instant the bytes of such a text name.
    static func date(from text: ArraySlice<UInt8>) -> Date? {
        var reader = DigitReader(text)
        guard let year = reader.number(of: 4), reader.takes("-"), let month = reader.number(of: 2), reader.takes("-"),
            let day = reader.number(of: 2), let date = LocalDate(year: year, month: month, day: day), reader.takes("T"),
            let hour = reader.number(of: 2), hour < 24, reader.takes(":"),
            let minute = reader.number(of: 2), minute < 60, reader.takes(":"),
            let second = reader.number(of: 2), second < 60, let fraction = reader.fraction(),
            let offset = reader.offset(), reader.isAtEnd
        else { return nil }
        let inDay = hour * 3600 + minute * 60 + second - offset
        return date.start.addingTimeInterval(Double(chinaOffset + inDay) + fraction)
    }

    private static let firstSecond = LocalDate.earliest.start.timeIntervalSince1970
    private static let lastSecond = LocalDate.latest.start.timeIntervalSince1970 + 86_399.999

    /// Seconds by which a day begins earlier in China than in UTC.
    private static let chinaOffset = 8 * 3600
}
