import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("Scoring over the service")
struct ScoringStories {
    /// One method on one sheet of two criteria, means without the highest and the lowest, extremes explained.
    static let rule = """
        {"size":5,"selection":"named","scoring":{"aggregation":"trimmed-mean","extremes":{"low":4000,"high":9500},
         "sheets":[{"method":"业绩评审","criteria":[
          {"dimension":"ability","name":"解决生产难题","most":6000},{"dimension":"conduct","name":"工匠精神","most":4000}]}]}}
        """

    @Test("members score whom they may, once each; only who passed comes before the vote")
    func scoring() async throws {
        try await Desk.with { desk in
            let (round, _) = try await desk.formedPanel(Self.rule)
            for application in try await desk.waiting(round) { try await desk.settle(application) }
            let candidates = try await desk.candidates(round, for: "expert-1")
            let (first, second) = (candidates[0], candidates[1])
            #expect(await desk.recuse("expert-5", first.application, reason: "师徒", in: round).status == 201)

            let unopened = await desk.score("expert-1", first.application, [1, 1], in: round)
            #expect(unopened.member("code") == "evaluation.scoring-not-open")
            let opened = await desk.hr("POST", "/rounds/\(round)/scores", json: "{}")
            #expect(opened.status == 201, "\(opened.text)")

            // Whoever stands aside has no sheet of the candidate, by any way.
            let tasks = await desk.member("expert-5", "GET", "/rounds/\(round)/scores/sheets")
            #expect(!tasks.text.contains(first.application) && tasks.text.contains(second.application))
            let direct = await desk.member("expert-5", "GET", "/rounds/\(round)/scores/sheets/\(first.application)/1")
            #expect(direct.status == 404)
            #expect(await desk.score("expert-5", first.application, [5000, 3000], in: round).status == 404)
            #expect(await desk.score("expert-9", first.application, [5000, 3000], in: round).status == 403)

            let above = await desk.score("expert-1", first.application, [6001, 3000], in: round)
            #expect(above.status == 400 && above.text.contains("解决生产难题"), "\(above.text)")
            let silent = await desk.score("expert-1", first.application, [6000, 3900], in: round)
            #expect(silent.status == 400 && silent.text.contains("evaluation.score-comment-needed"))
            let draft = await desk.score("expert-1", first.application, [6000, nil], isFinal: false, in: round)
            #expect(draft.member("state") == "draft", "\(draft.text)")
            let read = await desk.member("expert-1", "GET", "/rounds/\(round)/scores/sheets/\(first.application)/1")
            #expect(read.text.contains("\"marks\":[6000,null]") && read.text.contains(first.name))

            let none = await desk.hr("POST", "/rounds/\(round)/scores/closing", json: "{}")
            #expect(none.member("code") == "evaluation.scores-missing")
            for account in (1...5).map({ "expert-\($0)" }) {
                for candidate in candidates where !(account == "expert-5" && candidate == first) {
                    let marks = candidate == second ? [3000, 2900] : [5000, 3000]
                    let scored = await desk.score(account, candidate.application, marks, in: round)
                    #expect(scored.status == 200, "\(scored.text)")
                }
            }
            let again = await desk.score("expert-1", first.application, [5000, 2999], in: round)
            #expect(again.member("code") == "evaluation.score-already-submitted")
            let late = await desk.recuse("expert-1", first.application, reason: "想起来了", in: round)
            #expect(late.member("code") == "evaluation.recusal-after-scoring")

            let unready = try await desk.employee(
                desk.person(of: first.application),
                "GET",
                "/rounds/\(round)/scores/own"
            )
            #expect(unready.status == 404)
            let curious = await desk.member("expert-3", "GET", "/rounds/\(round)/scores")
            #expect(curious.status == 403)
            await #expect(throws: Scoring.Rejection.notClosed) {
                try await desk.passed(round, among: candidates.map(\.application))
            }
            let closed = await desk.hr("POST", "/rounds/\(round)/scores/closing", json: "{}")
            #expect(closed.status == 200, "\(closed.text)")
            let chair = await desk.member("expert-2", "GET", "/rounds/\(round)/scores")
            #expect(chair.text.contains("\"memberName\":\"专家4\""))
            #expect(await !desk.hr("GET", "/rounds/\(round)/scores").text.contains("memberName"))
            let results = try WireFormat.decode(Shown.self, from: chair.body).results
            #expect(results.first { $0.application == second.application }?.total.text == "59.00")
            #expect(results.first { $0.application == first.application }?.total.text == "80.00")
            #expect(results.filter { !$0.isPassed }.map(\.application) == [second.application])

            let person = try await desk.person(of: second.application)
            let own = await desk.employee(person, "GET", "/rounds/\(round)/scores/own")
            #expect(own.text.contains("\"text\":\"59.00\"") && !own.text.contains("专家"), "\(own.text)")
            #expect(await desk.employee(nil, "GET", "/rounds/\(round)/scores/own").status == 404)
            #expect(await desk.employee(person, "GET", "/rounds/\(round)/scores").status == 403)

            let paper = await desk.hr("GET", "/rounds/\(round)/scores/summary")
            #expect(paper.status == 200 && paper.body.starts(with: Array("%PDF".utf8)))
            Picture.keep(paper.body, as: "score-summary.pdf")
            let passed = try await desk.passed(round, among: candidates.map(\.application))
            #expect(passed == candidates.map(\.application).filter { $0 != second.application })
        }
    }

    @Test("of two submissions of one sheet at once, one counts")
    func race() async throws {
        try await Desk.with { desk in
            let round = try await desk.scoringRound(Self.rule)
            let first = try #require(try await desk.candidates(round, for: "expert-1").first)
            let answers = await withTaskGroup { group in
                for mark in 0..<8 {
                    group.addTask {
                        await desk.score("expert-1", first.application, [5000, 3000 + mark], in: round)
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { $0.status == 200 } == 1)
            let refused = answers.filter { $0.status != 200 }
            #expect(refused.allSatisfy { $0.member("code") == "evaluation.score-already-submitted" })
        }
    }

    @Test("a score that is entered is read again by somebody else")
    func entered() async throws {
        let rule = Self.rule.replacing("\"method\":\"业绩评审\"", with: "\"method\":\"业绩评审\",\"isEntered\":true")
        try await Desk.with { desk in
            let round = try await desk.scoringRound(rule)
            let first = try #require(try await desk.candidates(round, for: "expert-1").first)
            let path = "/rounds/\(round)/scores/entered/\(first.application)/1"
            let byMember = await desk.score("expert-1", first.application, [5000, 3000], in: round)
            #expect(byMember.member("code") == "evaluation.score-by-entry", "\(byMember.text)")
            let above = await desk.hr("POST", path, json: "{\"hundredths\":10001,\"basis\":\"试卷\"}")
            #expect(above.status == 400, "\(above.text)")
            #expect(await desk.hr("POST", path, json: "{\"hundredths\":8800,\"basis\":\"试卷第3号\"}").status == 201)
            let own = await desk.hr("POST", "\(path)/confirmation", json: "{\"hundredths\":8800}")
            #expect(own.member("code") == "evaluation.score-same-person")
            let other = await desk.service.call(
                "POST",
                "\(path)/confirmation",
                as: .enterpriseHR,
                of: Sample.creditCode,
                subject: "hr-2",
                json: "{\"hundredths\":8800}"
            )
            #expect(other.member("confirmedBy") == "hr-2", "\(other.text)")
        }
    }

    struct Shown: Decodable {
        struct Result: Decodable {
            struct Points: Decodable { let text: String }
            let application: String
            let total: Points
            let isPassed: Bool
        }
        let results: [Result]
    }
}

extension Desk {
    /// A round with a named panel whose scoring is open.
    func scoringRound(_ rule: String) async throws -> String {
        let (round, _) = try await formedPanel(rule)
        for application in try await waiting(round) { try await settle(application) }
        let opened = await hr("POST", "/rounds/\(round)/scores", json: "{}")
        try #require(opened.status == 201, "\(opened.text)")
        return round
    }

    /// A member fills in the sheet of the first method.
    func score(
        _ account: String,
        _ application: String,
        _ marks: [Int?],
        isFinal: Bool = true,
        in round: String
    ) async -> PlainResponse {
        let words = marks.map { $0.map(String.init) ?? "null" }.joined(separator: ",")
        return await member(
            account,
            "PUT",
            "/rounds/\(round)/scores/sheets/\(application)/1",
            json: "{\"marks\":[\(words)],\"final\":\(isFinal)}"
        )
    }

    /// Whom of these the panel votes on.
    func passed(_ round: String, among applications: [String]) async throws -> [String] {
        let stores = service.definition.stores
        let ids = applications.compactMap { UUID(uuidString: $0) }
        let round = try #require(UUID(uuidString: round))
        return try await service.database.transaction { tx in
            try stores.scoreBoard.passed(of: stores.rounds.read(round, in: tx), among: ids, in: tx).map(\.lowercase)
        }
    }
}

/// Papers kept to be looked at, where `GONGJIANG_PICTURES` names a folder.
enum Picture {
    static func keep(_ bytes: [UInt8], as name: String) {
        guard let folder = ProcessInfo.processInfo.environment["GONGJIANG_PICTURES"] else { return }
        try? Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
    }
}
