import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import Synchronization

/// The calendars that came into use, and the one in use.
final class CalendarStore: Sendable {
    private let known: Mutex<[String: WorkingCalendar]>
    private let builtIn: WorkingCalendar

    init() throws {
        builtIn = try WorkingCalendar.initial()
        known = Mutex([builtIn.version: builtIn])
    }

    /// The calendar in use; the one the service came with while nothing was published.
    func current(in tx: borrowing Transaction) throws -> WorkingCalendar {
        let newest = try tx.query("SELECT name FROM calendar ORDER BY number DESC LIMIT 1").first
        guard let name = try newest?.decode("name", as: String.self) else { return builtIn }
        return try named(name, in: tx) ?? builtIn
    }

    /// A calendar by its name, nil where none of that name came into use.
    func named(_ name: String, in tx: borrowing Transaction) throws -> WorkingCalendar? {
        if let calendar = known.withLock({ $0[name] }) { return calendar }
        let row = try tx.query("SELECT documents::text AS documents FROM calendar WHERE name = \(name)").first
        guard let row else { return nil }
        guard let text = try row.decode("documents", as: String?.self) else { return builtIn }
        let calendar = WorkingCalendar(documents: try Column.value(text), version: name)
        known.withLock { $0[name] = calendar }
        return calendar
    }

    /// The calendar in use, and nobody publishes another before this transaction ends.
    func currentUntilCommit(in tx: borrowing Transaction) throws -> WorkingCalendar {
        try keepUntilCommit(in: tx)
        return try current(in: tx)
    }

    /// Nobody publishes another calendar before this transaction ends.
    func keepUntilCommit(in tx: borrowing Transaction) throws {
        try tx.execute("SELECT pg_advisory_xact_lock_shared(\(Self.lock))")
    }

    /// Waits for whoever reckons with the calendar in use, and lets nobody begin before this transaction ends.
    func lockForPublishing(in tx: borrowing Transaction) throws {
        try tx.execute("SELECT pg_advisory_xact_lock(\(Self.lock))")
    }

    /// Whether a calendar of that name is in use, or was.
    func holds(_ name: String, in tx: borrowing Transaction) throws -> Bool {
        try !tx.query("SELECT 1 AS one FROM calendar WHERE name = \(name)").isEmpty
    }

    /// Writes a calendar; false when another replica was first.
    func insert(_ edition: Stored<CalendarEdition>, at now: Date, in tx: borrowing Transaction) throws -> Bool {
        guard case .published(let name, let documents) = edition.state else { return false }
        return try tx.execute(
            """
            INSERT INTO calendar (id, version, name, documents, published_at)
            VALUES (\(edition.id), \(edition.newVersion), \(name), \(try Column.text(documents))::text::jsonb, \(now))
            ON CONFLICT (name) DO NOTHING
            """
        ) == 1
    }

    /// The number of the advisory lock; any constant nobody else in this database uses.
    private static let lock = 7_205_001
}
