import Foundation
import Logging
import Postgres
import TestSupport
import Testing

@Suite("A COMMIT without an answer", .timeLimit(.minutes(30)))
struct AmbiguousCommits {
    /// Lends a pool that goes through a proxy, and one that goes straight to the same database.
    private func withProxy(
        deadline: Duration = .seconds(10),
        _ body: (PostgresPool, CuttingProxy, PostgresPool) async throws -> Void
    ) async throws {
        try await TestServer.withDatabase { direct, configuration in
            var url = try TestServer.url()
            let proxy = try CuttingProxy(to: UInt16(url.port ?? 5432))
            defer { proxy.stop() }
            url.port = Int(proxy.port)
            // Encrypted, the proxy could not tell which bytes are the COMMIT.
            url.queryItems = [
                URLQueryItem(name: "sslmode", value: "disable"), URLQueryItem(name: "gssencmode", value: "disable"),
            ]
            var proxied = PostgresConfiguration(url: try #require(url.string), applicationName: "proxied")
            proxied.database = configuration.database
            proxied.commitLookUpDeadline = deadline
            let pool = PostgresPool(proxied, size: 1, logger: Logger(label: "test"))
            try await pool.transaction { _ = try $0.execute("create table note (word text)") }
            let result: Result<Void, any Error>
            do { result = .success(try await body(pool, proxy, direct)) } catch { result = .failure(error) }
            await pool.close()
            try result.get()
        }
    }

    private func write(_ pool: PostgresPool) async throws -> Int {
        try await pool.transaction { tx in
            try tx.execute("insert into note values ('written')")
            return 42
        }
    }

    private func count(_ pool: PostgresPool) async throws -> Int {
        try await pool.transaction { try $0.query("select count(*) as n from note")[0]["n"] }
    }

    @Test("is a success when the server committed")
    func committed() async throws {
        try await withProxy { pool, proxy, direct async throws in
            proxy.cut(.beforeTheAnswer)
            #expect(try await write(pool) == 42)
            #expect(try await count(direct) == 1)
            #expect(try await write(pool) == 42)
            #expect(try await count(direct) == 2)
        }
    }

    @Test(
        "is a lost connection when the server never got it",
        arguments: [CuttingProxy.Cut.beforeTheCommit, .clientOnly]
    )
    func aborted(_ cut: CuttingProxy.Cut) async throws {
        try await withProxy { pool, proxy, direct async throws in
            proxy.cut(cut)
            let error = await #expect(throws: PostgresError.self) { try await write(pool) }
            #expect(error?.kind == .connectionLost)
            #expect(try await count(direct) == 0)
            #expect(try await write(pool) == 42)
            #expect(try await count(direct) == 1)
        }
    }

    @Test("is called ambiguous, not guessed, when nobody can be asked")
    func unknown() async throws {
        try await withProxy(deadline: .milliseconds(300)) { pool, proxy, direct async throws in
            proxy.cut(.beforeTheAnswer, refusing: true)
            let error = await #expect(throws: PostgresError.self) { try await write(pool) }
            #expect(error?.kind == .ambiguousCommit)
            #expect(try await count(direct) == 1)
        }
    }

    @Test("is looked up even when the task has been cancelled")
    func cancelled() async throws {
        try await withProxy { pool, proxy, direct in
            proxy.cut(.beforeTheAnswer)
            let gate = Gate()
            let value = try await withThrowingTaskGroup(of: Int.self) { group in
                group.addTask {
                    try await pool.transaction { tx in
                        gate.wait(for: 1)
                        try tx.execute("insert into note values ('written')")
                        return 42
                    }
                }
                try await eventually("the body runs") { pool.lent == 1 }
                group.cancelAll()
                gate.arrive()
                return try await group.next()
            }
            #expect(value == 42)
            #expect(try await count(direct) == 1)
        }
    }
}
