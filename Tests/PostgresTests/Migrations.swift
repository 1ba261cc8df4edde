import Foundation
import Logging
import Testing

@testable import Postgres

@Suite("Migrations")
struct Migrations {
    private let logger = Logger(label: "test")
    private let first = Migration(
        "v001_person",
        forward: Array("create table person (id int); insert into person values (1);".utf8),
        rollback: Array("drop table person".utf8)
    )
    private let second = Migration(
        "v002_name",
        forward: Array("alter table person add column name text; create index on person (name);".utf8),
        rollback: Array("alter table person drop column name".utf8)
    )

    private func migrator(_ migrations: [Migration]) -> Migrator { Migrator(migrations, servingRole: "postgres") }

    private func columns(_ pool: PostgresPool) async throws -> [String] {
        try await pool.transaction { tx in
            try tx.query(
                "select column_name::text as name from information_schema.columns where table_name = 'person' order by 1"
            )
            .map { try $0["name"] }
        }
    }

    @Test("are applied once, in order")
    func once() async throws {
        try await TestServer.withDatabase { pool, owner async throws in
            #expect(try await migrator([first]).migrate(owner, logger: logger) == ["v001_person"])
            #expect(try await migrator([first, second]).migrate(owner, logger: logger) == ["v002_name"])
            #expect(try await migrator([first, second]).migrate(owner, logger: logger) == [])
            #expect(try await columns(pool) == ["id", "name"])
        }
    }

    @Test("that were changed after they had been applied are refused by name")
    func changed() async throws {
        try await TestServer.withDatabase { pool, owner in
            try await migrator([first]).migrate(owner, logger: logger)
            let changed = Migration(first.name, forward: first.forward + Array(" ".utf8), rollback: first.rollback)
            await #expect(throws: MigrationError.changed("v001_person")) {
                try await migrator([changed, second]).migrate(owner, logger: logger)
            }
            await #expect(throws: MigrationError.unknown("v001_person")) {
                try await migrator([second]).migrate(owner, logger: logger)
            }
            await #expect(throws: MigrationError.duplicateName("v001_person")) {
                try await migrator([first, first]).migrate(owner, logger: logger)
            }
            #expect(try await columns(pool) == ["id"])
        }
    }

    @Test("go back and forward again, the last applied first")
    func backAndForward() async throws {
        try await TestServer.withDatabase { pool, owner in
            let migrator = migrator([first, second])
            try await migrator.migrate(owner, logger: logger)
            #expect(try await migrator.rollBack(to: "v001_person", owner, logger: logger) == ["v002_name"])
            #expect(try await columns(pool) == ["id"])
            #expect(try await migrator.migrate(owner, logger: logger) == ["v002_name"])
            #expect(try await migrator.rollBack(to: nil, owner, logger: logger) == ["v002_name", "v001_person"])
            #expect(try await columns(pool) == [])
            await #expect(throws: MigrationError.unknown("v009")) {
                try await migrator.rollBack(to: "v009", owner, logger: logger)
            }
            #expect(try await migrator.migrate(owner, logger: logger) == ["v001_person", "v002_name"])
        }
    }

    @Test("leave nothing behind when one fails in the middle")
    func failure() async throws {
        try await TestServer.withDatabase { pool, owner async throws in
            let broken = Migration(
                "v002_broken",
                forward: Array("alter table person add column name text; select 1/0;".utf8),
                rollback: []
            )
            let error = await #expect(throws: PostgresError.self) {
                try await migrator([first, broken]).migrate(owner, logger: logger)
            }
            #expect(error?.state == SQLState(rawValue: "22012"))
            #expect(try await columns(pool) == ["id"])
            #expect(try await migrator([first, second]).migrate(owner, logger: logger) == ["v002_name"])
        }
    }

    @Test("must not end the transaction they run in", arguments: ["create table a (id int); commit;", "rollback;"])
    func ends(_ text: String) async throws {
        try await TestServer.withDatabase { _, owner async throws in
            await #expect(throws: MigrationError.endsTransaction("v001")) {
                try await migrator([Migration("v001", forward: Array(text.utf8), rollback: [])]).migrate(
                    owner,
                    logger: logger
                )
            }
        }
    }

    @Test("are applied once when several migrators start together", .timeLimit(.minutes(30)))
    func concurrent() async throws {
        try await TestServer.withDatabase { pool, owner in
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<6 {
                    group.addTask { try await migrator([first, second]).migrate(owner, logger: logger) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied == ["v001_person", "v002_name"])
            #expect(try await columns(pool) == ["id", "name"])
        }
    }

    @Test(
        "name the serving role in place of {{service}}, quoted where it must be",
        arguments: [
            ("filing", "grant select on t to filing"), ("publicity-timer", "grant select on t to \"publicity-timer\""),
            ("", "grant select on t to \"\""), ("1st", "grant select on t to \"1st\""),
        ]
    )
    func placeholder(role: String, expected: String) throws {
        let migration = Migration("v001", forward: Array("grant select on t to {{service}}".utf8), rollback: [])
        #expect(try Migrator([migration], servingRole: role).text(migration.forward, of: migration) == expected)
    }
}
