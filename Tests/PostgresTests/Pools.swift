import Foundation
import Logging
import Postgres
import TestSupport
import Testing

@Suite("A pool")
struct Pools {
    @Test("never hands out a connection that is in a transaction")
    func neverInTransaction() async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ in
            try await pool.session { session in
                try session.execute("create table note (word text)")
                try session.execute("begin")
                try session.execute("insert into note values ('left behind')")
            }
            let count: Int = try await pool.session { try $0.query("select count(*) as n from note")[0]["n"] }
            #expect(count == 0)
            let error = await #expect(throws: PostgresError.self) {
                try await pool.session { try $0.execute("savepoint outside") }
            }
            #expect(error?.state == SQLState(rawValue: "25P01"))
        }
    }

    @Test("undoes the locks and settings of a session")
    func sessionEnds() async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ in
            try await pool.session { session in
                try session.execute("set statement_timeout = 0")
                _ = try session.query("select pg_advisory_lock(7)")
            }
            let (timeout, locks): (String, Int) = try await pool.transaction { tx in
                let row = try tx.query(
                    "select current_setting('statement_timeout') as timeout, (select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())) as locks"
                )[0]
                return (try row["timeout"], try row["locks"])
            }
            #expect(timeout == "30s")
            #expect(locks == 0)
        }
    }

    @Test("lends no more connections than it has")
    func size() async throws {
        try await TestServer.withDatabase(size: 3) { pool, _ in
            let pids = try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 0..<30 {
                    group.addTask {
                        try await pool.transaction {
                            try $0.query("select pg_backend_pid() as pid, pg_sleep(0.002)")[0]["pid"]
                        }
                    }
                }
                return try await group.reduce(into: Set<Int32>()) { $0.insert($1) }
            }
            #expect((1...3).contains(pids.count))
        }
    }

    @Test("lets go of a waiter that is cancelled, and nobody else", .timeLimit(.minutes(30)))
    func cancellation() async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ in
            let gate = Gate()
            try await withThrowingTaskGroup(of: Void.self) { holders in
                holders.addTask { try await pool.transaction { _ in _ = gate.wait(for: 1) } }
                try await eventually("the connection is lent") { pool.lent == 1 }
                await withTaskGroup(of: Bool.self) { waiters in
                    waiters.addTask {
                        do {
                            try await pool.transaction { _ in }
                            return false
                        } catch {
                            return error is CancellationError
                        }
                    }
                    try? await eventually("the other waits") { pool.waiting == 1 }
                    waiters.cancelAll()
                    #expect(await waiters.next() == true)
                }
                #expect(pool.waiting == 0)
                holders.addTask { try await pool.transaction { _ in } }
                gate.arrive()
                try await holders.waitForAll()
            }
            #expect(pool.lent == 0)
        }
    }

    @Test("waits for what is running before it closes, and refuses what comes later", .timeLimit(.minutes(30)))
    func close() async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ in
            let gate = Gate()
            try await withThrowingTaskGroup(of: Int.self) { group in
                group.addTask {
                    try await pool.transaction { tx in
                        gate.wait(for: 1)
                        return try tx.query("select 5 as value")[0]["value"]
                    }
                }
                try await eventually("the connection is lent") { pool.lent == 1 }
                async let closed: Void = pool.close()
                try await eventually("the pool refuses") {
                    do {
                        // Until the pool is closed this would wait; so it is asked with a task that gives up.
                        return try await refuses(pool)
                    }
                }
                gate.arrive()
                await closed
                #expect(try await group.next() == 5)
            }
        }
    }

    private func refuses(_ pool: PostgresPool) async throws -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    try await pool.transaction { _ in }
                    return false
                } catch {
                    return (error as? PostgresError)?.kind == .closed
                }
            }
            group.cancelAll()
            return await group.next() ?? false
        }
    }
}
