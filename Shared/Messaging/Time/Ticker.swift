import Foundation
import Logging
import Postgres

/// Comes back to something in a fixed rhythm, as long as the service runs.
///
/// Every replica ticks; what must not happen twice locks its rows with `FOR UPDATE SKIP LOCKED`.
struct Ticker: Sendable {
    let name: String
    let interval: Duration
    let come: @Sendable (PostgresPool, BusinessClock) async throws -> Bool
    let database: PostgresPool
    let clock: BusinessClock
    let logger: Logger

    func run() async {
        while !Task.isCancelled {
            do {
                while try await come(database, clock), !Task.isCancelled {}
            } catch {
                logger.warning("a tick failed", metadata: ["ticker": "\(name)", "error": "\(error)"])
            }
            try? await Task.sleep(for: interval)
        }
    }
}
