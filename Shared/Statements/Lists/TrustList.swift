import Cryptography
import Foundation
import Kernel

/// The keys of enterprises that the bureau certifies, and its own.
package struct TrustList: Hashable, Sendable, Codable {
    /// A key of an enterprise.
    package struct Key: Hashable, Sendable, Codable {
        /// What may be believed of what it signed.
        package enum State: String, Hashable, Sendable, Codable, CaseIterable {
            /// It signs.
            case active
            /// It signs no more; what it signed while it did holds.
            case retired
            /// Nothing it signed can be believed any more.
            case revoked
        }

        /// ``VerifyingKey/id``.
        package let id: String
        package let algorithm: SignatureAlgorithm
        /// Its point, base64url.
        package let publicKey: String
        package let creditCode: String
        package let issuerName: String
        /// The day the bureau certified it.
        package let from: LocalDate
        package let state: State
        /// The day it was retired or revoked.
        package let until: LocalDate?
        /// Why it was revoked.
        package let reason: String?

        /// A key on the list.
        package init(
            _ key: VerifyingKey,
            creditCode: String,
            issuerName: String,
            from: LocalDate,
            state: State = .active,
            until: LocalDate? = nil,
            reason: String? = nil
        ) {
            id = key.id
            algorithm = key.algorithm
            publicKey = Base64URL.text(of: key.point)
            self.creditCode = creditCode
            self.issuerName = issuerName
            self.from = from
            self.state = state
            self.until = until
            self.reason = reason
        }

        /// The key; nil where the point is none, or not that of the id.
        package var verifier: VerifyingKey? {
            guard let point = Base64URL.bytes(of: publicKey), let made = try? VerifyingKey(algorithm, point: point),
                made.id == id
            else { return nil }
            return made
        }
    }

    /// A key of the bureau.
    package struct BureauKey: Hashable, Sendable, Codable {
        package let id: String
        package let algorithm: SignatureAlgorithm
        /// Its point, base64url.
        package let publicKey: String

        /// A key of the bureau.
        package init(_ key: VerifyingKey) {
            id = key.id
            algorithm = key.algorithm
            publicKey = Base64URL.text(of: key.point)
        }

        /// ``VerifyingKey/fingerprint``; nil where the point is none.
        package var fingerprint: String? {
            Base64URL.bytes(of: publicKey).flatMap { try? VerifyingKey(algorithm, point: $0) }?.fingerprint
        }
    }

    /// Counted up from 1.
    package let version: Int
    package let issuedAt: Date
    /// After that it is not to be relied on.
    package let validUntil: Date
    package let bureauKeys: [BureauKey]
    /// By id.
    package let keys: [Key]

    /// A list.
    package init(version: Int, issuedAt: Date, validUntil: Date, bureauKeys: [BureauKey], keys: [Key]) {
        self.version = version
        self.issuedAt = issuedAt
        self.validUntil = validUntil
        self.bureauKeys = bureauKeys
        self.keys = keys
    }

    /// The key of an id.
    package func key(_ id: String) -> Key? { keys.first { $0.id == id } }
}
