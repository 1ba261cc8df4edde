import Foundation
import Logging
import Postgres

/// Comes back to something in a fixed rhythm, as long as the service runs.
///
/// Every replica ticks; what must not happen twice locks its rows with `FOR UPDATE SKIP LOCKED`.
struct Ticker: Sendable {
    let name: String
    let interval: Duration
    let act: @Sendable (Date, borrowing Transaction) throws -> Bool
    let database: PostgresPool
    let clock: BusinessClock
    let logger: Logger

    func run() async {
        while !Task.isCancelled {
            do {
                while try await tick(), !Task.isCancelled {}
            } catch {
                logger.warning("a tick failed", metadata: ["ticker": "\(name)", "error": "\(error)"])
            }
            try? await Task.sleep(for: interval)
        }
    }

    /// One tick; true where more is due at once.
    func tick() async throws -> Bool {
        try await database.transaction { [act, clock] tx in
            try clock.refresh(in: tx)
            return try act(try clock.agreed(in: tx), tx)
        }
    }
}
