import Logging

/// Brings a database's schema to where the program expects it.
///
/// Migrators of several replicas wait for each other under an advisory lock. Each migration is one transaction together with
/// its row in `gongjiang_migration`; the row holds the SHA-256 of the text, as the server computes it.
package struct Migrator: Sendable {
    /// `pg_advisory_lock` key, "gongjian" in ASCII.
    private static let lock: Int64 = 0x676F_6E67_6A69_616E

    private let migrations: [Migration]
    private let servingRole: String

    /// - Parameters:
    ///   - migrations: All migrations of the database, in the order in which they are applied.
    ///   - servingRole: The role the service connects as, put in for `{{service}}`.
    package init(_ migrations: [Migration], servingRole: String) {
        self.migrations = migrations
        self.servingRole = servingRole
    }

    /// Applies what has not been applied.
    ///
    /// - Returns: The names of the migrations applied, in order.
    /// - Throws: ``MigrationError`` or ``PostgresError``; what was applied before stays applied.
    @discardableResult
    package func migrate(_ owner: PostgresConfiguration, logger: Logger) async throws -> [String] {
        try await locked(owner, logger) { connection -> [String] in
            let missing = try await connection.transaction { tx in try pending(in: tx) }
            for migration in missing {
                let script = try text(migration.forward, of: migration)
                try await connection.transaction { tx in
                    try run(script, of: migration, in: tx)
                    try tx.execute(
                        """
                        insert into gongjiang_migration (name, checksum)
                        values (\(migration.name), encode(sha256(\(migration.forward)), 'hex'))
                        """
                    )
                }
                logger.debug("migrated", metadata: ["migration": "\(migration.name)"])
            }
            return missing.map(\.name)
        }
    }

    /// Takes migrations back, the last applied first.
    ///
    /// - Parameters:
    ///   - last: The migration to stop at, which stays applied; nil takes all back.
    ///   - owner: The role that owns the schema.
    ///   - logger: Told of each migration, at `debug`.
    /// - Returns: The names of the migrations taken back, in order.
    /// - Throws: ``MigrationError`` or ``PostgresError``; what was taken back before stays so.
    @discardableResult
    package func rollBack(to last: String?, _ owner: PostgresConfiguration, logger: Logger) async throws -> [String] {
        try await locked(owner, logger) { connection -> [String] in
            let present = try await connection.transaction { tx in
                _ = try pending(in: tx)
                return try applied(in: tx).map(\.name)
            }
            if let last, !present.contains(last) { throw MigrationError.unknown(last) }
            let names = present.reversed().prefix { $0 != last }
            for name in names {
                guard let migration = migrations.first(where: { $0.name == name }) else {
                    throw MigrationError.unknown(name)
                }
                let script = try text(migration.rollback, of: migration)
                try await connection.transaction { tx in
                    try run(script, of: migration, in: tx)
                    try tx.execute("delete from gongjiang_migration where name = \(name)")
                }
                logger.debug("rolled back", metadata: ["migration": "\(name)"])
            }
            return Array(names)
        }
    }

    /// Runs `body` on a connection that holds the lock; when it is lost the lock is too, and nothing further is executed.
    private func locked<Value: Sendable>(
        _ owner: PostgresConfiguration,
        _ logger: Logger,
        _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        var patient = owner
        patient.statementTimeout = .zero
        patient.lockTimeout = .seconds(600)
        let connection = PostgresConnection(patient, reconnects: false, logger: logger)
        let result: Result<Value, any Error>
        do {
            try await connection.session { session in
                _ = try session.query("select pg_advisory_lock(\(Self.lock)::bigint)")
                // A migration that cannot have its lock soon must not make the service's statements queue behind it.
                try session.execute("set lock_timeout = '30s'")
                try session.execute(
                    """
                    create table if not exists gongjiang_migration (
                        position bigint generated always as identity primary key,
                        name text not null unique,
                        checksum text not null,
                        applied_at timestamptz not null default clock_timestamp())
                    """
                )
            }
            result = .success(try await body(connection))
        } catch {
            result = .failure(error)
        }
        await connection.close()
        return try result.get()
    }

    /// The migrations still to apply, after checking those applied.
    private func pending(in tx: borrowing Transaction) throws -> [Migration] {
        var byName: [String: Migration] = [:]
        for migration in migrations where byName.updateValue(migration, forKey: migration.name) != nil {
            throw MigrationError.duplicateName(migration.name)
        }
        var pending = Set(byName.keys)
        for (name, checksum) in try applied(in: tx) {
            guard let migration = byName[name] else { throw MigrationError.unknown(name) }
            let rows = try tx.query("select encode(sha256(\(migration.forward)), 'hex') as checksum")
            guard try rows.first?.decode("checksum") == checksum else { throw MigrationError.changed(name) }
            pending.remove(name)
        }
        return migrations.filter { pending.contains($0.name) }
    }

    private func applied(in tx: borrowing Transaction) throws -> [(name: String, checksum: String)] {
        try tx.query("select name, checksum from gongjiang_migration order by position")
            .map { (try $0["name"], try $0["checksum"]) }
    }

    private func run(_ script: String, of migration: Migration, in tx: borrowing Transaction) throws {
        try tx.run(script: script)
        guard tx.isOpen else { throw MigrationError.endsTransaction(migration.name) }
    }

    /// The SQL of a migration as the server gets it.
    func text(_ bytes: [UInt8], of migration: Migration) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw MigrationError.notText(migration.name) }
        return text.replacing("{{service}}", with: Quoting.nameInScript(servingRole))
    }
}
