/// An identifier that is coded as its text and checked when read.
package protocol TextIdentifier: Codable {
    /// The identifier in its one form.
    var text: String { get }
    /// Reads the identifier; throws what is wrong with it.
    init(_ text: String) throws(IdentifierError)
}

extension TextIdentifier {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.code)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
