import Foundation
import Logging
import Postgres
import TestSupport
import Testing

@Suite("A connection")
struct Connections {
    private func processID(_ pool: PostgresPool) async throws -> Int32 {
        try await pool.transaction { try $0.query("select pg_backend_pid() as pid")[0]["pid"] }
    }

    @Test("killed in the middle of a transaction is lost, and the next transaction works")
    func killed() async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ in
            try await pool.transaction { _ = try $0.execute("create table note (word text)") }
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { tx in
                    try tx.execute("insert into note values ('dropped')")
                    try tx.execute("select pg_terminate_backend(pg_backend_pid())")
                }
            }
            #expect(error?.kind == .connectionLost)
            #expect(try await pool.transaction { try $0.query("select * from note").count } == 0)
        }
    }

    @Test("killed while it stood idle is replaced without anybody noticing", arguments: [true, false])
    func killedIdle(inTransaction: Bool) async throws {
        try await TestServer.withDatabase(size: 1) { pool, configuration in
            let victim = try await processID(pool)
            let other = PostgresConnection(configuration, logger: Logger(label: "test"))
            try await other.session { _ = try $0.query("select pg_terminate_backend(\(victim))") }
            try await eventually("the process ends") {
                try await other.session { try $0.query("select 1 from pg_stat_activity where pid = \(victim)").isEmpty }
            }
            await other.close()
            let next: Int32 =
                inTransaction
                ? try await processID(pool)
                : try await pool.session { try $0.query("select pg_backend_pid() as pid")[0]["pid"] }
            #expect(next != victim)
        }
    }

    @Test("that must not reconnect stays lost, so that nobody takes its locks for granted")
    func fenced() async throws {
        try await TestServer.withDatabase { _, configuration in
            let connection = PostgresConnection(configuration, reconnects: false, logger: Logger(label: "test"))
            try await connection.session { _ = try $0.query("select pg_advisory_lock(1)") }
            let held: Bool = try await connection.transaction { tx in
                try tx.query(
                    "select count(*) = 1 as held from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()"
                )[0]["held"]
            }
            #expect(held)
            for statement: SQL in ["select pg_terminate_backend(pg_backend_pid())", "select 1", "select 1"] {
                let error = await #expect(throws: PostgresError.self) {
                    try await connection.transaction { _ = try $0.query(statement) }
                }
                #expect(error?.kind == .connectionLost)
            }
            await connection.close()
        }
    }

    @Test(
        "has the limits and settings of its configuration",
        arguments: [
            ("statement_timeout", "30s"), ("lock_timeout", "5s"), ("idle_in_transaction_session_timeout", "30s"),
            ("TimeZone", "UTC"),
            ("client_encoding", "UTF8"), ("application_name", "postgres-tests"), ("tcp_keepalives_idle", "5"),
            ("synchronous_commit", "on"), ("jit", "off"), ("max_parallel_workers_per_gather", "0"),
        ]
    )
    func settings(name: String, value: String) async throws {
        let connection = PostgresConnection(try TestServer.configuration(), logger: Logger(label: "test"))
        let found: String = try await connection.session {
            try $0.query("select current_setting(\(name)) as value")[0]["value"]
        }
        // The client sets its own keepalives; the server's are its business.
        if name != "tcp_keepalives_idle" { #expect(found == value) }
        await connection.close()
    }

    @Test("plans a statement each time for the tables as they are, which may have been empty a minute ago")
    func plans() async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ in
            try await pool.transaction { _ = try $0.execute("create table note (word text)") }
            for word in (0..<10).map(String.init) {
                try await pool.transaction { _ = try $0.query("select * from note where word = \(word)") }
            }
            let plans = try await pool.transaction { tx in
                try tx.query(
                    """
                    select generic_plans::int as kept, custom_plans::int as made
                    from pg_prepared_statements where statement like 'select * from note%'
                    """
                ).map { (kept: try $0.decode("kept", as: Int.self), made: try $0.decode("made", as: Int.self)) }
            }
            #expect(plans.map(\.kept) == [0])
            #expect(plans.map(\.made) == [10])
        }
    }

    @Test(
        "to nowhere is an error that says so",
        arguments: [
            "postgresql://nobody@127.0.0.1:1/nothing", "host=/nonexistent dbname=nothing",
        ]
    )
    func nowhere(_ url: String) async throws {
        let connection = PostgresConnection(
            PostgresConfiguration(url: url, applicationName: "test"),
            logger: Logger(label: "test")
        )
        let error = await #expect(throws: PostgresError.self) { try await connection.transaction { _ in } }
        #expect(error?.kind == .connectionLost)
        await connection.close()
    }

    @Test(
        "never shows its password",
        arguments: [
            "postgresql://service:s3cret@db.example:5433/filing",
            "host=db.example user=service password=s3cret dbname=filing",
            "postgresql://service:s3cret@db.example:notaport:/x",
        ]
    )
    func password(_ url: String) async throws {
        let configuration = PostgresConfiguration(url: url, applicationName: "test")
        var dumped = ""
        dump(configuration, to: &dumped)
        let shown = ["\(configuration)", String(reflecting: configuration), dumped, "\([configuration])"].joined()
        #expect(!shown.contains("s3cret"))
        if url.hasSuffix("filing") { #expect("\(configuration)" == "service@db.example/filing") }
    }
}
