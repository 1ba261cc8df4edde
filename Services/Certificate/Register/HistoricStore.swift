import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The certificates issued before this register was kept, each beside its holder's identity document.
struct HistoricStore {
    /// One, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<HistoricCertificate> {
        let rows = try tx.query("SELECT id, version, state FROM historic_certificate WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("historic-certificate") }
        return try RegistrationStore.stored(row)
    }

    /// One as it is read; nil where there is none.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<HistoricCertificate>? {
        try tx.query("SELECT id, version, state FROM historic_certificate WHERE id = \(id)").first
            .map(RegistrationStore.stored)
    }

    /// Those of these numbers that there are, by number.
    func known(_ numbers: [String], in tx: borrowing Transaction) throws -> [String: HistoricCertificate] {
        let rows = try tx.query(
            "SELECT number, state FROM historic_certificate WHERE number = ANY(\(numbers)::text[])"
        )
        return Dictionary(uniqueKeysWithValues: try rows.map { try ($0.decode("number"), $0.json("state")) })
    }

    /// Which of these numbers certificates issued here bear.
    func givenHere(_ numbers: [String], in tx: borrowing Transaction) throws -> Set<String> {
        let rows = try tx.query("SELECT number FROM certificate WHERE number = ANY(\(numbers)::text[])")
        return Set(try rows.map { try $0.decode("number") as String })
    }

    /// Writes certificates entered just now.
    func insert(
        _ entered: [(certificate: Stored<HistoricCertificate>, identity: KeptIdentity?)],
        in tx: borrowing Transaction
    ) throws {
        guard !entered.isEmpty else { return }
        let records = entered.compactMap(\.certificate.state.record)
        try tx.execute(
            """
            INSERT INTO historic_certificate (
                id, number, credit_code, issued_on, state, version, identity, identity_hash)
            SELECT id, number, credit_code, issued_on::date, state, version, identity, hash FROM unnest(
                \(entered.map(\.certificate.id))::uuid[], \(records.map(\.number.text))::text[],
                \(records.map(\.creditCode))::text[], \(records.map(\.issuedOn.description))::text[],
                \(entered.map { JSON($0.certificate.state) })::jsonb[], \(entered.map(\.certificate.newVersion))::int[],
                \(entered.map { $0.identity?.encrypted })::bytea[], \(entered.map { $0.identity?.hash })::bytea[]
            ) AS t (id, number, credit_code, issued_on, state, version, identity, hash)
            """
        )
    }

    /// Writes what was decided about one loaded before.
    ///
    /// - Throws: `VersionMismatch`.
    func save(_ changed: Stored<HistoricCertificate>, in tx: borrowing Transaction) throws {
        let saved = try tx.execute(
            """
            UPDATE historic_certificate SET state = \(JSON(changed.state))::jsonb, version = \(changed.newVersion),
                stage = \(changed.state.stage?.rawValue)
            WHERE id = \(changed.id) AND version = \(changed.version)
            """
        )
        try RegistrationStore.require(saved, of: [changed])
    }
}
