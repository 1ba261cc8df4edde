import Foundation

/// The identifier of one kind of thing, so that a round's cannot be given where an application's is meant.
package struct ID<Subject>: Hashable, Sendable {
    /// The identifier itself.
    package let uuid: UUID

    /// The identifier as a thing's own.
    package init(_ uuid: UUID) { self.uuid = uuid }

    /// Reads the usual form with hyphens, in either case; nil for anything else.
    package init?(_ text: String) {
        guard let uuid = UUID(uuidString: text) else { return nil }
        self.uuid = uuid
    }
}

extension ID: CustomStringConvertible {
    package var description: String { uuid.lowercase }
}

extension ID: Comparable {
    /// By bytes, as PostgreSQL orders `uuid`: rows are locked in this order.
    package static func < (left: ID, right: ID) -> Bool { left.uuid.halves < right.uuid.halves }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = ID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(uuid.lowercase)
    }
}
