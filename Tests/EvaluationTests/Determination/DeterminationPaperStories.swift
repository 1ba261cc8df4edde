import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("The paper of a determination")
struct DeterminationPaperStories {
    @Test("has a number, who authorised it and the next working day's date; held names have one of their own")
    func papers() async throws {
        try await Desk.with { desk in
            let (_, list) = try await desk.listed()
            let publicity = Publicity(of: list)
            let held = list.names[0].person
            let gone = list.names[1].person
            let others = list.names.dropFirst(2).map(\.person)
            try await desk.service.hear(publicity.held(held), publicity.held(gone), from: .publicityTimer)
            try await desk.service.hear(publicity.removed(gone), from: .publicityTimer, sequence: 3)
            try await desk.service.hear(
                publicity.completed(cleared: others, held: [held], removed: [gone]),
                from: .publicityTimer,
                sequence: 4
            )
            try await desk.service.hear(publicity.cleared(held, after: true), from: .publicityTimer, sequence: 5)
            let said = try await desk.service.said(ListApproved.self)
            #expect(said.map(\.paperNumber) == ["特级技师获评〔2026〕1号", "特级技师获评〔2026〕2号"])
            // The period ends with 13 October, a Tuesday; the other name is cleared at 00:00 of the 20th.
            #expect(said.map(\.paperDate) == [Sample.day("2026-10-14"), Sample.day("2026-10-20")])

            let shown = await employee(desk, "/determinations")
            #expect(shown.member("items") == "2 items", "\(shown.text)")
            #expect(shown.member("items", "0", "number") == "特级技师获评〔2026〕1号")
            #expect(shown.member("items", "0", "authorisedBy")?.contains("周明远") == true)
            #expect(shown.member("items", "0", "names") == "\(others.count) items")
            #expect(shown.member("items", "1", "names") == "1 items")
            let removed = try #require(list.names.first { $0.person == gone })
            #expect(!shown.text.contains(removed.application.lowercase))
            #expect(!shown.text.contains("3723"), "no number of a document")
            #expect(shown.member("items", "0", "exceeded", "0", "reason") == "技能人才梯队建设需要")
            for (index, fact) in said.enumerated() {
                let path = "/determinations/\(fact.determination.lowercase)/document"
                let paper = await employee(desk, path)
                #expect(paper.status == 200, "\(paper.text.prefix(300))")
                #expect(paper.text.hasPrefix("%PDF") || paper.body.starts(with: Array("%PDF".utf8)))
                #expect(await employee(desk, path).body == paper.body, "the same bytes every time")
                #expect(await employee(desk, path, of: "9137160270000001X7").status == 403)
                if let folder = ProcessInfo.processInfo.environment["GONGJIANG_KEEP_PAPERS"] {
                    try Data(paper.body).write(to: URL(filePath: "\(folder)/determination-\(index).pdf"))
                }
            }
        }
    }

    private func employee(_ desk: Desk, _ path: String, of code: String = Sample.creditCode) async -> PlainResponse {
        await desk.service.call("GET", path, as: .employee, of: code)
    }

    @Test("has none before the officer has signed, and then bears the day of the signature")
    func signed() async throws {
        try await Desk.with { desk in
            let (round, list) = try await desk.listed(rule: "signed")
            try await desk.service.hear(
                Publicity(of: list).completed(cleared: list.names.map(\.person)),
                from: .publicityTimer
            )
            #expect(await employee(desk, "/determinations").member("items") == "0 items")
            // 17 October 2026 is a Saturday: the paper bears the Monday after it.
            try await desk.service.travel(to: Sample.day("2026-10-17").start.addingTimeInterval(9 * 3600))
            let waiting = await desk.hr("GET", "/rounds/\(round)/determinations")
            let id = try #require(waiting.member("items", "0", "id"))
            let signed = await desk.service.call(
                "POST",
                "/determinations/\(id)/signature",
                as: .enterpriseHR,
                of: Sample.creditCode,
                subject: "周明远",
                json: "{}",
                ifMatch: 1
            )
            #expect(signed.member("number") == "特级技师获评〔2026〕1号", "\(signed.text)")
            #expect(signed.member("bears") == "2026-10-19")
        }
    }

