import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// The certificates, each with the version it is loaded and saved at, and beside it the holder's identity document.
struct CertificateStore {
    /// The certificates of a registration, locked, in the order of the list.
    ///
    /// Whoever changes them holds the registration's lock already, so their own order does not matter.
    func load(of registration: UUID, in tx: borrowing Transaction) throws -> [Stored<Certificate>] {
        let rows = try tx.query(
            """
            SELECT id, version, state FROM certificate WHERE registration = \(registration) ORDER BY place FOR UPDATE
            """
        )
        return try rows.map(RegistrationStore.stored)
    }

    /// A certificate, locked.
    ///
    /// - Throws: `NotFound`.
    func load(one id: UUID, in tx: borrowing Transaction) throws -> Stored<Certificate> {
        let rows = try tx.query("SELECT id, version, state FROM certificate WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("certificate") }
        return try RegistrationStore.stored(row)
    }

    /// Writes certificates prepared just now, in the order of their list, with what is kept of each identity.
    func insert(
        _ prepared: [(certificate: Stored<Certificate>, identity: KeptIdentity, place: Int)],
        in tx: borrowing Transaction
    ) throws {
        let certificates = prepared.map(\.certificate)
        let holdings = certificates.compactMap(\.state.holding)
        try tx.execute(
            """
            INSERT INTO certificate (
                id, registration, place, person, credit_code, stage, state, version,
                identity, identity_hash, identity_sealed)
            SELECT * FROM unnest(
                \(certificates.map(\.id))::uuid[], \(holdings.map(\.registration))::uuid[],
                \(prepared.map(\.place))::int[], \(holdings.map(\.person))::uuid[],
                \(holdings.map(\.issuer.creditCode))::text[],
                \(certificates.compactMap(\.state.stage?.rawValue))::text[],
                \(certificates.map { JSON($0.state) })::jsonb[], \(certificates.map(\.newVersion))::int[],
                \(prepared.map(\.identity.encrypted))::bytea[], \(prepared.map(\.identity.hash))::bytea[],
                \(prepared.map { $0.identity.sealed.map { JSON($0) } })::jsonb[])
            """
        )
    }

    /// Writes what was decided about certificates loaded before.
    ///
    /// - Throws: `VersionMismatch` when one of them is not at the version it was loaded at.
    func save(_ changed: [Stored<Certificate>], in tx: borrowing Transaction) throws {
        guard !changed.isEmpty else { return }
        let saved = try tx.execute(
            """
            UPDATE certificate SET
                number = t.number, stage = t.stage, state = t.state, version = t.version, issued_on = t.issued_on::date
            FROM unnest(
                \(changed.map(\.id))::uuid[], \(changed.map(\.version))::int[], \(changed.map(\.newVersion))::int[],
                \(changed.map(\.state.number?.text))::text[],
                \(changed.compactMap(\.state.stage?.rawValue))::text[], \(changed.map { JSON($0.state) })::jsonb[],
                \(changed.map(\.state.issuedOn?.description))::text[]
            ) AS t (id, loaded, version, number, stage, state, issued_on)
            WHERE certificate.id = t.id AND certificate.version = t.loaded
            """
        )
        try RegistrationStore.require(saved, of: changed)
    }
}
