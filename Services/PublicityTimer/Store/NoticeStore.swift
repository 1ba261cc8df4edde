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
    ///
    /// One whose days a new calendar touches waits until it has been reckoned again: its end may have moved.
    func loadDue(at now: Date, atMost count: Int, in tx: borrowing Transaction) throws -> [Stored<Notice>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM notice
            WHERE due_at <= \(now) AND NOT EXISTS (
                SELECT 1 FROM reckoning AS open
                WHERE NOT open.notices_done AND (open.after IS NULL OR notice.id > open.after)
                  AND (has_own_periods OR published_on < open.last_day AND notice.last_day >= open.first_day))
            ORDER BY due_at, id LIMIT \(count) FOR UPDATE SKIP LOCKED
            """
        ).map(stored)
    }

    /// Some notices a calendar can still move and whose days touch these, in the order of their ids, locked.
    ///
    /// Where no name has a period of its own a calendar cannot touch the names, and they are left out: such a notice can be
    /// moved and saved, its names stay as they are.
    func loadReckoned(
        touching days: ClosedRange<LocalDate>,
        after id: UUID?,
        atMost count: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Notice>] {
        try tx.query(
            """
            SELECT id, version, (CASE WHEN has_own_periods OR phase <> 'running' THEN state
                ELSE jsonb_set(state, '{running,_0,names}', '[]') END)::text AS state
            FROM notice
            WHERE is_reckoned AND id > \(id ?? .lowest)::uuid
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
        let moved = changed.filter(\.onlyEndMoved)
        if !moved.isEmpty { try move(moved, in: tx) }
        let rows = try changed.filter { !$0.events.isEmpty && !$0.onlyEndMoved }.compactMap(NoticeColumns.init)
        let new = rows.filter { $0.loaded == 0 }
        let old = rows.filter { $0.loaded > 0 }
        if !new.isEmpty { try insert(new, in: tx) }
        guard !old.isEmpty else { return }
        try tx.send(
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
            """,
            affecting: old.count,
            otherwise: VersionMismatch(expected: old[0].loaded, actual: old[0].version)
        )
    }

    /// Writes the periods of notices of which nothing else has changed; many have the same.
    private func move(_ moved: [Stored<Notice>], in tx: borrowing Transaction) throws {
        var texts: [PublicityPeriod: String] = [:]
        var rows: [(notice: Stored<Notice>, period: PublicityPeriod, text: String)] = []
        for notice in moved {
            guard let period = notice.state.posting?.period else { continue }
            let text = try texts[period] ?? Column.text(period)
            texts[period] = text
            rows.append((notice, period, text))
        }
        try tx.send(
            """
            UPDATE notice SET version = t.version, state = jsonb_set(state, '{running,_0,posting,period}', t.period::jsonb),
                ends_at = t.ends_at, official = t.official, due_at = t.due_at, extra_days = t.extra_days,
                last_day = t.last_day::date
            FROM unnest(
                \(rows.map(\.notice.id))::uuid[], \(rows.map(\.notice.version))::int[],
                \(rows.map(\.notice.newVersion))::int[], \(rows.map(\.text))::text[],
                \(rows.map(\.period.endsAt))::timestamptz[],
                \(rows.map { $0.period.authority == .official })::bool[],
                \(rows.map(\.notice.state.dueAt))::timestamptz[], \(rows.map(\.period.extraDays))::int[],
                \(rows.map(\.period.lastDay.description))::text[])
                AS t(id, loaded, version, period, ends_at, official, due_at, extra_days, last_day)
            WHERE notice.id = t.id AND notice.version = t.loaded
            """,
            affecting: moved.count,
            otherwise: VersionMismatch(expected: moved[0].version, actual: moved[0].newVersion)
        )
    }

    private func insert(_ new: [NoticeColumns], in tx: borrowing Transaction) throws {
        try tx.send(
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

extension Stored<Notice> {
    /// Whether the end of the running notice has moved and nothing else has happened.
    fileprivate var onlyEndMoved: Bool {
        guard version > 0, !events.isEmpty, state.phase == .running else { return false }
        return events.allSatisfy { event in
            guard case .endMoved = event else { return false }
            return true
        }
    }
}
