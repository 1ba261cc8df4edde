import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// Days on which a list could be seen nowhere: loads and saves them.
struct DarkDayStore {
    /// The dark days of a notice, in order; nothing is locked.
    func days(of notice: UUID, in tx: borrowing Transaction) throws -> [Stored<DarkDay>] {
        try tx.query("SELECT id, version, state::text AS state FROM dark_day WHERE notice = \(notice) ORDER BY date")
            .map(stored)
    }

    /// One of them, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ notice: UUID, on date: LocalDate, in tx: borrowing Transaction) throws -> Stored<DarkDay> {
        let rows = try tx.query(
            """
            SELECT id, version, state::text AS state FROM dark_day
            WHERE notice = \(notice) AND date = \(date.description)::text::date FOR UPDATE
            """
        )
        guard let day = try rows.map(stored).first else { throw NotFound("dark-day") }
        return day
    }

    /// Writes what was decided about one.
    ///
    /// - Throws: `VersionMismatch` when it was changed since it was loaded.
    func save(_ day: Stored<DarkDay>, of notice: UUID, in tx: borrowing Transaction) throws {
        guard !day.events.isEmpty, let date = day.state.date else { return }
        let state = try Column.text(day.state)
        if day.version == 0 {
            try tx.execute(
                """
                INSERT INTO dark_day (id, version, notice, date, state) VALUES (\(day.id), \(day.newVersion), \(notice),
                    \(date.description)::text::date, \(state)::text::jsonb)
                """
            )
        } else {
            let updated = try tx.execute(
                """
                UPDATE dark_day SET version = \(day.newVersion), state = \(state)::text::jsonb
                WHERE id = \(day.id) AND version = \(day.version)
                """
            )
            guard updated == 1 else { throw VersionMismatch(expected: day.version, actual: day.version + 1) }
        }
    }

    /// Writes days that were flagged.
    func insert(_ days: [Stored<DarkDay>], in tx: borrowing Transaction) throws {
        guard !days.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO dark_day (id, version, notice, date, state)
            SELECT id, version, notice, date::date, state::jsonb FROM unnest(
                \(days.map(\.id))::uuid[], \(days.map(\.newVersion))::int[], \(days.map { $0.state.notice ?? $0.id })::uuid[],
                \(days.map { $0.state.date?.description ?? "" })::text[],
                \(try days.map { try Column.text($0.state) })::text[]) AS t(id, version, notice, date, state)
            ON CONFLICT (notice, date) DO NOTHING
            """
        )
    }

    /// A notice of which a day is over on which it is asked whether the list could be seen.
    struct Over {
        let notice: UUID
        /// The end of that day.
        let end: Date
        let phase: Notice.Phase
        let hasOwnPeriods: Bool
        let publishedOn: LocalDate
        let lastDay: LocalDate
    }

    /// Some of them, those longest first; locked, and those another replica asks about are passed over.
    func loadOver(at now: Date, atMost count: Int, in tx: borrowing Transaction) throws -> [Over] {
        try tx.query(
            """
            SELECT page.notice, judge_at, phase, has_own_periods, published_on - DATE '1970-01-01' AS published_on,
                last_day - DATE '1970-01-01' AS last_day
            FROM notice_page AS page JOIN notice ON notice.id = page.notice
            WHERE judge_at <= \(now) ORDER BY judge_at, page.notice LIMIT \(count) FOR UPDATE OF page SKIP LOCKED
            """
        ).map { row in
            Over(
                notice: try row.decode("notice"),
                end: try row.decode("judge_at"),
                phase: Notice.Phase(rawValue: try row.decode("phase")) ?? .withdrawn,
                hasOwnPeriods: try row.decode("has_own_periods"),
                publishedOn: LocalDate(dayNumber: try row.decode("published_on")),
                lastDay: LocalDate(dayNumber: try row.decode("last_day"))
            )
        }
    }

    /// Of these notices those about one of whose days that are over nobody has asked yet, with the end of the first such
    /// day; locked.
    func loadNotAsked(_ notices: [UUID], at now: Date, in tx: borrowing Transaction) throws -> [UUID: Date] {
        let rows = try tx.query(
            """
            SELECT notice, judge_at FROM notice_page
            WHERE notice = ANY (\(notices)::uuid[]) AND judge_at <= \(now) ORDER BY notice FOR UPDATE
            """
        )
        return Dictionary(try rows.map { (try $0.decode("notice"), try $0.decode("judge_at")) }) { $1 }
    }

    /// The days of these notices that hold them: known to be dark, and nobody has decided.
    func holding(_ notices: [UUID], in tx: borrowing Transaction) throws -> [UUID: [LocalDate]] {
        let rows = try tx.query(
            """
            SELECT notice, date - DATE '1970-01-01' AS date FROM dark_day
            WHERE notice = ANY (\(notices)::uuid[]) AND (state #>> '{flagged,holds}')::boolean ORDER BY notice, date
            """
        )
        var days: [UUID: [LocalDate]] = [:]
        for row in rows {
            days[try row.decode("notice"), default: []].append(LocalDate(dayNumber: try row.decode("date")))
        }
        return days
    }

    /// Days about which nobody has decided, the oldest flagged first; those alone that hold a notice, or do not, where asked.
    func undecided(
        after last: UUID?,
        holding: Bool?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<DarkDay>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM dark_day
            WHERE state ? 'flagged' AND id > \(last ?? .lowest)::uuid
              AND (\(holding)::boolean IS NULL
                   OR coalesce((state #>> '{flagged,holds}')::boolean, false) = \(holding)::boolean)
            ORDER BY id LIMIT \(limit)
            """
        ).map(stored)
    }

    /// The ends of the days that are asked about next; nil when none is left.
    func plan(_ plans: [(notice: UUID, at: Date?)], in tx: borrowing Transaction) throws {
        guard !plans.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO notice_page (notice, judge_at)
            SELECT * FROM unnest(\(plans.map(\.notice))::uuid[], \(plans.map(\.at))::timestamptz[]) ORDER BY 1
            ON CONFLICT (notice) DO UPDATE SET judge_at = excluded.judge_at
            """
        )
    }

    private func stored(_ row: Row) throws -> Stored<DarkDay> {
        Stored(
            id: try row.decode("id"),
            version: try row.decode("version"),
            state: try Column.value(row.decode("state", as: String.self))
        )
    }
}
