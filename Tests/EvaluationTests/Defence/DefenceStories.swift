import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import ServiceKit
import Spreadsheets
import TestSupport
import Testing

@testable import EvaluationService

@Suite("Defences over the service")
struct DefenceStories {
    @Test("are drawn, printed for the door, and keep members from those they must not judge")
    func drawn() async throws {
        try await Desk.with { desk in
            let (round, _) = try await desk.formedPanel(ScoringStories.rule)
            let candidates = try await desk.candidates(round, for: "expert-1")
            let first = candidates[0]
            #expect(await desk.recuse("expert-4", first.application, reason: "同事", in: round).status == 201)
            let unarranged = await desk.hr("GET", "/rounds/\(round)/defences")
            #expect(unarranged.member("code") == "evaluation.defence-not-arranged")
            let short = await desk.hr("PUT", "/rounds/\(round)/defences", json: Self.body([3]))
            #expect(
                short.status == 400 && short.text.contains("evaluation.defence-candidates-missing"),
                "\(short.text)"
            )
            let arranged = await desk.hr(
                "PUT",
                "/rounds/\(round)/defences",
                json: Self.body([6, candidates.count - 6])
            )
            #expect(arranged.status == 200, "\(arranged.text)")
            let shown = try WireFormat.decode(Shown.self, from: arranged.body)
            let slots = shown.sessions.flatMap(\.slots)
            #expect(slots.map(\.application) == shown.draw.order)
            #expect(Set(slots.map(\.application)) == Set(candidates.map(\.application)))
            var generator = DrawGenerator(seed: shown.draw.seed, word: shown.draw.witness)
            let ids = candidates.compactMap { UUID(uuidString: $0.application) }
            #expect(DrawnOrder.of(ids, using: &generator).map(\.lowercase) == shown.draw.order)
            #expect(shown.sessions.map { $0.slots[1].from } == ["09:35", "14:35"])

            let member = await desk.member("expert-4", "GET", "/rounds/\(round)/defences")
            #expect(!member.text.contains("\"application\":\"\(first.application)\""))
            let own = try await desk.employee(desk.person(of: first.application), "GET", "/rounds/\(round)/defences")
            #expect(own.text.contains(first.application) && !own.text.contains("\"name\":\"\(candidates[2].name)\""))
            let attended = await desk.hr(
                "POST",
                "/rounds/\(round)/defences/\(shown.sessions[0].id)/attendance",
                json: "{\"present\":[\"expert-1\",\"expert-2\",\"expert-3\",\"expert-4\"]}"
            )
            #expect(attended.text.contains("\"present\":[\"expert-1\""), "\(attended.text)")
            let absent = await desk.hr(
                "POST",
                "/rounds/\(round)/defences/absences",
                json: "{\"application\":\"\(slots[0].application)\",\"reason\":\"住院\"}"
            )
            #expect(absent.text.contains("\"absence\":\"住院\""), "\(absent.text)")
            #expect(await desk.hr("POST", "/rounds/\(round)/scores", json: "{}").status == 201)
            let unheard = await desk.score("expert-5", slots[1].application, [5000, 3000], in: round)
            #expect(unheard.member("code") == "evaluation.score-not-heard", "\(unheard.text)")
            #expect(await desk.score("expert-1", slots[1].application, [5000, 3000], in: round).status == 200)
            let moved = await desk.hr("PUT", "/rounds/\(round)/defences", json: Self.body([candidates.count]))
            #expect(moved.member("code") == "evaluation.defence-held")
            let here = await desk.hr(
                "POST",
                "/rounds/\(round)/defences/appearances",
                json: "{\"application\":\"\(slots[0].application)\",\"reason\":\"误记\"}"
            )
            #expect(here.status == 200 && !here.text.contains("住院"), "\(here.text)")
            let dropped = await desk.hr(
                "POST",
                "/rounds/\(round)/defences/\(shown.sessions[0].id)/attendance",
                json: "{\"present\":[\"expert-2\",\"expert-3\",\"expert-4\"]}"
            )
            #expect(dropped.member("code") == "evaluation.defence-scored-there", "\(dropped.text)")
            let file = await desk.hr("GET", "/rounds/\(round)/defences/workbook")
            #expect(file.status == 200, "\(file.text)")
            let reader = try Spreadsheet(.bytes(file.body)).rows()
            var rows: [[String]] = []
            while let row = try reader.next() { rows.append(row.cells.map(\.text)) }
            let second = rows.first { $0.contains("09:35") } ?? []
            #expect(second.contains("办公楼三楼第一会议室") && second.contains("2026-09-14"), "\(rows)")
            #expect(rows.count == candidates.count + 2)
            let paper = await desk.hr("GET", "/rounds/\(round)/defences/sheet")
            #expect(paper.status == 200 && paper.body.starts(with: Array("%PDF".utf8)))
            Picture.keep(paper.body, as: "defence-sheet.pdf")
        }
    }

    @Test("that cannot be read are refused with every problem")
    func unreadable() async throws {
        try await Desk.with { desk in
            let (round, _) = try await desk.formedPanel(PanelStories.named)
            let bad = await desk.hr(
                "PUT",
                "/rounds/\(round)/defences",
                json: """
                    {"method":2,"sessions":[{"day":"2026-09-14","place":"","from":"9点","minutesEach":0}]}
                    """
            )
            #expect(bad.status == 400 && bad.text.contains("evaluation.sheet-without-method"), "\(bad.text)")
            let worse = await desk.hr(
                "PUT",
                "/rounds/\(round)/defences",
                json: """
                    {"method":1,"sessions":[{"day":"2026-09-14","place":"","from":"9点","minutesEach":0}]}
                    """
            )
            for field in ["place", "from", "minutesEach"] {
                #expect(worse.text.contains("\"field\":\"sessions[0].\(field)\""), "\(field) \(worse.text)")
            }
        }
    }

    struct Shown: Decodable {
        struct Session: Decodable {
            struct Slot: Decodable {
                let from: String
                let application: String
            }
            let id: String
            let slots: [Slot]
        }
        struct Draw: Decodable {
            let seed: String
            let witness: String
            let order: [String]
        }
        let sessions: [Session]
        let draw: Draw
    }

    /// One or two sittings in a drawn order, for so many each.
    private static func body(_ seats: [Int]) -> String {
        let sessions = zip(seats, ["09:00", "14:00"]).map { count, from in
            """
            {"day":"2026-09-14","place":"办公楼三楼第一会议室","from":"\(from)","minutesEach":30,"minutesBetween":5,
             "seats":\(count)}
            """
        }
        return """
            {"method":1,"drawn":true,"witness":"工会 田庆和","sessions":[\(sessions.joined(separator: ","))]}
            """
    }
}
