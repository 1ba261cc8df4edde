import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("The main job, as far as evaluation goes", .timeLimit(.minutes(30)))
struct MainJob {
    @Test("the sample has fourteen rows: twelve taken, two refused with what to do")
    func imports() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let (done, rows) = try await desk.imported(try Sample.applicants(), into: round)
            #expect(done.member("state") == "finished")
            #expect(done.member("rows") == "14")
            #expect(done.member("entered") == "12")
            #expect(done.member("refused") == "2")
            #expect(done.member("verdicts", "eligible") == "7")
            // A relaxation waits for its second signer.
            #expect(done.member("verdicts", "needsPerson") == "1")
            #expect(done.member("verdicts", "ineligible") == "4")
            let first = try #require(rows)
            #expect(first.member("items", "11", "name") == "冯军")
            #expect(first.member("items", "11", "row") == "13")
            #expect(first.member("items", "12", "reasons", "0", "code") == "identifier.rounded-by-excel")
            #expect(first.member("items", "12", "reasons", "0", "field") == "证件号码")
            #expect(first.member("items", "12", "reasons", "0", "place") == "第14行“证件号码”列")
            #expect(first.member("items", "12", "reasons", "0", "message")?.contains("文本") == true)
            #expect(first.member("items", "13", "reasons", "0", "code") == "identifier.check-character")
            #expect(first.member("items", "5", "verdict", "reasons", "0", "rule") == "senior-post-years")
            let (again, same) = try await desk.imported(try Sample.applicants(), into: round)
            #expect(again.member("unchanged") == "12")
            #expect(again.member("entered") == "0")
            #expect(same?.member("items", "0", "application") == first.member("items", "0", "application"))
            let counts = await desk.hr("GET", "/rounds/\(round)")
            #expect(counts.member("applications") == "12")
        }
    }

    @Test("of fourteen applications ten are eligible, one of them once a second person has signed its relaxation")
    func judges() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            _ = try await desk.importSample(into: round)
            for form in try Sample.systemApplications() {
                let json = String(decoding: try WireFormat.encode(form), as: UTF8.self)
                #expect(await desk.hr("POST", "/rounds/\(round)/applications", json: json).status == 201)
            }
            let judged = try await desk.step(round, "eligibility")
            #expect(judged.member("counts", "eligible") == "9")
            #expect(judged.member("counts", "ineligible") == "4")
            #expect(judged.member("counts", "needs-person") == "1")
            try await desk.signRelaxations(round)
            let signed = await desk.hr("GET", "/rounds/\(round)")
            #expect(signed.member("counts", "eligible") == "10")
            #expect(signed.member("counts", "needs-person") == "0")
            let shown = await desk.hr("GET", "/rounds/\(round)/applications")
            struct Shown: Decodable {
                struct Item: Decodable {
                    struct Finding: Decodable {
                        let rule, outcome, citation: String
                        let facts: [String]
                    }
                    let name, state: String
                    let relaxation: String?
                    let findings: [Finding]
                }
                let items: [Item]
            }
            let items = try WireFormat.decode(Shown.self, from: shown.body).items
            #expect(items.prefix(4).map(\.name) == ["王建国", "王建国", "李秀英", "赵𬭎"])
            func failing(_ name: String) -> [String] {
                items.filter { $0.name == name }.flatMap(\.findings)
                    .filter { $0.outcome == "notMet" && !$0.facts.contains("未申报此项") }.map(\.rule)
            }
            #expect(Set(items.filter { $0.state == "ineligible" }.map(\.name)) == ["陈立新", "孙桂兰", "周德胜", "吴国栋"])
            #expect(failing("陈立新") == ["senior-post-years"])
            #expect(failing("孙桂兰") == ["front-line-post", "skilled-work", "still-in-occupation"])
            #expect(failing("周德胜") == ["senior-level"])
            #expect(failing("吴国栋") == ["in-service"])
            #expect(items.first { $0.name == "欧阳海" }?.relaxation?.contains("三(三)") == true)
            #expect(items.count { $0.name == "王建国" } == 2)
        }
    }

    @Test("nine names are proposed; the cleared are determined when publicity has run, the removed never")
    func determines() async throws {
        try await Desk.with { desk in
            let (round, list) = try await desk.listed()
            #expect(list.names.count == 9)
            #expect(!list.names.contains { $0.name == "韩志勇" })
            #expect(list.requiredDays == 5)
            #expect(list.listDigest == Digest.sha256Hex(try WireFormat.encode(list.names)))
            let publicity = Publicity(of: list)
            let held = try #require(list.names.first { $0.name == "郑晓东" }?.person)
            let gone = try #require(list.names.first { $0.name == "冯军" }?.person)
            let others = list.names.map(\.person).filter { $0 != held && $0 != gone }
            try await desk.service.hear(publicity.held(held), publicity.held(gone), from: .publicityTimer)
            try await desk.service.hear(publicity.removed(gone), from: .publicityTimer, sequence: 3)
            try await desk.service.hear(
                publicity.completed(cleared: others, held: [held], removed: [gone]),
                from: .publicityTimer,
                sequence: 4
            )
            try await desk.service.hear(publicity.cleared(held, after: true), from: .publicityTimer, sequence: 5)
            let approved = try await desk.service.said(ListApproved.self)
            #expect(approved.map(\.names.count) == [7, 1])
            #expect(approved[0].determinedAt == Sample.day("2026-10-13").end)
            #expect(approved[0].authorisedBy.contains("周明远"))
            #expect(approved[1].names.map(\.name) == ["郑晓东"])
            #expect(!approved.flatMap(\.names).contains { $0.person == gone })
            let ring = try #require(desk.service.keys["certificate"])
            let identity = try ring.open(try #require(approved[0].names.first { $0.name == "赵𬭎" }).identity)
            #expect(identity.documentType == "居民身份证")
            #expect(identity.documentNumber == "372325197509219998")
            // What the talent database asks for goes with it, and only sealed.
            let record = try #require(identity.record)
            #expect(record.telephone == nil && record.education == "高中/中专" && record.position == "数控车工")
            #expect(record.prior?.number == "1837160001100012" && record.prior?.issuedOn == Sample.day("2018-11-08"))
            #expect(record.seniorSince == Sample.day("2018-12-01") && record.seniorYears == 7)
            #expect(record.honours?.hasPrefix("齐鲁首席技师") == true)
            let shown = await desk.hr("GET", "/rounds/\(round)/determinations")
            #expect(shown.member("items") == "2 items")
            #expect(shown.member("items", "0", "state") == "in-force")
        }
    }

    @Test("the facts of publicity told again, late or out of order change nothing")
    func repeats() async throws {
        try await Desk.with { desk in
            let (_, list) = try await desk.listed()
            let publicity = Publicity(of: list)
            let persons = list.names.map(\.person)
            let (held, others) = (persons[0], Array(persons.dropFirst()))
            let facts: [any Fact] = [
                publicity.cleared(held, after: true), publicity.completed(cleared: others, held: [held]),
                publicity.held(held), publicity.cleared(held, after: false),
            ]
            for round in 0..<2 {
                for (offset, fact) in facts.enumerated() {
                    try await desk.service.hear(fact, from: .publicityTimer, sequence: round * 4 + offset + 1)
                }
            }
            let approved = try await desk.service.said(ListApproved.self)
            #expect(approved.map(\.names.count) == [1, 8])
        }
    }

    @Test("a fact about a list nobody here proposed changes nothing")
    func strangers() async throws {
        try await Desk.with { desk in
            let (_, list) = try await desk.listed()
            let other = ListProposed(
                list: Sample.id(200),
                round: list.round,
                filing: list.filing,
                proposer: list.proposer,
                enterpriseName: "",
                title: "",
                listDigest: list.listDigest,
                requiredDays: 5,
                publishedOn: list.publishedOn,
                handlingOffice: "",
                names: []
            )
            let publicity = Publicity(of: other)
            let person = list.names[0].person
            try await desk.service.hear(
                publicity.held(person),
                publicity.completed(cleared: [person]),
                publicity.cleared(person, after: true),
                publicity.removed(person),
                from: .publicityTimer
            )
            #expect(try await desk.service.said(ListApproved.self).isEmpty)
        }
    }

    @Test("where the plan asks for a signature nothing is in force before it")
    func signs() async throws {
        try await Desk.with { desk in
            let (round, list) = try await desk.listed(rule: "signed")
            let publicity = Publicity(of: list)
            let gone = list.names[0].person
            try await desk.service.hear(
                publicity.completed(cleared: list.names.map(\.person)),
                from: .publicityTimer
            )
            #expect(try await desk.service.said(ListApproved.self).isEmpty)
            let waiting = await desk.hr("GET", "/rounds/\(round)/determinations")
            #expect(waiting.member("items", "0", "state") == "awaiting-signature")
            try await desk.service.hear(publicity.removed(gone), from: .publicityTimer, sequence: 2)
            let id = try #require(waiting.member("items", "0", "id"))
            func sign(as name: String, seeing version: Int) async -> PlainResponse {
                await desk.service.call(
                    "POST",
                    "/determinations/\(id)/signature",
                    as: .enterpriseHR,
                    of: Sample.creditCode,
                    subject: name,
                    json: "{}",
                    ifMatch: version
                )
            }
            let other = await sign(as: "李某", seeing: 1)
            #expect(other.member("code") == "evaluation.not-the-officer")
            #expect(try await desk.service.said(ListApproved.self).isEmpty)
            let signed = await sign(as: "周明远", seeing: 1)
            #expect(signed.status == 200, "\(signed.text)")
            #expect(try await desk.service.said(ListApproved.self).map(\.names.count) == [8])
            let again = await sign(as: "周明远", seeing: signed.version ?? 0)
            #expect(again.member("code") == "evaluation.not-awaiting-signature")
        }
    }

    @Test("a withdrawn list can be followed by another, and its publicity determines nobody")
    func withdraws() async throws {
        try await Desk.with { desk in
            let (round, list) = try await desk.listed()
            _ = try await desk.step(round, "proposed-list/withdrawal", json: "{\"reason\":\"单位名称有误\"}")
            #expect(try await desk.service.said(ListWithdrawn.self).map(\.list) == [list.list])
            try await desk.service.hear(
                Publicity(of: list).completed(cleared: list.names.map(\.person)),
                from: .publicityTimer
            )
            #expect(try await desk.service.said(ListApproved.self).isEmpty)
            _ = try await desk.step(round, "proposed-list", json: Desk.proposal(on: "2026-10-08"))
            #expect(try await desk.service.said(ListProposed.self).count == 2)
        }
    }

    @Test("no number of a document stands in clear in any row, journal or fact")
    func secrecy() async throws {
        try await Desk.with { desk in
            let (_, list) = try await desk.listed()
            try await desk.service.hear(
                Publicity(of: list).completed(cleared: list.names.map(\.person)),
                from: .publicityTimer
            )
            let found = try await desk.service.database.transaction { tx in
                var found = 0
                for query: SQL in [
                    "SELECT count(*)::int AS n FROM journal WHERE position('372301197903159996' in convert_from(event, 'UTF8')) > 0",
                    "SELECT count(*)::int AS n FROM outbox WHERE position('372301197903159996' in convert_from(body, 'UTF8')) > 0",
                    "SELECT count(*)::int AS n FROM application WHERE position('372301197903159996' in state::text) > 0",
                    "SELECT count(*)::int AS n FROM person WHERE position('\\x333732333031'::bytea in document_number) > 0",
                ] { found += try tx.query(query).first?.decode("n") ?? 0 }
                return found
            }
            #expect(found == 0)
        }
    }
}
