import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The notices: loads and saves sets of them.
struct NoticeStore {
    /// The notices of these ids that exist, locked, in the order of their ids.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Notice>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM notice
            WHERE id = ANY (\(ids)::uuid[]) ORDER BY id FOR UPDATE
            """
        ).map(stored)
    }

    /// The notice of an id, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Notice> {
        guard let notice = try load([id], in: tx).first else { throw NotFound("notice") }
        return notice
    }

    /// The notices of these lists that exist, locked, by list.
    func load(lists: [UUID], in tx: borrowing Transaction) throws -> [UUID: Stored<Notice>] {
        let notices = try tx.query(
            """
            SELECT id, version, state::text AS state FROM notice
            WHERE list = ANY (\(lists)::uuid[]) ORDER BY id FOR UPDATE
            """
        ).map(stored)
        return Dictionary(notices.compactMap { notice in notice.state.posting.map { ($0.list, notice) } }) { $1 }
    }

    /// Some notices of which time completes something, locked; those another replica works on are passed over.
    func loadDue(at now: Date, atMost count: Int, in tx: borrowing Transaction) throws -> [Stored<Notice>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM notice
            WHERE due_at <= \(now) ORDER BY due_at, id LIMIT \(count) FOR UPDATE SKIP LOCKED
            """
        ).map(stored)
    }

    /// Some notices a calendar can still move and whose days touch these, in the order of their ids, locked.
    func loadReckoned(
        touching days: ClosedRange<LocalDate>,
        after id: UUID?,
        atMost count: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Notice>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM notice
            WHERE is_reckoned AND (\(id)::uuid IS NULL OR id > \(id)::uuid)
              AND (has_own_periods OR published_on < \(days.upperBound.description)::text::date
                   AND last_day >= \(days.lowerBound.description)::text::date)
            ORDER BY id LIMIT \(count) FOR UPDATE
            """
        ).map(stored)
    }

    /// Writes what was decided about some notices.
    ///
    /// - Throws: `VersionMismatch` when one was changed since it was loaded.
    func save(_ changed: [Stored<Notice>], in tx: borrowing Transaction) throws {
        let rows = try changed.filter { !$0.events.isEmpty }.compactMap(NoticeColumns.init)
        let new = rows.filter { $0.loaded == 0 }
        let old = rows.filter { $0.loaded > 0 }
        if !new.isEmpty { try insert(new, in: tx) }
        guard !old.isEmpty else { return }
        let updated = try tx.execute(
            """
            UPDATE notice SET version = t.version, phase = t.phase, state = t.state::jsonb, ends_at = t.ends_at,
                official = t.official, due_at = t.due_at, required_days = t.required_days, extra_days = t.extra_days,
                published_on = t.published_on::date, last_day = t.last_day::date, is_reckoned = t.is_reckoned,
                has_own_periods = t.has_own_periods
            FROM unnest(
                \(old.map(\.id))::uuid[], \(old.map(\.loaded))::int[], \(old.map(\.version))::int[],
                \(old.map(\.phase))::text[], \(old.map(\.state))::text[], \(old.map(\.endsAt))::timestamptz[],
                \(old.map(\.isOfficial))::bool[], \(old.map(\.dueAt))::timestamptz[],
                \(old.map(\.requiredDays))::int[], \(old.map(\.extraDays))::int[],
                \(old.map(\.publishedOn))::text[], \(old.map(\.lastDay))::text[],
                \(old.map(\.isReckoned))::bool[], \(old.map(\.hasOwnPeriods))::bool[])
                AS t(id, loaded, version, phase, state, ends_at, official, due_at, required_days, extra_days,
                    published_on, last_day, is_reckoned, has_own_periods)
            WHERE notice.id = t.id AND notice.version = t.loaded
            """
        )
        guard updated == old.count else { throw VersionMismatch(expected: old[0].loaded, actual: old[0].version) }
    }

    private func insert(_ new: [NoticeColumns], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO notice (id, version, phase, state, list, credit_code, ends_at, official, due_at, required_days,
                extra_days, published_on, last_day, is_reckoned, has_own_periods)
            SELECT id, version, phase, state::jsonb, list, credit_code, ends_at, official, due_at, required_days,
                extra_days, published_on::date, last_day::date, is_reckoned, has_own_periods
            FROM unnest(
                \(new.map(\.id))::uuid[], \(new.map(\.version))::int[], \(new.map(\.phase))::text[],
                \(new.map(\.state))::text[], \(new.map(\.list))::uuid[], \(new.map(\.creditCode))::text[],
                \(new.map(\.endsAt))::timestamptz[], \(new.map(\.isOfficial))::bool[],
                \(new.map(\.dueAt))::timestamptz[], \(new.map(\.requiredDays))::int[],
                \(new.map(\.extraDays))::int[], \(new.map(\.publishedOn))::text[], \(new.map(\.lastDay))::text[],
                \(new.map(\.isReckoned))::bool[], \(new.map(\.hasOwnPeriods))::bool[])
                AS t(id, version, phase, state, list, credit_code, ends_at, official, due_at, required_days, extra_days,
                    published_on, last_day, is_reckoned, has_own_periods)
            """
        )
    }

    private func stored(_ row: Row) throws -> Stored<Notice> {
        Stored(
            id: try row.decode("id"),
            version: try row.decode("version"),
            state: try Column.value(row.decode("state", as: String.self))
        )
    }
}
