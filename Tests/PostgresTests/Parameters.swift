import Foundation
import Logging
import Postgres
import Testing

@Suite("Interpolated values")
struct Parameters {
    @Test("are never part of the text")
    func text() {
        let name = "'; drop table person; --"
        let sql: SQL = "select \(name)::text, \(42)::int"
        #expect(sql.text == "select $1::text, $2::int")
    }

    @Test("keep their order when fragments are joined")
    func fragments() {
        let condition: SQL = "a = \(1) and b = \(2)"
        let sql: SQL = "select 1 where c = \(0) and \(condition)"
        #expect((sql + " limit \(3)").text == "select 1 where c = $1 and a = $2 and b = $3 limit $4")
    }

    @Test("cannot be injected, whatever they hold")
    func injection() async throws {
        try await TestServer.withDatabase { pool, _ in
            let texts = [
                "'; drop table word; --", "\\'; --", "$1", "\"", "{a,\"b\"}", "NULL", "null", "", " ", ",", "\\",
                "\n\t", "%s", "特级技师",
                "𬍎", "é́", "'\u{301}",
            ]
            let back: [String] = try await pool.transaction { tx in
                try tx.execute("create table word (position bigint generated always as identity, word text)")
                for text in texts { try tx.execute("insert into word (word) values (\(text))") }
                return try tx.query("select word from word order by position").map { try $0["word"] }
            }
            #expect(back == texts)
            let array: [String] = try await pool.transaction { tx in
                try tx.query("select \(texts)::text[] as words").map { try $0["words"] }[0]
            }
            #expect(array == texts)
        }
    }

    @Test("are refused when they hold a zero character, which would end the text early")
    func zeroCharacter() async throws {
        try await TestServer.withDatabase { pool, _ async throws in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { _ = try $0.query("select \("a\u{0}b")::text as x") }
            }
            #expect(error?.state == .characterNotInRepertoire)
        }
    }

    @Test(
        "quote identifiers and literals for statements without parameters",
        arguments: ["a\"b", "a'b", "a\\b", "'\u{301}", "\"\u{301}"]
    )
    func quoting(_ text: String) async throws {
        try await TestServer.withDatabase { pool, _ in
            let (column, value): (String, String) = try await pool.transaction { tx in
                try tx.execute("create table \(identifier: text) (\(identifier: text) text)")
                try tx.execute("insert into \(identifier: text) values (\(literal: text))")
                let name: String = try tx.query(
                    "select attname from pg_attribute where attnum = 1 and attrelid = (select oid from pg_class where relname = \(text))"
                )[0]["attname"]
                let value: String = try tx.query("select \(identifier: text) as value from \(identifier: text)")[0][
                    "value"
                ]
                return (name, value)
            }
            #expect(column == text)
            #expect(value == text)
        }
    }
}
