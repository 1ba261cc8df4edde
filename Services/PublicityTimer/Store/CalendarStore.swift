import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The calendars that came into use.
struct CalendarStore {
    /// Whether a calendar of that name is in use already.
    func holds(_ name: String, in tx: borrowing Transaction) throws -> Bool {
        try !tx.query("SELECT 1 AS one FROM calendar WHERE name = \(name)").isEmpty
    }

    /// Writes a calendar; false when another replica was first.
    func insert(_ edition: Stored<CalendarEdition>, in tx: borrowing Transaction) throws -> Bool {
        guard case .published(let name, _) = edition.state else { return false }
        return try tx.execute(
            """
            INSERT INTO calendar (id, version, name, state)
            VALUES (\(edition.id), \(edition.newVersion), \(name), \(try Column.text(edition.state))::text::jsonb)
            ON CONFLICT (name) DO NOTHING
            """
        ) == 1
    }
}
