import Foundation
import Logging
import Postgres
import Testing

private struct Refused: Error {}

/// Collects words and writes them just before COMMIT.
private final class Notes: TransactionCompanion {
    var words: [String] = []

    func flush(in tx: borrowing Transaction) throws {
        try tx.execute("insert into note (word) select * from unnest(\(words)::text[])")
        words = []
    }
}

/// Writes a word of its own, and gives one more to the notes, which have been flushed by then.
private final class Afterthought: TransactionCompanion {
    func flush(in tx: borrowing Transaction) throws {
        try tx.execute("insert into note (word) values ('afterthought')")
        tx.companion(Notes.self).words.append("late")
    }
}

private final class Objection: TransactionCompanion {
    func flush(in tx: borrowing Transaction) throws { throw Refused() }
}

@Suite("A transaction")
struct Transactions {
    private func withNotes(size: Int = 4, _ body: (PostgresPool) async throws -> Void) async throws {
        try await TestServer.withDatabase(size: size) { pool, _ in
            try await pool.transaction { tx in
                try tx.execute("create table note (position bigint generated always as identity, word text not null)")
                try tx.execute("create table counter (id int primary key, value int not null)")
                try tx.execute("insert into counter values (1, 0), (2, 0)")
            }
            try await body(pool)
        }
    }

    private func words(_ pool: PostgresPool) async throws -> [String] {
        try await pool.transaction { try $0.query("select word from note order by position").map { try $0["word"] } }
    }

