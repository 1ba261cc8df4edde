import Foundation
import Kernel
import Postgres

/// How far the notices a version of the calendar touches have been reckoned again.
struct ReckoningStore {
    /// One reckoning that is not finished.
    struct Open {
        let calendar: UUID
        let days: ClosedRange<LocalDate>
        let after: UUID?
        /// Whether all notices are reckoned again and the objections are next.
        let noticesDone: Bool
        /// The last objection that was.
        let afterObjection: UUID?
    }

    /// One reckoning as it is shown.
    struct Progress: Encodable {
        let calendarVersion: String
        let firstDay: LocalDate
        let lastDay: LocalDate
        let seen: Int
        let moved: Int
        let startedAt: Date
        let finishedAt: Date?
    }

    /// Notices whose periods touch these days are to be reckoned again.
    func begin(
        _ calendar: UUID,
        touching days: ClosedRange<LocalDate>,
        at now: Date,
        in tx: borrowing Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO reckoning (calendar, first_day, last_day, started_at) VALUES
                (\(calendar), \(days.lowerBound.description)::text::date, \(days.upperBound.description)::text::date,
                 \(now))
            """
        )
    }

    /// The oldest that is not finished, locked; nil when another replica works on it or there is none.
    func next(in tx: borrowing Transaction) throws -> Open? {
        let row = try tx.query(
            """
            SELECT calendar, first_day::text AS first_day, last_day::text AS last_day, after, notices_done,
                objection_after
            FROM reckoning
            WHERE finished_at IS NULL ORDER BY started_at, calendar LIMIT 1 FOR UPDATE SKIP LOCKED
            """
        ).first
        guard let row, let first = LocalDate(try row.decode("first_day", as: String.self)),
            let last = LocalDate(try row.decode("last_day", as: String.self))
        else { return nil }
        return Open(
            calendar: try row.decode("calendar"),
            days: first...last,
            after: try row.decode("after", as: UUID?.self),
            noticesDone: try row.decode("notices_done"),
            afterObjection: try row.decode("objection_after", as: UUID?.self)
        )
    }

    /// So many more notices were seen, up to this one, and so many of them moved; the objections are next where there is no
    /// more.
    func advance(
        _ open: Open,
        to last: UUID?,
        seen: Int,
        moved: Int,
        isLast: Bool,
        in tx: borrowing Transaction
    ) throws {
        try tx.execute(
            """
            UPDATE reckoning SET after = COALESCE(\(last)::uuid, after), seen = seen + \(seen), moved = moved + \(moved),
                notices_done = \(isLast)
            WHERE calendar = \(open.calendar)
            """
        )
    }

    /// The objections up to this one were seen; nil where there is no more, and all is finished.
    func advance(_ open: Open, toObjection last: UUID?, at now: Date, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            UPDATE reckoning SET objection_after = COALESCE(\(last)::uuid, objection_after),
                finished_at = CASE WHEN \(last)::uuid IS NULL THEN \(now)::timestamptz END
            WHERE calendar = \(open.calendar)
            """
        )
    }

    /// All of them, the newest first.
    func all(in tx: borrowing Transaction) throws -> [Progress] {
        try tx.query(
            """
            SELECT name, first_day::text AS first_day, last_day::text AS last_day, seen, moved, started_at, finished_at
            FROM reckoning JOIN calendar ON id = calendar ORDER BY number DESC LIMIT 100
            """
        ).map { row in
            Progress(
                calendarVersion: try row.decode("name"),
                firstDay: LocalDate(try row.decode("first_day", as: String.self)) ?? .earliest,
                lastDay: LocalDate(try row.decode("last_day", as: String.self)) ?? .earliest,
                seen: try row.decode("seen"),
                moved: try row.decode("moved"),
                startedAt: try row.decode("started_at"),
                finishedAt: try row.decode("finished_at", as: Date?.self)
            )
        }
    }
}
