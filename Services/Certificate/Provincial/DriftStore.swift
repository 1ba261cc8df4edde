import CertificateDomain
import Foundation
import Kernel
import Messaging
import Metrics
import Postgres

/// The differences between both systems.
struct DriftStore {
    let journal: Journal

    /// What a list is narrowed to; nil is all.
    struct Filter {
        let stage: Drift.Stage?
        let kind: Drift.Kind?
        let creditCode: String?
    }

    /// Notes what was found; what is known already, or was settled so, changes nothing.
    func note(_ findings: [Drift.Finding], because cause: Cause, in tx: borrowing Transaction) throws {
        guard !findings.isEmpty else { return }
        // Two that find the same at once would both make it.
        try tx.execute("SELECT pg_advisory_xact_lock(hashtext('certificate.drift'))")
        let known = try load(findings.map(\.key), in: tx)
        var drifts: [String: Stored<Drift>] = [:]
        for finding in findings {
            var drift = drifts[finding.key] ?? known[finding.key] ?? Stored<Drift>(new: NewID.v7())
            try drift.handle(.find(finding))
            drifts[finding.key] = drift
        }
        try save(drifts.values.sorted { $0.id.lowercase < $1.id.lowercase }, because: cause, in: tx)
    }

    /// Lets what was open in these groups and was not found again vanish; tells how many.
    func miss(
        except found: [Drift.Finding],
        in groups: [(creditCode: String, month: String)],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Int {
        let keys = Set(found.map(\.key))
        let codes = Array(Set(groups.map(\.creditCode))).sorted()
        let rows = try tx.query(
            """
            SELECT id, version, state FROM drift WHERE stage = 'open' AND credit_code = ANY(\(codes)::text[])
            ORDER BY id FOR UPDATE
            """
        )
        var gone: [Stored<Drift>] = []
        for row in rows {
            var drift: Stored<Drift> = try RegistrationStore.stored(row)
            guard let finding = drift.state.finding, !keys.contains(finding.key) else { continue }
            try drift.handle(.miss(at: cause.now))
            if !drift.events.isEmpty { gone.append(drift) }
        }
        try save(gone, because: cause, in: tx)
        return gone.count
    }

    /// Lets what was open about these uploads be gone: what it waited for has come.
    func resolve(_ kind: Drift.Kind, of uploads: [UUID], because cause: Cause, in tx: borrowing Transaction) throws {
        guard !uploads.isEmpty else { return }
        let keys = uploads.map { "\(kind.rawValue)|\($0.lowercase)|%" }
        let rows = try tx.query(
            """
            SELECT id, version, state FROM drift
            WHERE stage = 'open' AND kind = \(kind.rawValue) AND key LIKE ANY(\(keys)::text[]) ORDER BY id FOR UPDATE
            """
        )
        var gone: [Stored<Drift>] = []
        for row in rows {
            var drift: Stored<Drift> = try RegistrationStore.stored(row)
            try drift.handle(.resolve(at: cause.now))
            gone.append(drift)
        }
        try save(gone, because: cause, in: tx)
    }

    /// The upload one is about; nothing is locked.
    ///
    /// - Throws: `NotFound`.
    func upload(of id: UUID, in tx: borrowing Transaction) throws -> UUID? {
        let rows = try tx.query("SELECT id, version, state FROM drift WHERE id = \(id)")
        guard let row = rows.first else { throw NotFound("drift") }
        let drift: Stored<Drift> = try RegistrationStore.stored(row)
        return drift.state.finding?.upload
    }

    /// One, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Drift> {
        let rows = try tx.query("SELECT id, version, state FROM drift WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("drift") }
        return try RegistrationStore.stored(row)
    }

    /// At most `limit` after one, oldest first.
    func list(
        _ filter: Filter,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Drift>] {
        try tx.query(
            """
            SELECT id, version, state FROM drift
            WHERE (\(filter.stage?.rawValue)::text IS NULL OR stage = \(filter.stage?.rawValue)::text)
              AND (\(filter.kind?.rawValue)::text IS NULL OR kind = \(filter.kind?.rawValue)::text)
              AND (\(filter.creditCode)::text IS NULL OR credit_code = \(filter.creditCode)::text)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map(RegistrationStore.stored)
    }

    /// How many are open.
    func open(in tx: borrowing Transaction) throws -> Int {
        try tx.query("SELECT count(*) AS n FROM drift WHERE stage = 'open'").first?.decode("n") ?? 0
    }

    /// Writes what was decided, and notes it.
    func save(_ changed: [Stored<Drift>], because cause: Cause, in tx: borrowing Transaction) throws {
        let changed = changed.filter { !$0.events.isEmpty }
        guard !changed.isEmpty else { return }
        let findings = changed.compactMap(\.state.finding)
        try tx.execute(
            """
            INSERT INTO drift (id, key, credit_code, kind, stage, state, version)
            SELECT * FROM unnest(
                \(changed.map(\.id))::uuid[], \(findings.map(\.key))::text[], \(findings.map(\.creditCode))::text[],
                \(findings.map(\.kind.rawValue))::text[], \(changed.compactMap(\.state.stage?.rawValue))::text[],
                \(changed.map { JSON($0.state) })::jsonb[], \(changed.map(\.newVersion))::int[])
            ON CONFLICT (id) DO UPDATE SET
                stage = excluded.stage, state = excluded.state, version = excluded.version
            """
        )
        try journal.append(changed, of: "drift", because: cause, in: tx)
        Gauge(label: "province_drift_open").record(try open(in: tx))
    }

    private func load(_ keys: [String], in tx: borrowing Transaction) throws -> [String: Stored<Drift>] {
        let rows = try tx.query(
            "SELECT id, key, version, state FROM drift WHERE key = ANY(\(keys)::text[]) ORDER BY id FOR UPDATE"
        )
        return Dictionary(
            uniqueKeysWithValues: try rows.map { row in
                let drift: Stored<Drift> = try RegistrationStore.stored(row)
                return (try row.decode("key"), drift)
            }
        )
    }
}
