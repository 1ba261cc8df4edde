import CertificateDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres

/// The uploads, each with the record as it is sent, encrypted.
struct UploadStore {
    let keys: KeyRing

    /// The record an upload has been given, beside it.
    typealias Made = (upload: Stored<Upload>, row: ProvinceWire.Row)

    /// Those of these uploads there are, locked in the order of their ids.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Upload>] {
        let rows = try tx.query(
            "SELECT id, version, state FROM upload WHERE id = ANY(\(ids)::uuid[]) ORDER BY id FOR UPDATE"
        )
        return try rows.map(RegistrationStore.stored)
    }

    /// The uploads of a registration, locked in the order of their ids.
    func load(of registration: UUID, in tx: borrowing Transaction) throws -> [Stored<Upload>] {
        let rows = try tx.query(
            """
            SELECT upload.id, upload.version, upload.state FROM upload JOIN certificate ON certificate.id = upload.certificate
            WHERE certificate.registration = \(registration) ORDER BY upload.id FOR UPDATE OF upload
            """
        )
        return try rows.map(RegistrationStore.stored)
    }

    /// The registrations these uploads belong to; nothing is locked.
    func registrations(of ids: [UUID], in tx: borrowing Transaction) throws -> [UUID] {
        try tx.query(
            """
            SELECT DISTINCT certificate.registration FROM upload JOIN certificate ON certificate.id = upload.certificate
            WHERE upload.id = ANY(\(ids)::uuid[]) ORDER BY registration
            """
        ).map { try $0.decode("registration") }
    }

    /// The rows of these uploads as they are sent, in the order asked for.
    func rows(_ ids: [UUID], in tx: borrowing Transaction) throws -> [[UInt8]] {
        let rows = try tx.query("SELECT id, record FROM upload WHERE id = ANY(\(ids)::uuid[])")
        let found = Dictionary(
            uniqueKeysWithValues: try rows.map { row -> (UUID, [UInt8]) in
                let id: UUID = try row.decode("id")
                return (id, try keys.fields.open(bytes: row.decode("record"), of: id.lowercase))
            }
        )
        return ids.compactMap { found[$0] }
    }

    /// The records of these uploads as they were made last, by upload.
    func records(_ ids: [UUID], in tx: borrowing Transaction) throws -> [UUID: ProvinceWire.Row] {
        let rows: [ProvinceWire.Row] = try rows(ids, in: tx).map { try WireFormat.decode(from: $0) }
        return Dictionary(rows.map { ($0.upload, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Those of these that the province took before records told the number and the day of issue, and that say the same since.
    func withoutIssue(_ ids: [UUID], in tx: borrowing Transaction) throws -> Set<UUID> {
        let rows = try tx.query("SELECT id FROM upload WHERE is_without_issue AND id = ANY(\(ids)::uuid[])")
        return Set(try rows.map { try $0.decode("id") })
    }

    /// Those that wait to be sent and are in no delivery that will be.
    func stranded(_ limit: Int, in tx: borrowing Transaction) throws -> [UUID] {
        try tx.query(
            """
            SELECT id FROM upload WHERE stage = ANY(\(Upload.Stage.allCases.filter(\.isWaiting).map(\.rawValue))::text[])
              AND id NOT IN (SELECT unnest(uploads) FROM province_delivery WHERE stage = 'waiting')
            ORDER BY id LIMIT \(limit) FOR UPDATE SKIP LOCKED
            """
        ).map { try $0.decode("id") }
    }

    /// Writes uploads made just now.
    func insert(_ made: [Made], in tx: borrowing Transaction) throws {
        guard !made.isEmpty else { return }
        let progress = made.compactMap(\.upload.state.progress)
        try tx.execute(
            """
            INSERT INTO upload (
                id, certificate, person, credit_code, month, stage, revision, number, record, digest, state,
                version)
            SELECT * FROM unnest(
                \(made.map(\.upload.id))::uuid[], \(progress.map(\.subject.certificate))::uuid[],
                \(progress.map(\.subject.person))::uuid[],
                \(progress.map(\.subject.creditCode))::text[], \(made.map(\.row.month))::text[],
                \(progress.map(\.stage.rawValue))::text[], \(progress.map(\.revision))::int[],
                \(progress.map(\.number))::text[], \(try made.map(sealed))::bytea[],
                \(progress.map(\.digest))::text[], \(made.map { JSON($0.upload.state) })::jsonb[],
                \(made.map(\.upload.newVersion))::int[])
            """
        )
    }

    /// Writes what was decided about uploads loaded before, with new records where there are any.
    func save(
        _ changed: [Stored<Upload>],
        records: [UUID: ProvinceWire.Row] = [:],
        in tx: borrowing Transaction
    ) throws {
        let changed = changed.filter { !$0.events.isEmpty }
        guard !changed.isEmpty else { return }
        let progress = changed.compactMap(\.state.progress)
        let sealed = try changed.map { upload in try records[upload.id].map { try self.sealed((upload, $0)) } }
        let saved = try tx.execute(
            """
            UPDATE upload SET stage = t.stage, revision = t.revision, number = t.number, digest = t.digest,
                record = coalesce(t.record, upload.record),
                is_without_issue = upload.is_without_issue AND t.record IS NULL, state = t.state, version = t.version,
                changed_at = clock_timestamp()
            FROM unnest(
                \(changed.map(\.id))::uuid[], \(changed.map(\.version))::int[], \(changed.map(\.newVersion))::int[],
                \(progress.map(\.stage.rawValue))::text[], \(progress.map(\.revision))::int[],
                \(progress.map(\.number))::text[], \(progress.map(\.digest))::text[], \(sealed)::bytea[],
                \(changed.map { JSON($0.state) })::jsonb[]
            ) AS t (id, loaded, version, stage, revision, number, digest, record, state)
            WHERE upload.id = t.id AND upload.version = t.loaded
            """
        )
        try RegistrationStore.require(saved, of: changed)
    }

    private func sealed(_ made: Made) throws -> [UInt8] {
        try keys.fields.seal(bytes: WireFormat.encode(made.row), of: made.upload.id.lowercase)
    }
}
