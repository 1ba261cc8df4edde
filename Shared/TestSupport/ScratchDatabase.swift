import Foundation
import Logging
import Postgres

/// A migrated database of a test's own, on the server that `GONGJIANG_TEST_POSTGRES` names.
///
/// The migrations run once per process into a template, of which each test gets a copy. Tests connect as the serving role, so
/// they see the privileges the migrations really grant. Everything is dropped when the test or the process ends, and what a
/// crashed process left behind is dropped by the next one. Servers that are not on this machine are refused.
package struct ScratchDatabase: Sendable {
    /// Connects as the role that owns the schema.
    package let ownerConfiguration: PostgresConfiguration
    /// Connects as the role that serves, with what the migrations granted it and nothing else.
    package let configuration: PostgresConfiguration

    /// Lends a pool on a fresh database, connected as the serving role.
    ///
    /// - Parameters:
    ///   - migrations: What the database consists of.
    ///   - service: The service whose roles are used; a part of their names.
    ///   - size: The connections of the pool.
    ///   - body: Uses the pool; with two parameters it gets the database too.
    /// - Returns: What the body returned.
    /// - Throws: What the body threw, or what kept the database from being made.
    @discardableResult
    package static func with<Value>(
        _ migrations: [Migration],
        service: String,
        size: Int = 4,
        _ body: (PostgresPool) async throws -> Value
    ) async throws -> Value {
        try await with(migrations, service: service, size: size) { pool, _ in try await body(pool) }
    }

    /// Lends a pool on a fresh database, connected as the serving role, and the database.
    ///
    /// - Parameters:
    ///   - migrations: What the database consists of.
    ///   - service: The service whose roles are used; a part of their names.
    ///   - size: The connections of the pool.
    ///   - body: Uses the pool and the database.
    /// - Returns: What the body returned.
    /// - Throws: What the body threw, or what kept the database from being made.
    @discardableResult
    package static func with<Value>(
        _ migrations: [Migration],
        service: String,
        size: Int = 4,
        _ body: (PostgresPool, ScratchDatabase) async throws -> Value
    ) async throws -> Value {
        let database = try await make(migrations, service: service)
        let pool = PostgresPool(database.configuration, size: size, logger: Logger(label: "scratch"))
        let result: Result<Value, any Error>
        do { result = .success(try await body(pool, database)) } catch { result = .failure(error) }
        await pool.close()
        try await database.drop()
        return try result.get()
    }

    /// Makes a database, for tests that start processes on it; ``drop()`` it when done.
    ///
    /// - Parameters:
    ///   - migrations: What the database consists of.
    ///   - service: The service whose roles are used; a part of their names.
    /// - Returns: The database, migrated.
    /// - Throws: What kept the database from being made.
    package static func make(_ migrations: [Migration], service: String) async throws -> ScratchDatabase {
        try await ScratchServer.shared().clone(migrations, service: service)
    }

    /// Drops the database, whoever is connected to it.
    package func drop() async throws {
        guard let name = configuration.database else { return }
        try await ScratchServer.shared().drop(name)
    }
}
