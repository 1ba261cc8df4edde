import Foundation
import Postgres
import TestSupport
import Testing

@Suite("What is only looked up")
struct LookingUp {
    @Test("is asked on a connection that can change nothing and is in no transaction")
    func reads() async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ async throws in
            try await pool.transaction { tx in
                try tx.execute("create table note (word text)")
                try tx.execute("insert into note values ('there')")
            }
            let word: String = try await pool.lookUps.rows("select word from note")[0]["word"]
            #expect(word == "there")
            let error = await #expect(throws: PostgresError.self) {
                try await pool.lookUps.rows("insert into note values ('new') returning word")
            }
            #expect(error?.state == SQLState(rawValue: "25006"))
            let outside = await #expect(throws: PostgresError.self) {
                try await pool.lookUps.rows("savepoint outside")
            }
            #expect(outside?.state == SQLState(rawValue: "25P01"))
            #expect(try await pool.transaction { try $0.query("select word from note").count } == 1)
        }
    }

    @Test("by many at once is answered to each by its own statement", arguments: [2, 64, 65, 500])
    func many(_ askers: Int) async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ in
            try await pool.transaction { tx in
                try tx.execute("create table pair (number int primary key, word text)")
                try tx.execute("insert into pair select n, 'word ' || n from generate_series(1, 500) n")
            }
            let words = try await withThrowingTaskGroup(of: (Int, String?).self) { group in
                for number in 1...askers {
                    group.addTask {
                        // Half of them ask in other words, so that different statements go together.
                        let rows =
                            number % 2 == 0
                            ? try await pool.lookUps.rows("select word from pair where number = \(number)")
                            : try await pool.lookUps.rows("select number, word from pair where number = \(number)")
                        return (number, try rows.first?["word"])
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(words.count == askers)
            #expect(words.allSatisfy { $0.value == "word \($0.key)" })
        }
    }

    @Test("together is answered though one of the questions is wrong", arguments: 0..<5)
    func oneWrong(_ place: Int) async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ in
            var questions: [SQL] = (0..<5).map { "select \($0)::int as n" }
            // Wrong for its value, so that it is found out while the others are under way.
            questions[place] = "select 1 / \(0)::int as n"
            let asked = questions
            for _ in 0..<2 {
                let error = await #expect(throws: PostgresError.self) { try await pool.lookUps.rows(asked) }
                #expect(error?.state == SQLState(rawValue: "22012"))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for (index, question) in asked.enumerated() {
                        group.addTask {
                            let numbers = try? await pool.lookUps.rows(question).map { try $0["n"] as Int }
                            #expect(numbers == (index == place ? nil : [index]))
                        }
                    }
                    try await group.waitForAll()
                }
            }
        }
    }

    @Test("with a text that cannot be sent fails alone")
    func unsendable() async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        let text = number == 7 ? "a\0b" : "\(number)"
                        let told = try? await pool.lookUps.rows("select \(text)::text as it")[0].decode(
                            "it",
                            as: String.self
                        )
                        #expect(told == (number == 7 ? nil : text))
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("is asked again where the connection was lost meanwhile, by each of many")
    func again() async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ in
            let victim: Int32 = try await pool.lookUps.rows("select pg_backend_pid() as pid")[0]["pid"]
            try await pool.transaction { _ = try $0.query("select pg_terminate_backend(\(victim))") }
            try await eventually("the process ends") {
                try await pool.transaction {
                    try $0.query("select 1 from pg_stat_activity where pid = \(victim)").isEmpty
                }
            }
            let next = try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 0..<10 {
                    group.addTask { try await pool.lookUps.rows("select pg_backend_pid() as pid")[0]["pid"] }
                }
                return try await group.reduce(into: Set<Int32>()) { $0.insert($1) }
            }
            #expect(next.count == 1)
            #expect(!next.contains(victim))
        }
    }

    @Test("is prepared anew where its table was altered")
    func altered() async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ in
            try await pool.transaction { tx in
                try tx.execute("create table note (word text)")
                try tx.execute("insert into note values ('there')")
            }
            let both: [SQL] = ["select * from note", "select count(*) as n from note"]
            _ = try await pool.lookUps.rows(both)
            try await pool.transaction { try $0.execute("alter table note add column more int default 7") }
            let rows = try await pool.lookUps.rows(both)
            #expect(try rows[0][0].decode("more", as: Int.self) == 7)
            #expect(try rows[1][0].decode("n", as: Int.self) == 1)
            try await pool.transaction { try $0.execute("alter table note add column most int default 8") }
            #expect(try await pool.lookUps.rows(both[0])[0].decode("most", as: Int.self) == 8)
        }
    }

    @Test("is refused once the pool is closed")
    func closed() async throws {
        try await TestServer.withDatabase(size: 1) { pool, _ in
            _ = try await pool.lookUps.rows("select 1 as n")
            await pool.close()
            let error = await #expect(throws: PostgresError.self) { try await pool.lookUps.rows("select 1 as n") }
            #expect(error?.kind == .closed)
        }
    }
}
