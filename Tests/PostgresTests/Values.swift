import Foundation
import Logging
import Postgres
import Testing

private enum Stage: String, PostgresValue { case open, closed }

private struct Day: PostgresRepresentable, Equatable {
    let text: String
    var postgresForm: String { text }
    init(_ text: String) { self.text = text }
    init(postgresForm: String) throws { text = postgresForm }
}

private struct Panel: Codable, Equatable, Sendable {
    var name: String
    var seats: [Int]
    var met: Date
}

@Suite("Values")
struct Values {
    /// Sends a value through the server and back, once in binary form and once as text.
    ///
    /// A column of a type that has no binary decoder (`numeric`) makes the whole result come as text.
    private func roundTrip<Value: PostgresValue & Equatable>(
        _ value: Value,
        _ type: SQL,
        in tx: borrowing Transaction
    ) throws {
        let binary: Value = try tx.query("select \(value)::\(type) as value")[0]["value"]
        let text: Value = try tx.query("select \(value)::\(type) as value, 1.5::numeric as other")[0]["value"]
        #expect(binary == value, "in binary form")
        #expect(text == value, "as text")
    }

    @Test("come back as they were sent, in binary form and as text")
    func roundTrips() async throws {
        try await TestServer.withDatabase { pool, _ in
            try await pool.transaction { tx in
                for value in [0, 1, -1, Int.max, Int.min] { try roundTrip(value, "bigint", in: tx) }
                for value in [Int32.max, Int32.min] { try roundTrip(value, "integer", in: tx) }
                for value in [true, false] { try roundTrip(value, "boolean", in: tx) }
                for value in [0, 0.1, -1.5e300, .infinity, .leastNonzeroMagnitude] {
                    try roundTrip(value, "float8", in: tx)
                }
                for value in ["", "特级技师𬍎", "a'b\"c\\d"] { try roundTrip(value, "text", in: tx) }
                try roundTrip(UUID(), "uuid", in: tx)
                for value in [[], [0], [0, 1, 0, 255, 92, 39], [UInt8](0...255)] as [[UInt8]] {
                    try roundTrip(value, "bytea", in: tx)
                }
                try roundTrip(Stage.closed, "text", in: tx)
                try roundTrip(Day("2026-09-30"), "date", in: tx)
                try roundTrip(String?.none, "text", in: tx)
                try roundTrip([UInt8]?.none, "bytea", in: tx)
                try roundTrip(Date?.none, "timestamptz", in: tx)
                try roundTrip(String?.some("x"), "text", in: tx)
            }
        }
    }

    @Test("of arrays come back too, with NULLs, zero bytes and empty arrays")
    func arrays() async throws {
        try await TestServer.withDatabase { pool, _ in
            let instant = Date(timeIntervalSinceReferenceDate: 800_000_000.123_457)
            try await pool.transaction { tx in
                try roundTrip([UUID(), UUID()], "uuid[]", in: tx)
                try roundTrip([UUID](), "uuid[]", in: tx)
                try roundTrip([1, -2, Int.max], "bigint[]", in: tx)
                try roundTrip([Int32](), "integer[]", in: tx)
                try roundTrip(["a,b", "{}", "NULL", "", "\"", "\\", "𬍎"], "text[]", in: tx)
                try roundTrip(["a", nil, "NULL"], "text[]", in: tx)
                try roundTrip([nil, UUID()], "uuid[]", in: tx)
                try roundTrip([[0, 1, 0], [], [255, 92, 34, 123]] as [[UInt8]], "bytea[]", in: tx)
                try roundTrip([[0], nil] as [[UInt8]?], "bytea[]", in: tx)
                try roundTrip([true, false, true], "boolean[]", in: tx)
                try roundTrip([1.5, -0.25], "float8[]", in: tx)
                try roundTrip([instant, .distantPast], "timestamptz[]", in: tx)
                try roundTrip([Stage.open, .closed], "text[]", in: tx)
            }
        }
    }

