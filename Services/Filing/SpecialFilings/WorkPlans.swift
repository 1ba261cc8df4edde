import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Every version of the work plans, in the bytes their digests are of.
struct WorkPlans: Sendable {
    /// A version as it is kept.
    struct Kept: Sendable {
        let number: Int
        let digest: String
        let plan: WorkPlan
        /// Nil for versions from before the day was kept and that the history does not tell.
        let writtenOn: LocalDate?
    }

    /// Keeps the bytes of versions not kept yet.
    func keep(_ plans: [(UUID, WorkPlanVersion)], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO work_plan (special_filing, version, digest, bytes, written_on)
            SELECT filing, version, digest, bytes, day::date FROM unnest(
                \(plans.map(\.0))::uuid[], \(plans.map(\.1.number))::int[], \(plans.map(\.1.digest))::text[],
                \(try plans.map { try CanonicalWorkPlan.bytes(of: $0.1.plan) })::bytea[],
                \(plans.map(\.1.on.description))::text[]
            ) AS new (filing, version, digest, bytes, day)
            ON CONFLICT DO NOTHING
            """
        )
    }

    /// All versions of a filing, the oldest first.
    func list(of filing: UUID, in tx: borrowing Transaction) throws -> [Kept] {
        try tx.query(
            """
            SELECT version, digest, bytes, written_on::text AS day FROM work_plan
            WHERE special_filing = \(filing) ORDER BY version
            """
        ).map(Self.kept)
    }

    /// One version.
    ///
    /// - Throws: `NotFound`.
    func find(_ number: Int, of filing: UUID, in tx: borrowing Transaction) throws -> Kept {
        let rows = try tx.query(
            """
            SELECT version, digest, bytes, written_on::text AS day FROM work_plan
            WHERE special_filing = \(filing) AND version = \(number)
            """
        )
        guard let found = try rows.first.map(Self.kept) else { throw NotFound("work-plan") }
        return found
    }

    /// The number the next version has; the filing's row is locked by the caller.
    func next(of filing: UUID, in tx: borrowing Transaction) throws -> Int {
        let row = try tx.query(
            "SELECT coalesce(max(version), 0) + 1 AS next FROM work_plan WHERE special_filing = \(filing)"
        ).first
        return try row?["next"] ?? 1
    }

    /// The plan in force of an accepted filing: the last change that was accepted, or else the plan it was accepted with.
    func inForce(of filing: Stored<SpecialFiling>, in tx: borrowing Transaction) throws -> WorkPlanVersion? {
        guard case .accepted(let dossier, _, _) = filing.state else { return nil }
        let row = try tx.query(
            """
            SELECT state FROM work_plan_change WHERE special_filing = \(filing.id) AND phase = 'accepted'
            ORDER BY plan DESC LIMIT 1
            """
        ).first
        guard let change = try row?.json("state", as: WorkPlanChange.self) else { return dossier.workPlan }
        return change.proposal?.plan ?? dossier.workPlan
    }

    private static func kept(_ row: Row) throws -> Kept {
        let day: String? = try row["day"]
        return Kept(
            number: try row["version"],
            digest: try row["digest"],
            plan: try WireFormat.decode(WorkPlan.self, from: row["bytes"]),
            writtenOn: day.flatMap { LocalDate($0) }
        )
    }
}
