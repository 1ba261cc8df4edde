import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``Tenure``, found by the filing each is the life of.
///
/// A general filing's is locked before those of the special-grade filings that rest on it, these in the order of their ids.
struct TenureStore: Sendable {
    /// The tenures of these filings that there are, locked in the order of their ids.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Tenure>] {
        try tx.query("SELECT id, version, state FROM tenure WHERE filing = ANY (\(ids)) ORDER BY filing FOR UPDATE")
            .map(Self.stored)
    }

    /// One, locked; of a special-grade filing after the general one it rests on.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> (Stored<Tenure>, general: Stored<Tenure>?) {
        guard let row = try tx.query("SELECT general FROM tenure WHERE filing = \(id)").first else {
            throw NotFound("tenure")
        }
        let general: UUID? = try row["general"]
        let below = try general.map { try load([$0], in: tx) }?.first
        guard let found = try load([id], in: tx).first else { throw NotFound("tenure") }
        return (found, below)
    }

    /// Those that rest on a general filing, locked.
    func resting(on general: UUID, in tx: borrowing Transaction) throws -> [Stored<Tenure>] {
        try tx.query("SELECT id, version, state FROM tenure WHERE general = \(general) ORDER BY filing FOR UPDATE")
            .map(Self.stored)
    }

    /// Those whose day has come, locked; what another replica looks at is passed over.
    func due(
        _ kind: FilingKind,
        on day: LocalDate,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Tenure>] {
        try tx.query(
            """
            SELECT id, version, state FROM tenure WHERE kind = \(kind.rawValue) AND look_on <= \(day.description)::text::date
            ORDER BY look_on, filing LIMIT \(limit) FOR UPDATE SKIP LOCKED
            """
        ).map(Self.stored)
    }

    /// Writes tenures, and when each is to be looked at next.
    ///
    /// - Throws: `VersionMismatch` where a row is not at the version its tenure was loaded at.
    func save(_ all: [Stored<Tenure>], lookOn: (Tenure) -> LocalDate?, in tx: borrowing Transaction) throws {
        let rows = all.compactMap { one in one.state.life.map { (one, $0) } }
        guard !rows.isEmpty else { return }
        let written = try tx.execute(
            """
            INSERT INTO tenure AS old
                (id, filing, enterprise, kind, general, standing, valid_from, valid_through, look_on, state, version)
            SELECT id, filing, enterprise, kind, general, standing, valid_from, valid_through, look_on, state::jsonb, version
            FROM unnest(
                \(rows.map(\.0.id))::uuid[], \(rows.map(\.1.filing))::uuid[], \(rows.map(\.1.filer.id))::uuid[],
                \(rows.map(\.1.kind.rawValue))::text[],
                \(rows.map(\.1.restsOn))::uuid[], \(rows.map { Self.word(for: $0.0.state.standing) })::text[],
                \(rows.map(\.1.term.from.description))::text[]::date[], \(rows.map(\.1.term.through.description))::text[]::date[],
                \(rows.map { lookOn($0.0.state)?.description })::text[]::date[], \(try rows.map { try StateText.of($0.0.state) })::text[],
                \(rows.map(\.0.newVersion))::int[]
            ) AS new (id, filing, enterprise, kind, general, standing, valid_from, valid_through, look_on, state, version)
            ORDER BY filing
            ON CONFLICT (id) DO UPDATE SET standing = excluded.standing, valid_from = excluded.valid_from,
                valid_through = excluded.valid_through, look_on = excluded.look_on, state = excluded.state,
                version = excluded.version
            WHERE (old.id, old.version) IN (
                SELECT * FROM unnest(\(rows.map(\.0.id))::uuid[], \(rows.map(\.0.version))::int[]))
            """
        )
        guard written == all.count else { throw Conflict.of(all) }
    }

    private static func word(for standing: Tenure.Standing) -> String {
        switch standing {
        case .inForce: TenurePhase.inForce.rawValue
        case .suspended: TenurePhase.suspended.rawValue
        case .cancelled: TenurePhase.cancelled.rawValue
        }
    }

    static func stored(_ row: Row) throws -> Stored<Tenure> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}
