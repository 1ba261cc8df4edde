import Contracts
import Crypto
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("The ballot, before a curious operator", .timeLimit(.minutes(30)))
struct CuriousOperator {
    /// A word no ballot has but by a member's hand.
    static let word = "建议缓评"

    /// All that stands in the database, every table and column, bytes as text as well.
    static func everything(_ desk: Desk) async throws -> String {
        try await desk.service.database.transaction { tx in
            let tables = try tx.query(
                "SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_table_privilege(oid, 'SELECT')"
            )
            try tx.execute("SET LOCAL xmlbinary = hex")
            var text = ""
            for table in tables {
                let name: String = try table.decode("name")
                let rows = try tx.query(
                    "SELECT query_to_xml('SELECT * FROM ' || quote_ident(\(name)::text), true, false, '')::text AS text"
                )
                // Bytes are written in capitals; what is looked for among them is not.
                for row in rows {
                    let found: String = try row.decode("text")
                    text += found + found.lowercased()
                }
            }
            let events = try tx.query("SELECT convert_from(event, 'UTF8') AS text FROM journal")
            for row in events { text += try row.decode("text", as: String.self) }
            return text
        }
    }

    static func box(_ desk: Desk) async throws -> [[UInt8]] {
        try await desk.service.database.transaction { tx in
            try tx.query("SELECT sealed FROM vote_box ORDER BY id").map { try $0.decode("sealed") }
        }
    }

    @Test("neither choices nor opinions stand anywhere before the count, nor do the codes at any time")
    func nothingInClear() async throws {
        try await Desk.with { desk in
            let (round, codes) = try await desk.voting()
            let more = ",\"opinions\":[{\"text\":\"\(Self.word)\"}]"
            for seat in 0..<4 {
                try await desk.cast(seat, of: round, more: seat == 2 ? more : "") { _ in seat == 2 ? "no" : "yes" }
            }
            let before = try await Self.everything(desk)
            #expect(!before.contains(Self.word))
            #expect(!before.contains(Data(Self.word.utf8).map { String(format: "%02x", $0) }.joined()))
            #expect(!before.contains("\"marks\""))
            try await desk.cast(4, of: round) { _ in "yes" }
            try await desk.count(round, with: codes)
            let after = try await Self.everything(desk)
            #expect(after.contains(Self.word))
            for code in codes {
                #expect(!after.contains(code) && !after.contains(code.replacing("-", with: "")))
                let key = try #require(Base32.bytes(of: code))
                #expect(!after.contains(Data(key.prefix(32)).base64EncodedString()))
                #expect(!after.contains(key.prefix(32).map { String(format: "%02x", $0) }.joined()))
            }
            #expect(try await Self.box(desk).isEmpty)
        }
    }

