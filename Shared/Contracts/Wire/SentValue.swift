import Kernel

extension WireFormat {
    /// The value in what somebody sent.
    ///
    /// What a person or an enterprise's system sends can be wrong, and they are told where. What we have stored ourselves
    /// and cannot read is a fault of ours: that stays the `DecodingError` it is.
    ///
    /// - Throws: `InvalidInput` with the member that does not fit.
    package static func decode<Value: Decodable>(_ type: Value.Type = Value.self, sent bytes: [UInt8]) throws -> Value {
        do { return try decode(type, from: bytes) } catch let misfit as DecodingError { throw misfit.asInput }
    }
}

extension DecodingError {
    /// The same, as a sender's mistake in a member of the body.
    fileprivate var asInput: InvalidInput {
        switch self {
        case .keyNotFound(let key, let context):
            InvalidInput(field: Self.path(context.codingPath + [key]), code: "common.missing-member", arguments: [:])
        case .valueNotFound(_, let context):
            InvalidInput(field: Self.path(context.codingPath), code: "common.missing-member", arguments: [:])
        case .typeMismatch(_, let context):
            InvalidInput(field: Self.path(context.codingPath), code: "common.wrong-type", arguments: [:])
        case .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? InvalidInput(field: "", code: "common.not-json", arguments: [:])
                : InvalidInput(field: Self.path(context.codingPath), code: "common.wrong-type", arguments: [:])
        @unknown default:
            InvalidInput(field: "", code: "common.not-json", arguments: [:])
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce("") { path, key in
            if let index = key.intValue { return "\(path)[\(index)]" }
            return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
        }
    }
}
