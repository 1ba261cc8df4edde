import EvaluationDomain
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("A round's list", .timeLimit(.minutes(30)))
struct ListStory {
    struct Page: Decodable {
        struct Line: Decodable {
            struct Occupation: Decodable { let code, name: String }
            let id, name, state, unit, workshop: String
            let occupation: Occupation
            let approvals: Int?
        }
        let items: [Line]
        let next: String?
        let totals: [String: Int]
    }

    static func page(_ round: String, _ query: String, at desk: Desk) async throws -> Page {
        let encoded = try #require(query.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed))
        let answer = await desk.hr("GET", "/rounds/\(round)/applications?columns=list\(encoded)")
        try #require(answer.status == 200, "\(answer.text)")
        return try JSONDecoder().decode(Page.self, from: Data(answer.body))
    }

    @Test("is filtered, searched, paged and counted, and says what the applications say")
    func lists() async throws {
        try await Desk.with { desk in
            let (round, codes) = try await desk.voting()
            try await desk.castBallots(round, against: ["韩志勇"])
            try await desk.count(round, with: codes)
            let all = try await Self.page(round, "", at: desk)
            #expect(all.items.count == 12)
            #expect(all.totals.values.reduce(0, +) == 12)
            let approved = try await Self.page(round, "&state=approved", at: desk)
            #expect(approved.items.count == all.totals["approved"])
            #expect(approved.items.allSatisfy { $0.state == "approved" && ($0.approvals ?? 0) >= 4 })
            #expect(approved.totals == all.totals)
            let kings = try await Self.page(round, "&q=王建国", at: desk)
            #expect(kings.items.map(\.name) == ["王建国", "王建国"])
            #expect(kings.totals.values.reduce(0, +) == 2)
            let workshop = try #require(kings.items.first?.workshop)
            let one = try await Self.page(round, "&q=王建国 \(workshop)", at: desk)
            #expect(one.items.allSatisfy { $0.workshop == workshop } && !one.items.isEmpty)
            let welders = try await Self.page(round, "&occupation=6-18-02-04", at: desk)
            #expect(!welders.items.isEmpty && welders.items.allSatisfy { $0.occupation.name == "焊工" })
            var walked: [String] = []
            var after = ""
            repeat {
                let page = try await Self.page(round, "&limit=5\(after)", at: desk)
                walked += page.items.map(\.id)
                after = page.next.map { "&after=\($0)" } ?? ""
            } while !after.isEmpty
            #expect(walked == all.items.map(\.id))
            let bad = await desk.hr("GET", "/rounds/\(round)/applications?columns=list&state=x")
            #expect(bad.member("errors", "0", "code") == "evaluation.application-state")
            for line in all.items {
                let shown = await desk.hr("GET", "/applications/\(line.id)")
                #expect(shown.member("state") == line.state && shown.member("name") == line.name)
                #expect(shown.member("unit") == line.unit)
            }
        }
    }

    @Test("of rows written before has the same lines")
    func before() async throws {
        try await Desk.with { desk in
            let (round, codes) = try await desk.voting()
            try await desk.castBallots(round)
            try await desk.count(round, with: codes)
            let written = try await Self.dump(desk)
            let forward = String(decoding: PackageResources.v013_application_line_sql, as: UTF8.self)
            let start = try #require(forward.range(of: "INSERT INTO application_line"))
            let end = try #require(forward.range(of: ";\n\nGRANT SELECT"))
            let filling = String(forward[start.upperBound..<end.lowerBound])
            try await desk.service.database.transaction { tx in
                let columns = try tx.query(
                    """
                    SELECT string_agg(attname, ', ' ORDER BY attnum) AS names FROM pg_attribute
                    WHERE attrelid = 'application_line'::regclass AND attnum > 0
                    """
                )[0].decode("names", as: String.self)
                let filled = try tx.query(
                    SQL(
                        stringLiteral: """
                            WITH line (\(columns)) AS (\(filling))
                            SELECT row_to_json(line)::text AS line FROM line ORDER BY application
                            """
                    )
                )
                .map { try $0.decode("line", as: String.self) }
                #expect(filled == written)
                #expect(filled.count == 12)
            }
        }
    }

    private static func dump(_ desk: Desk) async throws -> [String] {
        try await desk.service.database.transaction { tx in
            try tx.query("SELECT row_to_json(l)::text AS line FROM application_line AS l ORDER BY application")
                .map { try $0.decode("line", as: String.self) }
        }
    }
}
