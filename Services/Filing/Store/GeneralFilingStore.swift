import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``GeneralFiling``.
struct GeneralFilingStore: Sendable {
    /// The filings of these ids that there are, locked in the order of their ids.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<GeneralFiling>] {
        try tx.query("SELECT id, version, state FROM general_filing WHERE id = ANY (\(ids)) ORDER BY id FOR UPDATE")
            .map { Stored(id: try $0["id"], version: try $0["version"], state: try $0.json("state")) }
    }

    /// One filing, locked.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<GeneralFiling> {
        guard let found = try load([id], in: tx).first else { throw NotFound("general-filing") }
        return found
    }

    /// The filings of these enterprises that run: neither decided nor taken back.
    func running(of enterprises: [UUID], in tx: borrowing Transaction) throws -> [Stored<GeneralFiling>] {
        try tx.query(
            """
            SELECT id, version, state FROM general_filing
            WHERE enterprise = ANY (\(enterprises)) AND phase IN ('draft', 'submitted', 'correcting', 'resubmitted')
            ORDER BY id
            """
        ).map { Stored(id: try $0["id"], version: try $0["version"], state: try $0.json("state")) }
    }

    /// The accepted filings of an enterprise.
    func accepted(of enterprise: UUID, in tx: borrowing Transaction) throws -> [Stored<GeneralFiling>] {
        try tx.query(
            """
            SELECT id, version, state FROM general_filing WHERE enterprise = \(enterprise) AND phase = 'accepted'
            ORDER BY id
            """
        ).map { Stored(id: try $0["id"], version: try $0["version"], state: try $0.json("state")) }
    }

    /// What was given to these enterprises with their accepted filings.
    func terms(of enterprises: [UUID], in tx: borrowing Transaction) throws -> [UUID: [GeneralGrant]] {
        let rows = try tx.query(
            """
            SELECT enterprise, state -> 'accepted' -> 'grant' AS given FROM general_filing
            WHERE enterprise = ANY (\(enterprises)) AND phase = 'accepted' ORDER BY id
            """
        )
        var grants: [UUID: [GeneralGrant]] = [:]
        for row in rows { grants[try row["enterprise"], default: []].append(try row.json("given")) }
        return grants
    }

    /// Writes what was decided; what nothing was decided about stays as it is.
    ///
    /// - Throws: `VersionMismatch` where a row is not at the version its filing was loaded at.
    func save(_ all: [Stored<GeneralFiling>], in tx: borrowing Transaction) throws {
        let changed = all.filter { !$0.events.isEmpty }
        let rows = changed.compactMap { one in one.state.application.map { (one, $0) } }
        guard !rows.isEmpty else { return }
        let written = try tx.execute(
            """
            INSERT INTO general_filing AS old (id, enterprise, phase, state, version)
            SELECT id, enterprise, phase, state::jsonb, version FROM unnest(
                \(rows.map(\.0.id))::uuid[], \(rows.map(\.1.filer.id))::uuid[],
                \(rows.map(\.0.state.phase.rawValue))::text[], \(try rows.map { try StateText.of($0.0.state) })::text[],
                \(rows.map(\.0.newVersion))::int[]
            ) AS new (id, enterprise, phase, state, version)
            ORDER BY id
            ON CONFLICT (id) DO UPDATE SET phase = excluded.phase, state = excluded.state, version = excluded.version
            WHERE (old.id, old.version) IN (
                SELECT * FROM unnest(\(rows.map(\.0.id))::uuid[], \(rows.map(\.0.version))::int[]))
            """
        )
        guard written == changed.count else { throw Conflict.of(changed) }
        tx.companion(RegisterChanges.self).filings.formUnion(
            changed.filter { $0.state.phase == .accepted }.map(\.id)
        )
    }
}

/// What a store says when a row is not at the version it was loaded at.
enum Conflict {
    /// The refusal for a set that could not be written whole.
    static func of(_ changed: [Stored<some Decider>]) -> VersionMismatch {
        let expected = changed.first?.version ?? 0
        return VersionMismatch(expected: expected, actual: expected + 1)
    }
}