    @Test(
        "of time keep their microseconds",
        arguments: [
            ("2026-09-30 08:00:00.123456+00", 812_448_000.123456),
            ("1999-12-31 23:59:59.999999+00", -31_622_400.000001),
            ("2001-01-01 00:00:00+00", 0), ("2000-02-29 12:00:00.000001+00", -26_481_600 + 0.000001),
            ("0001-12-30 00:00:00+00 BC", -63_114_076_800), ("12026-03-01 00:00:00.5+00", 316_363_536_000.5),
            ("1969-07-20 20:17:40.5+00", -992_490_139.5),
            ("2026-10-13 24:00:00+08", 813_600_000),
        ] as [(String, Double)]
    )
    func instants(text: String, seconds: Double) async throws {
        let instant = Date(timeIntervalSinceReferenceDate: seconds)
        try await TestServer.withDatabase { pool, _ in
            try await pool.transaction { tx in
                try roundTrip(instant, "timestamptz", in: tx)
                let row = try tx.query(
                    "select \(text)::text::timestamptz as read, \(instant) = \(text)::text::timestamptz as same"
                )[0]
                #expect(try row["read"] == instant)
                #expect(try row["same"] == true)
            }
        }
    }

    @Test("of JSON are stored as jsonb and decoded again")
    func json() async throws {
        let panel = Panel(name: "评审委员会𬍎", seats: [1, 2], met: Date(timeIntervalSinceReferenceDate: 812_448_000.123456))
        try await TestServer.withDatabase { pool, _ in
            try await pool.transaction { tx in
                try tx.execute("create table panel (panel jsonb)")
                try tx.execute("insert into panel values (\(JSON(panel)))")
                let row = try tx.query("select panel, panel ->> 'met' as met, jsonb_typeof(panel) as type from panel")[
                    0
                ]
                #expect(try row.json("panel") == panel)
                #expect(try row["met"] == "2026-09-30T08:00:00.123456Z")
                #expect(try row["type"] == "object")
                #expect(throws: PostgresDecodingError(column: "panel", reason: "holds JSON that is no Array<Int>")) {
                    try row.json("panel", as: [Int].self)
                }
            }
        }
    }

    @Test("of a set go as one array per column")
    func unnest() async throws {
        try await TestServer.withDatabase { pool, _ in
            let ids = (0..<100).map { _ in UUID() }
            let bodies = (0..<100).map { [UInt8](repeating: 0, count: $0) }
            try await pool.transaction { tx in
                try tx.execute("create table message (id uuid primary key, name text, body bytea)")
                let names = ids.indices.map { $0.isMultiple(of: 3) ? nil : "名\($0)" }
                let count = try tx.execute(
                    """
                    insert into message select * from
                    unnest(\(ids)::uuid[], \(names)::text[], \(bodies)::bytea[]) as t(id, name, body)
                    """
                )
                #expect(count == 100)
                let rows = try tx.query(
                    "select id, name, body from message where id = any(\(ids)) order by length(body)"
                )
                #expect(try rows.map { try $0.decode("id", as: UUID.self) } == ids)
                #expect(try rows.map { try $0.decode("name", as: String?.self) } == names)
                #expect(try rows.map { try $0.decode("body", as: [UInt8].self) } == bodies)
            }
        }
    }

    @Test("that cannot be read name the column, and never the value")
    func decodingErrors() async throws {
        try await TestServer.withDatabase { pool, _ in
            try await pool.transaction { tx in
                let row = try tx.query(
                    "select null::text as empty, 'secret'::text as word, 5000000000 as big, 'ajar'::text as stage, gen_random_uuid() as id"
                )[0]
                func reason<Value: PostgresDecodable>(_ column: String, _ type: Value.Type) -> String {
                    do {
                        _ = try row.decode(column, as: type)
                        return "decoded"
                    } catch {
                        return "\(error)"
                    }
                }
                #expect(reason("missing", String.self) == "column missing is not in the result")
                #expect(reason("empty", String.self) == "column empty is NULL, and String is not optional")
                #expect(reason("word", Int.self) == "column word is text, which cannot be read as Int")
                #expect(reason("word", UUID.self) == "column word is text, which cannot be read as UUID")
                #expect(reason("big", Int32.self) == "column big does not fit Int32")
                #expect(reason("stage", Stage.self) == "column stage holds no value of Stage")
                #expect(reason("id", String.self) == "column id is uuid, which cannot be read as String")
            }
        }
    }
}
