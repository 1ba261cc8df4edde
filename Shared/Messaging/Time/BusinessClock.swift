import Foundation
import Postgres
import Synchronization

/// The one source of business time of a service.
///
/// Real time, plus an offset where the clock may travel (demonstrations and tests). Retries, leases, token expiry and
/// record times use real time and never travel.
package final class BusinessClock: Sendable {
    /// Whether the offset may be anything but zero.
    package let travels: Bool
    private let offset = Mutex<TimeInterval>(0)
    private let system: @Sendable () -> Date

    /// - Parameters:
    ///   - travels: Whether the offset may be anything but zero.
    ///   - system: The machine's clock; a test gives one that is wrong.
    package init(travels: Bool, system: @escaping @Sendable () -> Date = { Date() }) {
        self.travels = travels
        self.system = system
    }

    /// Business time by this process's clock.
    package var now: Date {
        system().addingTimeInterval(offset.withLock { $0 })
    }

    /// Business time that this process's clock and the database's have both reached.
    ///
    /// A statutory deadline fires by this one, so that neither clock alone can make it fire early.
    package func agreed(in tx: borrowing Transaction) throws -> Date {
        let rows = try tx.query("SELECT clock_timestamp() AS now")
        guard let row = rows.first else { return now }
        let database: Date = try row.decode("now")
        return min(system(), database).addingTimeInterval(offset.withLock { $0 })
    }

    /// Takes over the offset the database holds; other replicas may have set it.
    package func refresh(in database: borrowing some Querying & ~Copyable) throws {
        guard travels else { return }
        try take(database.query(Self.held))
    }

    /// The same for what is only looked up.
    package func refresh(by lookUps: LookUps) async throws {
        guard travels else { return }
        try take(await lookUps.rows(Self.held))
    }

    private static let held: SQL = "SELECT offset_seconds FROM business_clock"

    private func take(_ rows: Rows) throws {
        let value: Double = try rows.first?.decode("offset_seconds") ?? 0
        offset.withLock { $0 = value }
    }

    /// Sets business time to `target`.
    ///
    /// An empty service can be set to any time; one with history only moves forward.
    ///
    /// - Throws: ``TravelRefused``.
    package func travel(to target: Date, in tx: borrowing Transaction) throws {
        guard travels else { throw TravelRefused.notAllowed }
        try refresh(in: tx)
        let hasHistory: Bool = try tx.query("SELECT EXISTS (SELECT FROM journal) AS it").first?.decode("it") ?? false
        if hasHistory, target < now { throw TravelRefused.backwards }
        let seconds = target.timeIntervalSince(system())
        try tx.execute(
            """
            INSERT INTO business_clock (offset_seconds) VALUES (\(seconds))
            ON CONFLICT (single) DO UPDATE SET offset_seconds = excluded.offset_seconds, set_at = clock_timestamp()
            """
        )
    }

    /// Why the clock did not travel.
    package enum TravelRefused: Error, Hashable {
        /// The service was not started with `GONGJIANG_CLOCK=travel`.
        case notAllowed
        /// The service has history, and the target lies before its now.
        case backwards
    }
}
