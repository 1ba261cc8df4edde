import CertificateDomain
import Cryptography
import DatedDocuments
import Foundation
import Kernel
import Messaging
import Postgres
import Statements

/// Makes, certifies and revokes the keys of enterprises; every change is on the next trust list.
struct IssuerKeys: Sendable {
    let store: IssuerKeyStore
    let statements = StatementStore()
    let lists = DueLists()
    let journal: Journal

    /// Makes a key for an enterprise; it signs once it is certified, at once where no officer has to.
    ///
    /// A key that waits for its certification is revoked: of two nobody would know which is meant.
    func make(
        for issuer: EnterpriseRef,
        named name: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<IssuerKey> {
        try store.lock(issuer.id, in: tx)
        return try makeLocked(for: issuer, named: name, because: cause, in: tx)
    }

    /// The key an enterprise signs with; made now where it has none and no officer has to certify it.
    ///
    /// - Throws: ``NoSigningKey``.
    func signing(
        _ issuer: EnterpriseRef,
        named name: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> SigningKey {
        if let key = try store.active(of: issuer.id, in: tx) { return key }
        let policy = try ConfigurationStore().inForce(SigningPolicy.self, on: cause.today, in: tx)
        guard !policy.isCertifiedByOfficer else { throw NoSigningKey() }
        try store.lock(issuer.id, in: tx)
        // Somebody else may have made it while the lock was waited for.
        if let key = try store.active(of: issuer.id, in: tx) { return key }
        _ = try makeLocked(for: issuer, named: name, because: cause, in: tx)
        guard let key = try store.active(of: issuer.id, in: tx) else { throw NoSigningKey() }
        return key
    }

    /// The bureau certifies a key, and the one before it retires.
    func certify(
        _ id: UUID,
        expecting version: Int,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws
        -> Stored<IssuerKey>
    {
        var key = try locked(id, in: tx)
        try key.expect(version: version)
        guard let made = key.state.made else { throw IssuerKey.Rejection.unknown }
        let before = try store.load(of: made.issuer.id, in: .active, in: tx)
        try key.handle(.certify(by: cause.actor, on: cause.today))
        try retire(before, because: cause, in: tx)
        try keep(key, because: cause, in: tx)
        return key
    }

    /// A key is revoked: what it signed is signed again by the enterprise's next one.
    func revoke(
        _ id: UUID,
        expecting version: Int,
        for reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<IssuerKey> {
        var key = try locked(id, in: tx)
        try key.expect(version: version)
        try key.handle(.revoke(reason: reason, by: cause.actor, on: cause.today))
        try keep(key, because: cause, in: tx)
        if let made = key.state.made { try statements.sign(againWhatWasSignedBy: made.key, in: tx) }
        return key
    }

    /// A key, with the lock of its enterprise taken first, as everywhere.
    private func locked(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<IssuerKey> {
        let rows = try tx.query("SELECT issuer FROM issuer_key WHERE id = \(id)")
        guard let row = rows.first else { throw NotFound("issuer-key") }
        try store.lock(row.decode("issuer"), in: tx)
        return try store.load(id, in: tx)
    }

    private func makeLocked(
        for issuer: EnterpriseRef,
        named name: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<IssuerKey> {
        let policy = try ConfigurationStore().inForce(SigningPolicy.self, on: cause.today, in: tx)
        let key = try SigningKey(new: SignatureAlgorithm(rawValue: policy.algorithm) ?? .es256)
        for waiting in try store.load(of: issuer.id, in: .proposed, in: tx) {
            var waiting = waiting
            try waiting.handle(.revoke(reason: "已生成新的密钥", by: cause.actor, on: cause.today))
            try keep(waiting, because: cause, in: tx)
        }
        let made = IssuerKey.Made(
            issuer: issuer,
            issuerName: name,
            key: key.verifier.id,
            algorithm: key.algorithm.rawValue,
            publicKey: Base64URL.text(of: key.verifier.point)
        )
        var stored = Stored<IssuerKey>(new: NewID.v7())
        try stored.handle(.make(made))
        if !policy.isCertifiedByOfficer {
            try retire(store.load(of: issuer.id, in: .active, in: tx), because: cause, in: tx)
            try stored.handle(.certify(by: "system:policy", on: cause.today))
            try lists.note(.trust, in: tx)
        }
        try store.insert(stored, key, in: tx)
        try journal.append(stored, of: "issuer_key", because: cause, in: tx)
        return stored
    }

    private func retire(_ active: [Stored<IssuerKey>], because cause: Cause, in tx: borrowing Transaction) throws {
        for key in active {
            var key = key
            try key.handle(.retire(on: cause.today))
            try keep(key, because: cause, in: tx)
        }
    }

    private func keep(_ key: Stored<IssuerKey>, because cause: Cause, in tx: borrowing Transaction) throws {
        try store.save(key, in: tx)
        try journal.append(key, of: "issuer_key", because: cause, in: tx)
        try lists.note(.trust, in: tx)
    }
}

/// The enterprise has no key the bureau certified, and one is needed to issue.
struct NoSigningKey: Rejection, Hashable {
    var code: String { "certificate.no-signing-key" }
}
