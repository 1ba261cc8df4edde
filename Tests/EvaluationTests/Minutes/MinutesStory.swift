import Documents
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("Minutes of a review", .timeLimit(.minutes(30)))
struct MinutesStory {
    @Test("are printed once a vote is over, the same bytes again, for members and officers, with rare characters")
    func prints() async throws {
        try await Desk.with { desk in
            let (round, codes) = try await desk.voting()
            #expect(await desk.hr("GET", "/rounds/\(round)/minutes").status == 404)
            let opinion = ",\"opinions\":[{\"text\":\"𬭎字辈候选人业绩突出,建议优先\"}]"
            for seat in 0..<5 {
                try await desk.cast(seat, of: round, more: seat == 3 ? opinion : "") { _ in
                    seat == 4 ? "abstain" : "yes"
                }
            }
            try await desk.count(round, with: codes)
            let paper = await desk.hr("GET", "/rounds/\(round)/minutes")
            try #require(paper.status == 200, "\(paper.text)")
            #expect(paper.headers["content-type"] == "application/pdf")
            #expect(paper.body.starts(with: Array("%PDF".utf8)))
            #expect(await desk.member(0, "GET", "minutes", of: round).body == paper.body)
            #expect(await desk.member(9, "GET", "minutes", of: round).status == 403)
            if let folder = ProcessInfo.processInfo.environment["GONGJIANG_PAPERS"] {
                try Data(paper.body).write(to: URL(filePath: folder).appending(path: "minutes.pdf"))
            }
        }
    }

    @Test("of a vote that came to nothing say why, and of its repetition what was before")
    func repeated() async throws {
        try await Desk.with { desk in
            let (round, _) = try await desk.voting()
            _ = try await desk.step(round, "voting/annulment", json: "{\"reason\":\"开票码遗失\"}")
            #expect(await desk.hr("GET", "/rounds/\(round)/minutes").status == 200)
            let codes = try await desk.startVote(round)
            try await desk.castBallots(round)
            try await desk.count(round, with: codes)
            let id = try #require(UUID(uuidString: round))
            let content = try await desk.service.database.transaction { tx in
                let stores = desk.service.definition.stores
                return MinutesContent(
                    try stores.rounds.read(id, in: tx),
                    try stores.votings.all(of: id, in: tx),
                    names: [:],
                    panel: .absent,
                    scores: []
                )
            }
            #expect(content?.earlier.map(\.annulment?.reason) == ["开票码遗失"])
            #expect(content?.poll.attempt == 2)
        }
    }

    @Test("name the character no font has")
    func glyphs() throws {
        let voting = try Quorums.voted(seats: 5, present: 5, yes: 4)
        let round = Stored(
            id: Sample.id(10),
            version: 4,
            state: Round.judged(plan: Sample.id(3), terms: try Sample.terms())
        )
        let content = MinutesContent(
            round,
            [Stored(id: Sample.id(70), version: 9, state: voting)],
            names: [Quorums.candidate: "王\u{10FFFD}"],
            panel: .absent,
            scores: []
        )
        let paper = MinutesPaper(content: try #require(content))
        #expect(throws: UnprintableCharacter.self) { try paper.printed() }
    }
}
