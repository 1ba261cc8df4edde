import Kernel

/// A key by which an enterprise signs what its certificates say: made, certified by the bureau, retired or revoked.
package enum IssuerKey: Decider, Hashable, Codable {
    /// Before its first event. → proposed
    case absent
    /// It is made; what it signs nobody believes yet. → active, revoked
    case proposed(Made)
    /// The bureau certified it: it is on the trust list and signs. → retired, revoked
    case active(Made, certifiedOn: LocalDate)
    /// Another signs in its place; what it signed holds. → revoked
    case retired(Made, certifiedOn: LocalDate, on: LocalDate)
    /// Nothing it signed is to be believed any more. Final.
    case revoked(Made, certifiedOn: LocalDate?, on: LocalDate, reason: String)

    /// What it was made as; the secret half is kept elsewhere, encrypted.
    package struct Made: Hashable, Codable, Sendable {
        package let issuer: EnterpriseRef
        /// The enterprise's name as the trust list shows it.
        package let issuerName: String
        /// What statements and lists call the key.
        package let key: String
        /// `ES256` or `SM2-SM3`.
        package let algorithm: String
        /// The public half, base64url.
        package let publicKey: String

        package init(issuer: EnterpriseRef, issuerName: String, key: String, algorithm: String, publicKey: String) {
            self.issuer = issuer
            self.issuerName = issuerName
            self.key = key
            self.algorithm = algorithm
            self.publicKey = publicKey
        }
    }

    package enum Command: Hashable, Sendable {
        case make(Made)
        case certify(by: String, on: LocalDate)
        /// Another key takes its place.
        case retire(on: LocalDate)
        case revoke(reason: String, by: String, on: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case made(Made)
        case certified(by: String, on: LocalDate)
        case retired(on: LocalDate)
        case revoked(reason: String, by: String, on: LocalDate)
    }

    /// Why a person is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case unknown
        case alreadyCertified
        case alreadyRevoked

        package var code: String {
            switch self {
            case .unknown: "certificate.key-unknown"
            case .alreadyCertified: "certificate.key-already-certified"
            case .alreadyRevoked: "certificate.key-already-revoked"
            }
        }
    }

    package static var initial: IssuerKey { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .make(let made)): [.made(made)]
        case (_, .make): []
        case (.absent, .certify), (.absent, .retire), (.absent, .revoke): throw .unknown
        case (.proposed, .certify(let officer, let day)): [.certified(by: officer, on: day)]
        case (.active, .certify), (.retired, .certify): throw .alreadyCertified
        case (.active, .retire(let day)): [.retired(on: day)]
        case (.proposed, .retire), (.retired, .retire), (.revoked, .retire): []
        case (.proposed, .revoke(let reason, let account, let day)),
            (.active, .revoke(let reason, let account, let day)),
            (.retired, .revoke(let reason, let account, let day)):
            [.revoked(reason: reason, by: account, on: day)]
        case (.revoked, .certify), (.revoked, .revoke): throw .alreadyRevoked
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .made(let made)): self = .proposed(made)
        case (.proposed(let made), .certified(_, let day)): self = .active(made, certifiedOn: day)
        case (.active(let made, let certified), .retired(let day)):
            self = .retired(made, certifiedOn: certified, on: day)
        case (_, .revoked(let reason, _, let day)):
            guard let made else { return }
            self = .revoked(made, certifiedOn: certifiedOn, on: day, reason: reason)
        case (_, .certified), (_, .retired): break
        }
    }
}

extension IssuerKey {
    /// Where a key stands.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        case proposed, active, retired, revoked

        /// The stage in words.
        package var chinese: String {
            switch self {
            case .proposed: "待认证"
            case .active: "使用中"
            case .retired: "已停用"
            case .revoked: "已撤销"
            }
        }
    }

    /// Where it stands; nil before its first event.
    package var stage: Stage? {
        switch self {
        case .absent: nil
        case .proposed: .proposed
        case .active: .active
        case .retired: .retired
        case .revoked: .revoked
        }
    }

    /// What it was made as; nil before its first event.
    package var made: Made? {
        switch self {
        case .absent: nil
        case .proposed(let made), .active(let made, _), .retired(let made, _, _), .revoked(let made, _, _, _): made
        }
    }

    /// The day the bureau certified it, where it did.
    package var certifiedOn: LocalDate? {
        switch self {
        case .absent, .proposed: nil
        case .active(_, let day), .retired(_, let day, _): day
        case .revoked(_, let day, _, _): day
        }
    }

    /// The day it was retired or revoked, where it was.
    package var endedOn: LocalDate? {
        switch self {
        case .retired(_, _, let day), .revoked(_, _, let day, _): day
        case .absent, .proposed, .active: nil
        }
    }

    /// Why it was revoked, where it was.
    package var revokedFor: String? {
        guard case .revoked(_, _, _, let reason) = self else { return nil }
        return reason
    }
}
