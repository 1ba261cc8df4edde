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
    let foreground: Foreground
    let logger: Logger

    func run() async {
        while !Task.isCancelled {
            do {
                // Where much has piled up, people who are waiting come between two batches.
                while try await come(database, clock), !Task.isCancelled { await foreground.clear() }
            } catch {
                logger.warning("a tick failed", metadata: ["ticker": "\(name)", "error": "\(error)"])
            }
            try? await Task.sleep(for: interval)
        }
    }
}
