import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``SpecialFiling``, and the bytes of its work plans.
struct SpecialFilingStore: Sendable {
    /// The filings of these ids that there are, locked in the order of their ids.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<SpecialFiling>] {
        try tx.query("SELECT id, version, state FROM special_filing WHERE id = ANY (\(ids)) ORDER BY id FOR UPDATE")
            .map { Stored(id: try $0["id"], version: try $0["version"], state: try $0.json("state")) }
    }

    /// One filing, locked.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<SpecialFiling> {
        guard let found = try load([id], in: tx).first else { throw NotFound("special-filing") }
        return found
    }

    /// The filings that run on a general one, neither decided nor taken back; its row is locked by the caller.
    func running(on general: UUID, in tx: borrowing Transaction) throws -> [Stored<SpecialFiling>] {
        try tx.query(
            """
            SELECT id, version, state FROM special_filing
            WHERE general_filing = \(general) AND phase IN ('draft', 'submitted', 'correcting', 'resubmitted')
            ORDER BY id
            """
        ).map { Stored(id: try $0["id"], version: try $0["version"], state: try $0.json("state")) }
    }

    /// Writes what was decided; what nothing was decided about stays as it is.
    ///
    /// - Throws: `VersionMismatch` where a row is not at the version its filing was loaded at.
    func save(_ all: [Stored<SpecialFiling>], in tx: borrowing Transaction) throws {
        let changed = all.filter { !$0.events.isEmpty }
        let rows = changed.compactMap { one in one.state.dossier.map { (one, $0) } }
        guard !rows.isEmpty else { return }
        let written = try tx.execute(
            """
            INSERT INTO special_filing AS old (id, enterprise, general_filing, phase, receipt, state, version)
            SELECT id, enterprise, general_filing, phase, receipt, state::jsonb, version FROM unnest(
                \(rows.map(\.0.id))::uuid[], \(rows.map(\.1.filer.id))::uuid[],
                \(rows.map(\.1.generalFiling.uuid))::uuid[], \(rows.map(\.0.state.phase.rawValue))::text[],
                \(rows.map(\.0.state.receipt?.number.text))::text[],
                \(try rows.map { try StateText.of($0.0.state) })::text[], \(rows.map(\.0.newVersion))::int[]
            ) AS new (id, enterprise, general_filing, phase, receipt, state, version)
            ORDER BY id
            ON CONFLICT (id) DO UPDATE SET phase = excluded.phase, receipt = excluded.receipt,
                state = excluded.state, version = excluded.version
            WHERE (old.id, old.version) IN (
                SELECT * FROM unnest(\(rows.map(\.0.id))::uuid[], \(rows.map(\.0.version))::int[]))
            """
        )
        guard written == changed.count else { throw Conflict.of(changed) }
        tx.companion(RegisterChanges.self).filings.formUnion(
            changed.filter { $0.state.phase == .accepted }.map(\.id)
        )
        try WorkPlans().keep(rows.map { ($0.0.id, $0.1.workPlan) }, in: tx)
    }
}
