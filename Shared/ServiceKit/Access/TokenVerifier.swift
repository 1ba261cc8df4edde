import AsyncHTTPClient
import Foundation
import JWTKit
import Kernel
import Logging
import NIOCore

/// What a token says of its bearer.
package struct TokenClaims: JWTPayload {
    /// The issuer.
    package let iss: String
    /// The account.
    package let sub: String
    package let name: String?
    package let role: String
    /// The credit code of the enterprise.
    package let org: String?
    /// The person of the register.
    package let person: String?
    /// The code of the county or zone.
    package let county: String?
    package let exp: ExpirationClaim

    /// Refuses an expired token.
    package func verify(using _: some JWTAlgorithm) throws { try exp.verifyNotExpired() }
}

/// Checks ES256 tokens against a JWK set, from a file or an address.
package actor TokenVerifier {
    private let source: String
    private let issuer: String
    private let logger: Logger
    private var keys: JWTKeyCollection?
    private var loadedAt = ContinuousClock.now

    /// - Parameters:
    ///   - source: a path, or an `http(s)` address.
    ///   - issuer: the only issuer whose tokens count.
    ///   - logger: where a set that cannot be loaded is told.
    package init(source: String, issuer: String = "gongjiang", logger: Logger) {
        self.source = source
        self.issuer = issuer
        self.logger = logger
    }

    /// The caller a token names, or nil where it proves nothing.
    package func caller(of token: String) async -> Caller? {
        if let caller = try? await verified(token) { return caller }
        // Keys rotate: an unknown key may be in a newer set; but a bad token must not make us ask again each time.
        guard ContinuousClock.now - loadedAt > .seconds(30) else { return nil }
        await load()
        return try? await verified(token)
    }

    private func verified(_ token: String) async throws -> Caller? {
        if keys == nil || ContinuousClock.now - loadedAt > .seconds(300) { await load() }
        guard let keys else { return nil }
        let claims = try await keys.verify(token, as: TokenClaims.self)
        guard claims.iss == issuer, let role = Role(rawValue: claims.role), role != .everyone,
            !role.isOfEnterprise || claims.org != nil, !role.isOfCounty || claims.county?.isEmpty == false
        else { return nil }
        return Caller(
            subject: claims.sub,
            name: claims.name ?? claims.sub,
            role: role,
            organisation: claims.org,
            person: claims.person.flatMap(UUID.init(uuidString:)),
            county: claims.county
        )
    }

    private func load() async {
        loadedAt = .now
        do {
            let json = try await text()
            // Only a set that could be read takes the place of the one there is.
            keys = try await JWTKeyCollection().add(jwksJSON: json)
        } catch {
            logger.error("the JWK set could not be loaded", metadata: ["source": "\(source)", "error": "\(error)"])
        }
    }

    private func text() async throws -> String {
        guard source.hasPrefix("http") else { return try String(contentsOfFile: source, encoding: .utf8) }
        let answer = try await HTTPClient.shared.execute(HTTPClientRequest(url: source), timeout: .seconds(5))
        return String(buffer: try await answer.body.collect(upTo: 1 << 20))
    }
}
