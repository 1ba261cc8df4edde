import Contracts

/// The services' `/operator/*` routes, as an operator.
struct OperatorCalls: Sendable {
    let client: ServiceClient
    /// What the operator shows services.
    let token: String

    /// - Throws: ``OperatorError`` where there is neither a token nor a key to issue one with.
    init(_ system: SystemEnvironment, patience: Patience = Patience()) async throws {
        client = ServiceClient(system, patience: patience)
        if let given = system.setting("GONGJIANG_OPERATOR_TOKEN") {
            token = given
        } else {
            let issuer = try await TokenIssuer(keys: system.required("GONGJIANG_KEYS"))
            token = try await issuer.token(for: TokenSubject(role: "operator", subject: "gongjiang"))
        }
    }

    /// Asks a service.
    func get(_ path: String, of service: ServiceName) async throws -> JSON {
        try await client.send(.get("/operator/" + path, of: service, token: token)).json
    }

    /// Tells a service to do something.
    @discardableResult
    func send(
        _ path: String,
        of service: ServiceName,
        _ body: JSON = [:],
        method: String = "POST"
    ) async throws -> JSON {
        try await client.send(.send("/operator/" + path, of: service, body, method: method, token: token)).json
    }
}
