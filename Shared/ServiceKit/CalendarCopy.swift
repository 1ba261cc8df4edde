import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import Synchronization

/// The working-day calendar as a service last heard of it.
///
/// The publicity timer owns the calendar; every other service keeps a copy, so that it asks nobody for a deadline.
package enum CalendarCopy {
    /// Keeps the copy: of all calendars heard the one told last, in whatever order they come.
    package static let subscription = Subscription.on(CalendarPublished.self) { heard, tx in
        // What was said before calendars had documents is the one every service is built with.
        let newest = heard.filter { $0.message.documents != nil }.max { Position($0.envelope) < Position($1.envelope) }
        guard let newest, let documents = newest.message.documents else { return }
        let (version, time) = (newest.message.version, newest.envelope.time)
        try keep(documents, version: version, toldAs: newest.envelope.id, at: time, in: tx)
    }

    /// Keeps a calendar unless a later one is kept; the publicity timer, which hears none, keeps what it publishes.
    package static func keep(
        _ documents: [CalendarDocument],
        version: String,
        toldAs fact: UUID,
        at publishedAt: Date,
        in tx: borrowing Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO calendar_copy (fact, version, published_at, documents)
            VALUES (\(fact), \(version), \(publishedAt), \(JSON(documents)))
            ON CONFLICT (one) DO UPDATE
            SET fact = excluded.fact, version = excluded.version, published_at = excluded.published_at,
                documents = excluded.documents, received_at = excluded.received_at
            WHERE (excluded.published_at, excluded.fact) > (calendar_copy.published_at, calendar_copy.fact)
            """
        )
    }

    /// The calendar to reckon by: the copy, or the one the service is built with where none was heard.
    ///
    /// Made once for each version heard; after that this is one small read.
    package static func current(in tx: borrowing Transaction) throws -> WorkingCalendar {
        guard let row = try tx.query("SELECT fact FROM calendar_copy").first else { return try builtIn.get() }
        let fact: UUID = try row.decode("fact")
        if let kept = latest.withLock({ $0?.fact == fact ? $0?.calendar : nil }) { return kept }
        guard let whole = try tx.query("SELECT version, documents FROM calendar_copy WHERE fact = \(fact)").first else {
            return try builtIn.get()
        }
        let calendar = WorkingCalendar(
            documents: try whole.json("documents", as: [CalendarDocument].self),
            version: try whole.decode("version")
        )
        latest.withLock { $0 = (fact, calendar) }
        return calendar
    }

    /// Which copy a service has, for operators.
    package struct Status: Codable, Hashable, Sendable {
        /// The version it reckons by.
        package let version: String
        /// The years settled by a document of it.
        package let years: [Int]
        /// Business time at which it was published; nil where none was heard and the service reckons by what it is built with.
        package let publishedAt: Date?
        /// When this service heard it.
        package let receivedAt: Date?
    }

    /// Which copy the service has.
    package static func status(in tx: borrowing Transaction) throws -> Status {
        let calendar = try current(in: tx)
        let row = try tx.query("SELECT published_at, received_at FROM calendar_copy").first
        return Status(
            version: calendar.version,
            years: calendar.years.sorted(),
            publishedAt: try row?.decode("published_at"),
            receivedAt: try row?.decode("received_at")
        )
    }

    /// The last copy that was made into a calendar; a service has one database, so one is enough.
    private static let latest = Mutex<(fact: UUID, calendar: WorkingCalendar)?>(nil)
    private static let builtIn = Result { try WorkingCalendar.initial() }

    /// Where a fact stands among those of all calendars: each calendar is a subject of its own, so their numbers do not say.
    private struct Position: Comparable {
        let time: Date
        /// Made by the speaker in order.
        let fact: String

        init(_ envelope: Envelope) { (time, fact) = (envelope.time, envelope.id.lowercase) }

        static func < (one: Position, other: Position) -> Bool { (one.time, one.fact) < (other.time, other.fact) }
    }
}
