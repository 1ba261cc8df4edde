import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``WorkPlanChange``.
struct WorkPlanChangeStore: Sendable {
    /// One by its id, locked.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<WorkPlanChange> {
        let rows = try tx.query("SELECT id, version, state FROM work_plan_change WHERE id = \(id) FOR UPDATE")
        guard let found = try rows.first.map(Self.stored) else { throw NotFound("work-plan-change") }
        return found
    }

    /// One by its id, for a view.
    ///
    /// - Throws: `NotFound`.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<WorkPlanChange> {
        let rows = try tx.query("SELECT id, version, state FROM work_plan_change WHERE id = \(id)")
        guard let found = try rows.first.map(Self.stored) else { throw NotFound("work-plan-change") }
        return found
    }

    /// All of a filing, the oldest first.
    func list(of filing: UUID, in tx: borrowing Transaction) throws -> [Stored<WorkPlanChange>] {
        try tx.query("SELECT id, version, state FROM work_plan_change WHERE special_filing = \(filing) ORDER BY id")
            .map(Self.stored)
    }

    /// The one of a filing that runs.
    func running(of filing: UUID, in tx: borrowing Transaction) throws -> Stored<WorkPlanChange>? {
        try tx.query(
            """
            SELECT id, version, state FROM work_plan_change
            WHERE special_filing = \(filing) AND phase IN ('draft', 'submitted')
            """
        ).first.map(Self.stored)
    }

    /// Writes one.
    ///
    /// - Throws: `VersionMismatch` where the row is not at the version it was loaded at.
    func save(_ one: Stored<WorkPlanChange>, in tx: borrowing Transaction) throws {
        guard !one.events.isEmpty, let proposal = one.state.proposal else { return }
        var receipt: String?
        if case .accepted(_, _, let given) = one.state { receipt = given.number.text }
        let written = try tx.execute(
            """
            INSERT INTO work_plan_change AS old (id, special_filing, enterprise, phase, plan, receipt, state, version)
            VALUES (\(one.id), \(proposal.filing), \(proposal.filer.id), \(one.state.phase.rawValue),
                \(proposal.plan.number), \(receipt), \(try StateText.of(one.state))::jsonb, \(one.newVersion))
            ON CONFLICT (id) DO UPDATE SET phase = excluded.phase, plan = excluded.plan, receipt = excluded.receipt,
                state = excluded.state, version = excluded.version
            WHERE old.version = \(one.version)
            """
        )
        guard written == 1 else { throw Conflict.of([one]) }
    }

    private static func stored(_ row: Row) throws -> Stored<WorkPlanChange> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}