    @Test("keeps or undoes what was done provisionally, with what its companions collected")
    func provisional() async throws {
        try await withNotes { pool in
            try await pool.transaction { tx in
                tx.companion(Notes.self).words.append("before")
                for (word, isKept) in [("kept", true), ("undone", false)] {
                    let said = try tx.provisionally { tx in
                        tx.companion(Notes.self).words.append("\(word) by a companion")
                        try tx.execute("insert into note (word) values (\(word))")
                        return (word, isKept)
                    }
                    #expect(said == word)
                }
                #expect(throws: Refused.self) {
                    try tx.provisionally { tx -> (Int, Bool) in
                        try tx.execute("insert into note (word) values ('thrown')")
                        throw Refused()
                    }
                }
                tx.companion(Notes.self).words.append("after")
            }
            #expect(try await words(pool) == ["kept", "kept by a companion", "before", "after"])
        }
    }

    @Test("takes back a statement that fails as foreseen, and that one alone; any other failure is thrown")
    func undoing() async throws {
        try await withNotes { pool in
            try await pool.transaction { tx in
                try tx.execute("insert into note (word) values ('before')")
                let added = try tx.execute(
                    "insert into counter values (3, 0), (1, 0)",
                    undoingOn: .uniqueViolation
                )
                #expect(added == nil)
                #expect(try tx.execute("insert into counter values (4, 0)", undoingOn: .uniqueViolation) == 1)
                try tx.execute("insert into note (word) values ('after')")
            }
            #expect(try await words(pool) == ["before", "after"])
            let counters = try await pool.transaction { tx in
                try tx.query("select id from counter order by id").map { try $0["id"] as Int }
            }
            #expect(counters == [1, 2, 4])
            await #expect {
                try await pool.transaction { tx in
                    try tx.execute("insert into note (word) values (null)", undoingOn: .uniqueViolation)
                }
            } throws: { error in
                (error as? PostgresError)?.state == .notNullViolation
            }
        }
    }

    @Test("keeps what was only sent, in the order it was sent and executed")
    func sent() async throws {
        try await withNotes { pool in
            try await pool.transaction { tx in
                try tx.send("insert into note (word) values ('first')")
                try tx.execute("insert into note (word) values ('second')")
                try tx.send("insert into note (word) values ('third')")
                tx.companion(Notes.self).words.append("companion")
                try tx.send("insert into note (word) values ('fourth')")
            }
            try await pool.transaction { _ = try $0.send("insert into note (word) values ('last')") }
            #expect(try await words(pool) == ["first", "second", "third", "fourth", "companion", "last"])
        }
    }

    @Test("throws what a statement that was only sent came to, by the next one or instead of the COMMIT")
    func sentAndFailed() async throws {
        try await withNotes { pool async throws in
            try await pool.transaction { _ = try $0.execute("insert into note (word) values ('before')") }
            for goesOn in [false, true] {
                await #expect {
                    try await pool.transaction { tx in
                        try tx.execute("insert into note (word) values ('dropped')")
                        try tx.send("insert into counter values (1, 0)")
                        if goesOn {
                            let error = #expect(throws: PostgresError.self) { try tx.query("select 1 as one") }
                            #expect(error?.state == .uniqueViolation)
                        }
                    }
                } throws: {
                    SQLState.uniqueViolation ~= $0
                }
            }
            await #expect(throws: Refused.self) {
                try await pool.transaction { tx in
                    try tx.send("insert into counter values (1, 0)")
                    throw Refused()
                }
            }
            #expect(try await words(pool) == ["before"])
        }
    }

    @Test("undoes alone what was sent provisionally and failed, or was not to be kept")
    func sentProvisionally() async throws {
        try await withNotes { pool in
            try await pool.transaction { tx in
                try tx.send("insert into note (word) values ('before')")
                #expect(throws: Refused.self) {
                    try tx.provisionally { tx -> (Int, Bool) in
                        try tx.send("insert into counter values (1, 0)")
                        throw Refused()
                    }
                }
                #expect(throws: PostgresError.self) {
                    try tx.provisionally { tx in
                        try tx.send("insert into counter values (1, 0)")
                        return ((), true)
                    }
                }
                try tx.provisionally { tx in
                    try tx.send("insert into note (word) values ('not kept')")
                    return ((), false)
                }
                try tx.send("insert into note (word) values ('after')")
            }
            #expect(try await words(pool) == ["before", "after"])
        }
    }

    @Test("commits nothing where what was sent affects another number of rows than it has to")
    func sentExpecting() async throws {
        try await withNotes { pool async throws in
            try await pool.transaction { tx in
                try tx.send("update counter set value = 7 where id = 1", affecting: 1, otherwise: Refused())
            }
            for goesOn in [false, true] {
                await #expect(throws: Refused.self) {
                    try await pool.transaction { tx in
                        try tx.execute("insert into note (word) values ('dropped')")
                        try tx.send("update counter set value = 8 where id < 3", affecting: 1, otherwise: Refused())
                        if goesOn { try tx.execute("insert into note (word) values ('dropped too')") }
                    }
                }
            }
            try await pool.transaction { _ = try $0.execute("insert into note (word) values ('next')") }
            #expect(try await words(pool) == ["next"])
            let values: [Int] = try await pool.transaction { tx in
                try tx.query("select value from counter order by id").map { try $0["value"] }
            }
            #expect(values == [7, 0])
        }
    }

    @Test("is committed when the body returns, and rolled back when it throws")
    func rollback() async throws {
        try await withNotes { pool in
            try await pool.transaction { _ = try $0.execute("insert into note (word) values ('kept')") }
            await #expect(throws: Refused.self) {
                try await pool.transaction { tx in
                    try tx.execute("insert into note (word) values ('dropped')")
                    throw Refused()
                }
            }
            #expect(try await words(pool) == ["kept"])
        }
    }

    @Test("is not reported as committed when its body swallowed an error")
    func swallowed() async throws {
        try await withNotes { pool async throws in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { tx in
                    try tx.execute("insert into note (word) values ('dropped')")
                    _ = try? tx.execute("select 1/0")
                }
            }
            #expect(error?.state == SQLState(rawValue: "22012"))
            #expect(try await words(pool) == [])
        }
    }

    @Test("cannot be ended by a statement", arguments: ["commit", "rollback"])
    func ended(_ statement: String) async throws {
        try await withNotes { pool async throws in
            let sql: SQL = statement == "commit" ? "commit" : "rollback"
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { tx in try tx.execute(sql) }
            }
            #expect(error?.kind == .misuse)
            #expect(try await words(pool) == [])
        }
    }

    @Test("fails with the state of the constraint that COMMIT checks")
    func deferred() async throws {
        try await withNotes { pool in
            try await pool.transaction { tx in
                try tx.execute("create table pair (id int unique deferrable initially deferred)")
            }
            await #expect {
                try await pool.transaction { _ = try $0.execute("insert into pair values (1), (1)") }
            } throws: {
                SQLState.uniqueViolation ~= $0
            }
            #expect(try await pool.transaction { try $0.query("select * from pair").count } == 0)
        }
    }

    @Test("flushes its companions in the order of their creation, before COMMIT")
    func companions() async throws {
        try await withNotes { pool in
            try await pool.transaction { tx in
                tx.companion(Notes.self).words.append("first")
                _ = tx.companion(Afterthought.self)
                tx.companion(Notes.self).words.append("second")
            }
            #expect(try await words(pool) == ["first", "second", "afterthought", "late"])
        }
    }

    @Test("is rolled back when a companion cannot be flushed")
    func objection() async throws {
        try await withNotes { pool async throws in
            await #expect(throws: Refused.self) {
                try await pool.transaction { tx in
                    tx.companion(Notes.self).words.append("dropped")
                    _ = tx.companion(Objection.self)
                }
            }
            #expect(try await words(pool) == [])
        }
    }

    @Test("is run again after a deadlock, with new companions", .timeLimit(.minutes(30)))
    func deadlock() async throws {
        try await withNotes { pool in
            let gate = Gate()
            let attempts = Count()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (first, second) in [(1, 2), (2, 1)] {
                    group.addTask {
                        try await pool.transaction { tx in
                            attempts.increment()
                            tx.companion(Notes.self).words.append("\(first)")
                            try tx.execute("update counter set value = value + 1 where id = \(first)")
                            gate.arrive()
                            gate.wait(for: 2)
                            try tx.execute("update counter set value = value + 1 where id = \(second)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(attempts.value == 3)
            let values: [Int] = try await pool.transaction { tx in
                try tx.query("select value from counter order by id").map { try $0["value"] }
            }
            #expect(values == [2, 2])
            #expect(try await words(pool).sorted() == ["1", "2"])
        }
    }

    @Test("is given up after three serialization failures, even if the body hides them")
    func serialization() async throws {
        try await withNotes { pool async throws in
            let attempts = Count()
            await #expect {
                try await pool.transaction { tx in
                    attempts.increment()
                    do {
                        try tx.execute("do $$ begin raise exception 'no' using errcode = '40001'; end $$")
                    } catch {
                        throw Refused()
                    }
                }
            } throws: {
                SQLState.serializationFailure ~= $0
            }
            #expect(attempts.value == 3)
        }
    }

    @Test("counts right when twenty race for one row")
    func race() async throws {
        try await withNotes { pool in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await pool.transaction { tx in
                            let value: Int = try tx.query("select value from counter where id = 1 for update")[0][
                                "value"
                            ]
                            try tx.execute("update counter set value = \(value + 1) where id = 1")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let value: Int = try await pool.transaction {
                try $0.query("select value from counter where id = 1")[0]["value"]
            }
            #expect(value == 20)
        }
    }

    @Test("survives a table that changes under its prepared statements")
    func alteredTable() async throws {
        try await TestServer.withDatabase(size: 1) { pool, configuration in
            try await pool.transaction { _ = try $0.execute("create table thing (id int)") }
            for _ in 0..<2 { try await pool.transaction { _ = try $0.query("select * from thing") } }
            let other = PostgresConnection(configuration, logger: Logger(label: "test"))
            try await other.session { _ = try $0.execute("alter table thing add column name text default 'x'") }
            try await pool.transaction { tx in
                try tx.execute("insert into thing (id) values (1)")
                #expect(try tx.query("select * from thing")[0]["name"] == "x")
            }
            await other.close()
        }
    }

    @Test("keeps working when there are more different statements than are kept prepared")
    func manyStatements() async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ async throws in
            for round in 0..<2 {
                let (sum, prepared): (Int, Int) = try await pool.transaction { tx in
                    var sum = 0
                    for number in 0..<300 {
                        let sql: SQL = "select \(number)::int as \(identifier: "c\(number)")"
                        sum += try tx.query(sql)[0].decode("c\(number)", as: Int.self)
                    }
                    return (sum, try tx.query("select count(*) as n from pg_prepared_statements")[0]["n"])
                }
                #expect(sum == 300 * 299 / 2, "round \(round)")
                #expect(prepared == 256)
            }
        }
    }

    @Test(
        "is told apart by the SQLSTATE of what went wrong",
        arguments: [
            ("insert into person values (1, 'b')", SQLState.uniqueViolation),
            ("insert into person values (2, null)", .notNullViolation),
            ("insert into person values (3, 'toolong')", SQLState(rawValue: "22001")),
            ("insert into person values (-1, 'a')", .checkViolation),
            ("insert into child values (9)", .foreignKeyViolation), ("select * from nothing", .undefinedTable),
            ("selec 1", .syntaxError), ("select nothing from person", .undefinedColumn),
        ]
    )
    func states(statement: String, state: SQLState) async throws {
        try await TestServer.withDatabase { pool, configuration in
            try await pool.transaction { tx in
                try tx.execute("create table person (id int primary key check (id >= 0), name varchar(5) not null)")
                try tx.execute("create table child (person int references person)")
                try tx.execute("insert into person values (1, 'a')")
            }
            // Through a function of the server, since a statement's text is always a literal of the program.
            try await pool.transaction { tx in
                try tx.execute("create function run(text) returns void language plpgsql as $$ begin execute $1; end $$")
            }
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { _ = try $0.query("select run(\(statement))") }
            }
            #expect(error?.kind == .server(state))
            if state == .uniqueViolation {
                #expect(error?.constraint == "person_pkey")
                #expect(error?.description.contains("(1)") == false)
                #expect(error?.debugDescription.contains("(id)=(1)") == true)
            }
        }
    }
}
