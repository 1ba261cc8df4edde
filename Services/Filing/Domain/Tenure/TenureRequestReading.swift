extension TenureRequest {
    /// What is asked for, once it is.
    package var asked: Asked? {
        switch self {
        case .notMade: nil
        case .pending(let request), .granted(let request, _), .refused(let request, _), .withdrawn(let request, _):
            request
        }
    }

    /// What was decided.
    package var decision: Decision? {
        switch self {
        case .notMade, .pending, .withdrawn: nil
        case .granted(_, let decision), .refused(_, let decision): decision
        }
    }

    /// The states by name.
    package enum Phase: String, CaseIterable, Codable, Sendable {
        case notMade = "not-made"
        case pending, granted, refused, withdrawn
    }

    /// Where it stands.
    package var phase: Phase {
        switch self {
        case .notMade: .notMade
        case .pending: .pending
        case .granted: .granted
        case .refused: .refused
        case .withdrawn: .withdrawn
        }
    }
}

extension TenureRequest.Wish {
    /// The wish by name.
    package var name: String {
        switch self {
        case .renewal: "renewal"
        case .addition: "addition"
        }
    }
}
