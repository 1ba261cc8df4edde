import Foundation
import Logging
import Postgres
import TestSupport
import Testing

@Suite("A scratch database")
struct ScratchDatabases {
    private let migration = Migration(
        "v001_journal",
        forward: Array(
            """
            create table journal (id bigint generated always as identity, word text not null);
            grant select, insert on journal to {{service}};
            """.utf8
        ),
        rollback: Array("drop table journal".utf8)
    )

    @Test("belongs to one test alone", arguments: 0..<4)
    func alone(_ number: Int) async throws {
        let count: Int = try await ScratchDatabase.with([migration], service: "filing") { pool in
            try await pool.transaction { tx in
                try tx.execute("insert into journal (word) values (\("\(number)"))")
                return try tx.query("select count(*) as n from journal")[0]["n"]
            }
        }
        #expect(count == 1)
    }

    @Test(
        "lets the serving role do only what migrations granted",
        arguments: [
            "update journal set word = ''", "delete from journal", "truncate journal", "create table x (id int)",
            "drop table journal", "create temporary table x (id int)", "select * from gongjiang_migration",
        ] as [SQL]
    )
    func privileges(_ statement: SQL) async throws {
        try await ScratchDatabase.with([migration], service: "filing") { pool in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { try $0.execute(statement) }
            }
            #expect(error?.state == .insufficientPrivilege)
        }
    }

    @Test("can be migrated back and forward by its owner")
    func owner() async throws {
        try await ScratchDatabase.with([migration], service: "filing") { _, database in
            let migrator = Migrator([migration], servingRole: try database.configuration.endpoint().user ?? "")
            let logger = Logger(label: "test")
            let back = try await migrator.rollBack(to: nil, database.ownerConfiguration, logger: logger)
            #expect(back == ["v001_journal"])
            let forward = try await migrator.migrate(database.ownerConfiguration, logger: logger)
            #expect(forward == ["v001_journal"])
        }
    }

    @Test("is dropped afterwards, also when the test fails")
    func dropped() async throws {
        struct Failure: Error {}
        var name: String?
        do {
            try await ScratchDatabase.with([migration], service: "filing") { _, database in
                name = database.configuration.database
                throw Failure()
            }
        } catch is Failure {}
        let gone = try #require(name)
        let connection = PostgresConnection(try TestServer.configuration(), logger: Logger(label: "test"))
        let found = try await connection.session {
            try $0.query("select 1 from pg_database where datname = \(gone)").count
        }
        await connection.close()
        #expect(found == 0)
    }
}
