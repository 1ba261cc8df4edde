import Foundation
import Kernel
import Postgres

/// How it stands with the provincial system, for officers.
struct ProvinceView: Encodable {
    let transport: ProvinceSettings.Way
    let transportName: String
    /// 沙箱: what is at the other end only plays the provincial system.
    let isSandbox: Bool
    /// Deliveries that wait to be answered, and of those the ones that failed before.
    let waiting: Int
    let failing: Int
    /// Records the province did not take in as they are.
    let refused: Int
    /// What the first failing delivery failed of.
    let trouble: String?
    let openDrifts: Int
    let lastReconciliation: ReconciliationView?
    /// Answers that could not be read, the last first.
    let parked: [ParkedAnswers.Entry]

    init(_ settings: ProvinceSettings, in tx: borrowing Transaction) throws {
        transport = settings.way
        transportName = settings.way.chinese
        isSandbox = settings.transport?.isSandbox ?? false
        let counts = try tx.query(
            """
            SELECT count(*) FILTER (WHERE stage = 'waiting')::int AS waiting,
                count(*) FILTER (WHERE stage = 'waiting' AND attempts > 0)::int AS failing,
                (SELECT count(*)::int FROM upload WHERE stage IN ('refused', 'withdrawal-refused')) AS refused,
                min(trouble) FILTER (WHERE stage = 'waiting' AND attempts > 0) AS trouble,
                (SELECT count(*)::int FROM drift WHERE stage = 'open') AS drifts
            FROM province_delivery WHERE stage = 'waiting'
            """
        ).first
        waiting = try counts?.decode("waiting") ?? 0
        failing = try counts?.decode("failing") ?? 0
        refused = try counts?.decode("refused") ?? 0
        trouble = try counts?.decode("trouble") ?? nil
        openDrifts = try counts?.decode("drifts") ?? 0
        lastReconciliation = try ReconciliationStore().last(1, in: tx).first
        parked = try ParkedAnswers().last(20, in: tx)
    }
}

extension ProvinceSettings.Way: Encodable {}

extension ReconciliationStore {
    /// The last ones, the last first.
    func last(_ count: Int, in tx: borrowing Transaction) throws -> [ReconciliationView] {
        try tx.query(
            """
            SELECT id, night::text AS night, asked_by, begun_at, ended_at, groups, differing, ours, theirs, found, vanished,
                trouble
            FROM reconciliation ORDER BY id DESC LIMIT \(count)
            """
        ).map { try ReconciliationView($0) }
    }

    /// One of them.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> ReconciliationView {
        guard let found = try last(50, in: tx).first(where: { $0.id == id.uuidString.lowercased() }) else {
            throw NotFound("reconciliation")
        }
        return found
    }
}
