import Foundation

/// A value bound as JSON text, for `jsonb` and `json` columns.
///
/// Keys are sorted and instants are ISO 8601 texts to the microsecond. A value that cannot be encoded makes the statement throw.
package struct JSON<Value: Encodable & Sendable>: PostgresEncodable {
    /// What is encoded.
    package let value: Value

    /// Wraps a value.
    package init(_ value: Value) { self.value = value }

    package func encodeForPostgres() throws -> [UInt8]? { Array(try JSONForm.encoder().encode(value)) }
}

/// How this module writes and reads JSON.
enum JSONForm {
    static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            guard let micro = date.microseconds else {
                throw PostgresMismatch("is an instant outside what timestamptz can hold")
            }
            var container = encoder.singleValueContainer()
            try container.encode(text(micro))
        }
        return encoder
    }

    static func decoder() -> JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let date = date(of: try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an ISO 8601 instant")
            }
            return date
        }
        return decoder
    }

    private static func text(_ micro: Int64) -> String {
        let rest = ((micro % 1_000_000) + 1_000_000) % 1_000_000
        let whole = Date(timeIntervalSinceReferenceDate: Double((micro - rest) / 1_000_000))
        let digits = String(rest)
        return whole.formatted(.iso8601).dropLast() + "." + String(repeating: "0", count: 6 - digits.count) + digits
            + "Z"
    }

    private static func date(of text: String) -> Date? {
        let parts = text.split(separator: ".")
        guard parts.count == 2, parts[1].hasSuffix("Z"), let micro = Int64(parts[1].dropLast()),
            let whole = try? Date(parts[0] + "Z", strategy: .iso8601)
        else { return try? Date(text, strategy: .iso8601) }
        let scale = (1..<parts[1].count).reduce(1.0) { scale, _ in scale * 10 }
        return Date(
            timeIntervalSinceReferenceDate: whole.timeIntervalSinceReferenceDate + Double(micro) / scale
        )
    }
}
