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

    /// Some notices of which a day is over on which it is asked whether the list could be seen, with the end of that day;
    /// locked, and those another replica asks about are passed over.
    func loadOver(at now: Date, atMost count: Int, in tx: borrowing Transaction) throws -> [(notice: UUID, end: Date)] {
        try tx.query(
            """
            SELECT notice, judge_at FROM notice_page
            WHERE judge_at <= \(now) ORDER BY judge_at, notice LIMIT \(count) FOR UPDATE SKIP LOCKED
            """
        ).map { (try $0.decode("notice"), try $0.decode("judge_at")) }
    }

    /// The end of the day that is asked about next; nil when none is left.
    func plan(_ notice: UUID, at end: Date?, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO notice_page (notice, judge_at) VALUES (\(notice), \(end)::timestamptz)
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
