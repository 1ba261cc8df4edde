import CertificateDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import Statements

/// Publishes the trust list and the status list, signed by all keys of the bureau in the key folder.
///
/// A change is out within seconds; the status list is issued anew every hour and the trust list every day, so that a reader sees
/// that nothing was kept from him.
struct PublishLists: Sendable {
    /// How long a list is relied on, and how often it is issued anew where nothing changes.
    struct Rhythm {
        let anew: TimeInterval
        let valid: TimeInterval

        static let trust = Rhythm(anew: 86_400, valid: 30 * 86_400)
        static let status = Rhythm(anew: 3600, valid: 86_400)
    }

    let keys: IssuerKeyStore
    /// Newest first.
    let bureau: [SigningKey]
    let store = PublishedListStore()
    let due = DueLists()

    /// Publishes the trust list where it is due.
    func trust(at now: Date, in tx: borrowing Transaction) throws {
        let isPublished = try publish(.trust, .trust, at: now, in: tx) {
            try keys.certified(in: tx).compactMap(TrustList.Key.init)
        } list: { version, until, keys in
            TrustList(
                version: version,
                issuedAt: now,
                validUntil: until,
                bureauKeys: bureau.map { TrustList.BureauKey($0.verifier) },
                keys: keys
            )
        }
        // The status list names the trust list there is.
        if isPublished { try due.note(.status, in: tx) }
    }

    /// Publishes the status list where it is due.
    func status(at now: Date, in tx: borrowing Transaction) throws {
        try publish(.status, .status, at: now, in: tx) {
            StatusParts(trust: try currentTrust(in: tx), entries: try CertificateRegister().statusEntries(in: tx))
        } list: { version, until, parts in
            StatusList(
                version: version,
                issuedAt: now,
                validUntil: until,
                trust: parts.trust,
                entries: parts.entries
            )
        }
    }

    /// What a status list says.
    private struct StatusParts: Encodable {
        let trust: TrustListReference?
        let entries: [StatusList.Entry]
    }

    private func currentTrust(in tx: borrowing Transaction) throws -> TrustListReference? {
        guard let newest = try store.newest(.trust, in: tx) else { return nil }
        return TrustListReference(try WireFormat.decode(SignedList.self, from: Array(newest.document.utf8)))
    }

    /// Publishes a list where it is due; true where it was.
    @discardableResult private func publish<Part: Encodable, List: Encodable>(
        _ kind: SignedList.Kind,
        _ rhythm: Rhythm,
        at now: Date,
        in tx: borrowing Transaction,
        parts: () throws -> Part,
        list: (Int, Date, Part) -> List
    ) throws -> Bool {
        guard !bureau.isEmpty else { return false }
        // One replica at a time; another's list is as good.
        let lock = try tx.query("SELECT pg_try_advisory_xact_lock(hashtextextended(\(kind.row), 0)) AS own")
        guard try lock.first?.decode("own", as: Bool.self) == true else { return false }
        let isChanged = try due.take(kind, in: tx)
        let newest = try store.newest(kind, in: tx)
        // With the kind, so that a list of an older form is not kept for an hour.
        let signers = "\(bureau.map(\.verifier.id).joined(separator: " ")) \(kind.rawValue)"
        if let newest, !isChanged, newest.content.hasPrefix(signers),
            // One of a time to come was issued before the clock of an empty system was set.
            newest.issuedAt <= now, now < newest.issuedAt.addingTimeInterval(rhythm.anew)
        {
            return false
        }
        let parts = try parts()
        let version = (newest?.version ?? 0) + 1
        let bytes = try WireFormat.encode(list(version, now.addingTimeInterval(rhythm.valid), parts))
        let content = "\(signers) \(Digest.sha256Hex(try WireFormat.encode(parts)))"
        let signed = try SignedList(kind, bytes, signing: bureau)
        let document = String(decoding: try WireFormat.encode(signed), as: UTF8.self)
        try store.keep(
            .init(version: version, issuedAt: now, content: content, document: document),
            kind,
            in: tx
        )
        return true
    }
}

extension TrustList.Key {
    /// A key that was certified, as the list says it; nil for any other.
    init?(_ key: IssuerKey) {
        guard let made = key.made, let certified = key.certifiedOn, let stage = key.stage,
            let algorithm = SignatureAlgorithm(rawValue: made.algorithm),
            let point = Base64URL.bytes(of: made.publicKey), let verifier = try? VerifyingKey(algorithm, point: point)
        else { return nil }
        self.init(
            verifier,
            creditCode: made.issuer.creditCode,
            issuerName: made.issuerName,
            from: certified,
            state: State(rawValue: stage.rawValue) ?? .revoked,
            until: key.endedOn,
            reason: key.revokedFor
        )
    }
}
