import CertificateDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Postgres

/// The comparisons made with the province, and what of ours is compared.
struct ReconciliationStore {
    /// What a comparison came to.
    struct Result {
        let groups: Int
        let differing: Int
        let ours: Int
        let theirs: Int
        let found: Int
        let vanished: Int
    }

    /// Begins a night's comparison, once for all replicas.
    func begin(night: LocalDate, at now: Date, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO reconciliation (id, night, asked_by, begun_at, claimed_until)
            SELECT \(NewID.v7()), \(night.description)::date, 'system', \(now), clock_timestamp()
            WHERE NOT EXISTS (SELECT FROM reconciliation WHERE night = \(night.description)::date)
            ON CONFLICT (night) DO NOTHING
            """
        )
    }

    /// Begins one that somebody asked for.
    func begin(askedBy account: String, at now: Date, in tx: borrowing Transaction) throws -> UUID {
        let id = NewID.v7()
        try tx.execute(
            """
            INSERT INTO reconciliation (id, asked_by, begun_at, claimed_until)
            VALUES (\(id), \(account), \(now), clock_timestamp())
            """
        )
        return id
    }

    /// The first that waits, by real time; it waits again when the claim runs out.
    func claim(for seconds: Double, in tx: borrowing Transaction) throws -> (id: UUID, now: Date)? {
        try tx.query(
            """
            UPDATE reconciliation SET claimed_until = clock_timestamp() + make_interval(secs => \(seconds))
            FROM (
                SELECT id FROM reconciliation WHERE ended_at IS NULL AND claimed_until <= clock_timestamp()
                ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            ) AS due
            WHERE reconciliation.id = due.id
            RETURNING reconciliation.id, clock_timestamp() AS now
            """
        ).first.map { try ($0.decode("id"), $0.decode("now")) }
    }

    /// Notes why one has come to nothing; it is tried again, each time later.
    func fail(_ id: UUID, _ trouble: String, in tx: borrowing Transaction) throws {
        let rows = try tx.query("SELECT attempts FROM reconciliation WHERE id = \(id)")
        let attempts: Int = try (rows.first?.decode("attempts") ?? 0) + 1
        let seconds = Patience.seconds(afterAttempt: attempts + 3, spread: Double.random(in: 0...1))
        try tx.execute(
            """
            UPDATE reconciliation SET trouble = \(trouble), attempts = \(attempts),
                claimed_until = clock_timestamp() + make_interval(secs => \(seconds))
            WHERE id = \(id)
            """
        )
    }

    /// Notes what one came to.
    func end(_ id: UUID, _ result: Result, at now: Date, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            UPDATE reconciliation SET ended_at = \(now), trouble = NULL, groups = \(result.groups),
                differing = \(result.differing), ours = \(result.ours), theirs = \(result.theirs),
                found = \(result.found), vanished = \(result.vanished)
            WHERE id = \(id)
            """
        )
    }

    /// Ours, counted and digested for each enterprise and month; what waits to be sent is not there yet.
    func groups(in tx: borrowing Transaction) throws -> [ProvinceWire.Group] {
        try tx.query(
            """
            SELECT credit_code, month, count(*)::int AS count, encode(sha256(convert_to(string_agg(
                    id::text || ' ' || revision || ' ' || stage || ' ' || coalesce(number, '-') || ' ' || digest || E'\\n',
                    '' ORDER BY id), 'UTF8')), 'hex') AS digest
            FROM upload WHERE stage = ANY(\(Upload.Stage.allCases.filter(\.isCompared).map(\.rawValue))::text[])
            GROUP BY credit_code, month ORDER BY credit_code, month
            """
        ).map {
            try ProvinceWire.Group(
                creditCode: $0.decode("credit_code"),
                month: $0.decode("month"),
                count: $0.decode("count"),
                digest: $0.decode("digest")
            )
        }
    }

    /// Our records of some groups, and apart from them those that have changed since a moment.
    func records(
        of groups: [(creditCode: String, month: String)],
        before moment: Date,
        _ store: UploadStore,
        in tx: borrowing Transaction
    ) throws -> (settled: [ComparedRecord], moving: Set<UUID>) {
        guard !groups.isEmpty else { return ([], []) }
        let rows = try tx.query(
            """
            SELECT id, credit_code, revision, stage, number, record, changed_at FROM upload
            JOIN unnest(\(groups.map(\.creditCode))::text[], \(groups.map(\.month))::text[]) AS g (code, of_month)
              ON credit_code = g.code AND month = g.of_month
            ORDER BY id
            """
        )
        var settled: [ComparedRecord] = []
        var moving: Set<UUID> = []
        for row in rows {
            let id: UUID = try row.decode("id")
            guard try row.decode("changed_at", as: Date.self) <= moment else {
                moving.insert(id)
                continue
            }
            let sealed: [UInt8] = try row.decode("record")
            let made: ProvinceWire.Row = try WireFormat.decode(
                from: store.keys.fields.open(bytes: sealed, of: id.lowercase)
            )
            settled.append(
                ComparedRecord(
                    upload: id,
                    creditCode: try row.decode("credit_code"),
                    revision: try row.decode("revision"),
                    stage: Upload.Stage(rawValue: try row.decode("stage")) ?? .queued,
                    number: try row.decode("number"),
                    fields: made.fields
                )
            )
        }
        return (settled, moving)
    }
}