    @Test("one officer's code, the service's own keys and the whole database open no ballot")
    func oneCode() async throws {
        try await Desk.with { desk in
            let (round, codes) = try await desk.voting()
            for seat in 0..<4 { try await desk.cast(seat, of: round) { _ in "yes" } }
            let id = try #require(await desk.hr("GET", "/rounds/\(round)/voting").member("current", "id"))
            let voting = try #require(UUID(uuidString: id))
            let sealed = try await Self.box(desk)
            #expect(sealed.count == 4)
            #expect(Set(sealed.map(\.count)).count == 1)
            let keys = try #require(desk.service.keys["evaluation"])
            let first = try OpeningKey(code: codes[0], for: BallotSeal.purpose(voting, layer: 1))
            let second = try OpeningKey(code: codes[1], for: BallotSeal.purpose(voting, layer: 2))
            for ballot in sealed {
                #expect(throws: CryptographyError.self) { try keys.fields.open(bytes: ballot, of: id) }
                // The second officer's key does not open the outer layer, whatever it is taken for.
                #expect(throws: CryptographyError.self) { try second.open(ballot) }
                // The first one's gives a layer that neither it nor the service's keys open.
                let inner = try first.open(ballot)
                #expect(throws: CryptographyError.self) { try first.open(inner) }
                #expect(throws: CryptographyError.self) { try keys.fields.open(bytes: inner, of: id) }
                #expect(!inner.contains(Array("marks".utf8)))
            }
            // A code is of one vote and of one layer.
            #expect(throws: OpeningKey.Problem.mistyped) {
                try OpeningKey(code: codes[0], for: BallotSeal.purpose(voting, layer: 2))
            }
            #expect(throws: OpeningKey.Problem.mistyped) {
                try OpeningKey(code: codes[0], for: BallotSeal.purpose(NewID.v7(), layer: 1))
            }
        }
    }

    @Test("the box says nothing of voters, times or order: one transaction wrote all its rows")
    func box() async throws {
        try await Desk.with { desk in
            let (round, _) = try await desk.voting()
            var seen: [Set<String>] = []
            for seat in 0..<4 {
                try await desk.cast(seat, of: round) { _ in "yes" }
                let rows = try await desk.service.database.transaction { tx in
                    try tx.query("SELECT id, xmin::text AS written FROM vote_box")
                        .map { (try $0.decode("id", as: UUID.self), try $0.decode("written", as: String.self)) }
                }
                #expect(rows.count == seat + 1)
                #expect(Set(rows.map(\.1)).count == 1)
                // Version 4: no time in an id; and none is kept when the next ballot is put in.
                #expect(rows.allSatisfy { $0.0.uuid.6 >> 4 == 4 })
                seen.append(Set(rows.map(\.0.uuidString)))
            }
            #expect(seen.reduce(0) { $0 + $1.count } == Set(seen.flatMap { $0 }).count)
            let columns = try await desk.service.database.transaction { tx in
                try tx.query(
                    "SELECT column_name::text AS name FROM information_schema.columns WHERE table_name = 'vote_box' ORDER BY 1"
                ).map { try $0.decode("name", as: String.self) }
            }
            #expect(columns == ["id", "sealed", "voting"])
        }
    }

    @Test("what is remembered of a repeated request holds neither ballot, digest of it, receipt nor code")
    func repeatedRequests() async throws {
        try await Desk.with { desk in
            let (round, _) = try await desk.voting()
            _ = await desk.member(0, "POST", "voting/attendance", of: round, json: "{}")
            let json = try await desk.ballot(0, of: round) { _ in "abstain" }
            let headers = ["idempotency-key": "ballot-0"]
            let cast = await desk.member(0, "POST", "ballots", of: round, json: json, headers: headers)
            let receipt = try #require(cast.member("receipt"), "\(cast.text)")
            let again = await desk.member(0, "POST", "ballots", of: round, json: json, headers: headers)
            let voting = try #require(await desk.hr("GET", "/rounds/\(round)/voting").member("current", "id"))
            #expect(again.status == 201)
            #expect(again.member("receipt") == nil)
            #expect(again.member("words")?.contains("已投入票箱") == true)
            let keys = try #require(desk.service.keys["evaluation"])
            try await desk.service.database.transaction { tx in
                let row = try #require(
                    try tx.query("SELECT digest, body FROM idempotency WHERE key = 'ballot-0'").first
                )
                let body = try keys.fields.open(bytes: row.decode("body"), of: "ballot-0")
                #expect(!String(decoding: body, as: UTF8.self).contains(receipt))
                // Whoever tries all ballots there can be finds none by its digest.
                let path = Array("/rounds/\(round)/ballots?voting=\(voting)".utf8) + [0]
                #expect(try row.decode("digest", as: [UInt8].self) != Array(SHA256.hash(data: path + Array(json.utf8))))
            }
        }
    }

    @Test(
        "a ballot put in, taken out or exchanged behind the service's back is not counted",
        arguments: ["put", "taken", "exchanged"]
    )
    func tampered(how: String) async throws {
        try await Desk.with { desk in
            let (round, codes) = try await desk.voting()
            try await desk.castBallots(round)
            try await desk.service.database.transaction { tx in
                switch how {
                case "put":
                    try tx.execute(
                        "INSERT INTO vote_box SELECT gen_random_uuid(), voting, sealed || '\\x00'::bytea FROM vote_box LIMIT 1"
                    )
                case "taken":
                    try tx.execute("DELETE FROM vote_box WHERE id = (SELECT min(id::text)::uuid FROM vote_box)")
                default:
                    try tx.execute(
                        """
                        INSERT INTO vote_box
                        SELECT gen_random_uuid(), voting, (SELECT sealed FROM vote_box ORDER BY sealed DESC LIMIT 1) FROM vote_box LIMIT 1
                        """
                    )
                    try tx.execute(
                        "DELETE FROM vote_box WHERE sealed = (SELECT sealed FROM vote_box ORDER BY sealed LIMIT 1)"
                    )
                }
            }
            let opened = await desk.officer(0, "count", of: round, json: "{\"code\":\"\(codes[0])\"}")
            #expect(opened.member("code") == "evaluation.ballot-box-altered", "\(opened.text)")
            let void = try await desk.step(round, "voting/annulment", json: "{\"reason\":\"票箱被改动\"}")
            #expect(void.member("state") == "annulled")
            #expect(await desk.hr("GET", "/rounds/\(round)").member("state") == "judged")
        }
    }
}
