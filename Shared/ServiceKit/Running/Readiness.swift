import Contracts
import Foundation
import Logging
import Messaging
import Postgres
import ServiceLifecycle
import Synchronization

/// Whether the service can do its work: commit, confirm, on the planned topology, with a clock that is right.
final class Readiness: Service, Sendable {
    private let database: PostgresPool
    private let messaging: Messaging
    private let migrations: [String]
    private let logger: Logger
    private let state = Mutex(["starting"])
    private let isLeaving = Mutex(false)

    init(database: PostgresPool, messaging: Messaging, migrations: [String], logger: Logger) {
        self.database = database
        self.messaging = messaging
        self.migrations = migrations
        self.logger = logger
    }

    /// Sentences for what is wrong; none when ready.
    var complaints: [String] {
        isLeaving.withLock { $0 } ? ["shutting down"] : state.withLock { $0 }
    }

    func leaving() {
        isLeaving.withLock { $0 = true }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { [self] in
            while !Task.isCancelled {
                let found = await look()
                let before = state.withLock { state in
                    let before = state
                    state = found
                    return before
                }
                if found.isEmpty != before.isEmpty {
                    logger.notice("\(found.isEmpty ? "ready" : "not ready")", metadata: ["why": "\(found)"])
                }
                try? await Task.sleep(for: found.isEmpty ? .seconds(5) : .milliseconds(200))
            }
        }
    }

    private func look() async -> [String] {
        var complaints = await database()
        complaints += messaging.complaints(now: Date())
        guard complaints.isEmpty else { return complaints }
        do {
            complaints += try await messaging.missingTopology().map { "the broker lacks \($0)" }
            try await messaging.confirmCanary()
        } catch {
            complaints.append("the broker does not confirm: \(error)")
        }
        return complaints
    }

    private func database() async -> [String] {
        do {
            return try await database.transaction { [migrations, messaging] tx in
                let row = try tx.query("SELECT clock_timestamp() AS now").first
                let skew = abs(try row?.decode("now", as: Date.self).timeIntervalSinceNow ?? .infinity)
                let applied = Set(
                    try tx.query("SELECT name FROM gongjiang_migration").map { try $0.decode("name") as String }
                )
                var complaints = migrations.filter { !applied.contains($0) }.map { "migration \($0) is missing" }
                guard complaints.isEmpty else { return complaints }
                complaints += try messaging.unheardHistory(in: tx).map {
                    "the history of \($0.rawValue) has not come yet"
                }
                if skew > 5 { complaints.append("the clocks of service and database differ by \(Int(skew)) s") }
                return complaints
            }
        } catch {
            return ["the database does not answer: \(error)"]
        }
    }
}
