import Contracts
import Foundation

/// Foundation's coder set up to write what ours writes: what ours is held against.
enum FoundationCoder {
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(WireFormat.text(of: date))
        }
        return lowered(try Array(encoder.encode(value)))
    }

    static func decode<Value: Decodable>(_ type: Value.Type = Value.self, from bytes: [UInt8]) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let date = WireFormat.date(from: try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an RFC 3339 instant")
            }
            return date
        }
        return try decoder.decode(type, from: Data(bytes))
    }

    /// Foundation writes ids in upper case; a mark within a text has a `\` before it, one that begins a text has not.
    private static func lowered(_ json: [UInt8]) -> [UInt8] {
        let text = String(decoding: json, as: UTF8.self)
        let lowered = text.replacing(/(^|[{\[,:])"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}"/) {
            $0.output.0.lowercased()
        }
        return Array(lowered.utf8)
    }
}