    private func inForce(_ id: UUID) throws -> Stored<Determination> {
        var determination = Stored<Determination>(new: id)
        let basis = Determination.Basis(
            list: Sample.id(30),
            round: Sample.id(10),
            notice: Sample.id(90),
            publishedOn: Sample.day("2026-09-30"),
            lastDay: Sample.day("2026-10-13")
        )
        try determination.handle(
            .determine(
                basis,
                persons: [Sample.id(20)],
                rule: .onCompletion(authorisedBy: Sample.authorisation),
                asOf: Sample.day("2026-10-13").end
            )
        )
        return determination
    }

    @Test("takes its number once under a race, and one that comes to nothing leaves no gap")
    func race() async throws {
        struct Fails: Error {}
        try await Desk.with { desk in
            let papers = desk.service.definition.determinationPapers
            let listing = Listing(
                round: Sample.id(10),
                filing: Sample.scope,
                title: "名单",
                digest: "d",
                publishedOn: Sample.day("2026-09-30"),
                determination: .onCompletion(authorisedBy: Sample.authorisation)
            )
            let numbers = await withTaskGroup(of: Int?.self) { group in
                for index in 0..<20 {
                    group.addTask {
                        try? await desk.service.database.transaction { tx in
                            var determination = try inForce(NewID.v7())
                            try papers.number(&determination, listing, in: tx)
                            if index.isMultiple(of: 4) { throw Fails() }
                            return determination.state.paper?.number
                        }
                    }
                }
                return await group.reduce(into: [Int]()) { all, one in if let one { all.append(one) } }
            }
            #expect(numbers.sorted() == Array(1...15))
        }
    }

    @Test("is given to determinations of before papers had numbers")
    func before() async throws {
        try await Desk.with { desk in
            let (_, list) = try await desk.listed(rule: "signed")
            try await desk.service.hear(
                Publicity(of: list).completed(cleared: list.names.map(\.person)),
                from: .publicityTimer
            )
            // As an older version left one in force.
            _ = try await desk.service.database.transaction { tx in
                try tx.execute(
                    """
                    UPDATE determination SET state = jsonb_build_object('inForce', state -> 'awaitingSignature'
                        || '{"authorisedBy": "董事长周明远", "since": "2026-10-14T00:00:00.000+08:00"}')
                    """
                )
            }
            try await desk.service.tick()
            let shown = await employee(desk, "/determinations")
            #expect(shown.member("items", "0", "number") == "特级技师获评〔2026〕1号", "\(shown.text)")
            #expect(shown.member("items", "0", "names") == "\(list.names.count) items")
            try await desk.service.tick()
            #expect(await employee(desk, "/determinations").member("items") == "1 items")
        }
    }

    @Test("more names than posts are proposed only with a reason, which the notice hears")
    func posts() async throws {
        try await Desk.with { desk in
            let (round, list) = try await desk.listed()
            #expect(list.postsExceeded?.first?.reason == "技能人才梯队建设需要")
            _ = try await desk.step(round, "proposed-list/withdrawal", json: "{\"reason\":\"单位名称有误\"}")
            let version = await desk.hr("GET", "/rounds/\(round)").version
            let refused = await desk.hr(
                "POST",
                "/rounds/\(round)/proposed-list",
                json: "{\"publishedOn\":\"2026-10-08\"}",
                ifMatch: version
            )
            #expect(refused.member("code") == "evaluation.posts-exceeded", "\(refused.text)")
            let named = await desk.hr(
                "POST",
                "/rounds/\(round)/proposed-list",
                json: "{\"publishedOn\":\"2026-10-08\",\"reasonForExceeding\":\"电话13800138000\"}",
                ifMatch: version
            )
            #expect(named.member("errors", "0", "code") == "evaluation.personal-number", "\(named.text)")
            let shown = await desk.service.call("GET", "/lists/\(list.list.lowercase)", as: .centreOfficer)
            #expect(shown.member("postsExceeded", "0", "reason") == "技能人才梯队建设需要")
        }
    }
}
