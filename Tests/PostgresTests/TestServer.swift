import Foundation
import Logging
import Postgres
import Synchronization
import Testing

/// The server the tests use: `GONGJIANG_TEST_POSTGRES`, a role that may create databases.
enum TestServer {
    static func url() throws -> URLComponents {
        let text = try #require(
            ProcessInfo.processInfo.environment["GONGJIANG_TEST_POSTGRES"],
            "GONGJIANG_TEST_POSTGRES is not set"
        )
        return try #require(URLComponents(string: text))
    }

    static func configuration() throws -> PostgresConfiguration {
        PostgresConfiguration(url: try #require(try url().string), applicationName: "postgres-tests")
    }

    /// Lends an empty database and a pool on it.
    @discardableResult
    static func withDatabase<Value>(
        size: Int = 4,
        _ body: (PostgresPool, PostgresConfiguration) async throws -> Value
    ) async throws -> Value {
        let server = try configuration()
        let name = "gjpg_\(UUID().uuidString.prefix(8).lowercased())"
        let logger = Logger(label: "test")
        let maintenance = PostgresConnection(server, logger: logger)
        try await maintenance.session { try $0.execute("create database \(identifier: name)") }
        var configuration = server
        configuration.database = name
        let pool = PostgresPool(configuration, size: size, logger: logger)
        let result: Result<Value, any Error>
        do { result = .success(try await body(pool, configuration)) } catch { result = .failure(error) }
        await pool.close()
        try await maintenance.session { try $0.execute("drop database \(identifier: name) with (force)") }
        await maintenance.close()
        return try result.get()
    }
}

/// Something that a test waits for on a thread that may block.
final class Gate: @unchecked Sendable {
    private let condition = NSCondition()
    private var arrived = 0

    /// Counts one arrival.
    func arrive() {
        condition.lock()
        arrived += 1
        condition.broadcast()
        condition.unlock()
    }

    /// Waits for so many arrivals, and says whether they came within ten seconds.
    @discardableResult
    func wait(for count: Int) -> Bool {
        let deadline = Date().addingTimeInterval(10)
        condition.lock()
        defer { condition.unlock() }
        while arrived < count {
            guard condition.wait(until: deadline) else { return false }
        }
        return true
    }
}

/// A number that several tasks count up.
final class Count: Sendable {
    private let number = Mutex(0)

    var value: Int { number.withLock { $0 } }

    func increment() { number.withLock { $0 += 1 } }
}
