import Contracts
import Foundation
import Kernel
import Postgres

/// What is kept of a holder's identity document: encrypted and findable, or still sealed where it could not be opened.
struct KeptIdentity {
    let encrypted: [UInt8]?
    let hash: [UInt8]?
    let sealed: Sealed<PersonIdentity>?
}

/// The identity documents beside the certificates.
struct IdentityStore {
    /// The encrypted documents of a registration's certificates, by certificate.
    func load(of registration: UUID, in tx: borrowing Transaction) throws -> [UUID: [UInt8]] {
        let rows = try tx.query(
            "SELECT id, identity FROM certificate WHERE registration = \(registration) AND identity IS NOT NULL"
        )
        return Dictionary(
            uniqueKeysWithValues: try rows.map { try ($0.decode("id"), $0.decode("identity", as: [UInt8].self)) }
        )
    }

    /// What could not be opened yet, by certificate.
    func loadSealed(of registration: UUID, in tx: borrowing Transaction) throws -> [UUID: Sealed<PersonIdentity>] {
        let rows = try tx.query(
            """
            SELECT id, identity_sealed FROM certificate
            WHERE registration = \(registration) AND identity_sealed IS NOT NULL
            """
        )
        return Dictionary(
            uniqueKeysWithValues: try rows.map {
                try ($0.decode("id"), $0.json("identity_sealed", as: Sealed<PersonIdentity>.self))
            }
        )
    }

    /// Replaces what was sealed by what could be opened at last.
    func save(_ opened: [(certificate: UUID, identity: KeptIdentity)], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            UPDATE certificate SET identity = t.identity, identity_hash = t.hash, identity_sealed = NULL
            FROM unnest(
                \(opened.map(\.certificate))::uuid[], \(opened.map(\.identity.encrypted))::bytea[],
                \(opened.map(\.identity.hash))::bytea[]
            ) AS t (id, identity, hash)
            WHERE certificate.id = t.id
            """
        )
    }
}
