import Foundation
import Kernel
import Postgres
import Testing

@testable import FilingService

@Suite("Questions and suggestions, over HTTP")
struct QuestionStory {
    private static let question = """
        {"text":"特级技师的工资从哪一天起算?","name":"周立","telephone":"0543-8170077","email":"zhou@example.cn"}
        """

    @Test("come from anybody, get a code, go to the right office, are answered, and the answer is read by the code")
    func goesTheWholeWay() async throws {
        try await Desk.with { desk in
            let receipt = await desk.ask("POST", "/questions", as: .nobody, Self.question, from: "203.0.113.7")
            #expect(receipt.status == 201)
            let code = try #require(receipt.members["code"] as? String)
            #expect(receipt.members["dueOn"] as? String == "2026-09-08", "five working days after a Tuesday")
            #expect(receipt.text.contains("职业能力建设科"))
            let list = await desk.ask("GET", "/questions?state=open", as: .bureau)
            let id = try #require(list.items.first?["id"] as? String)
            #expect(list.text.contains("周立") && !list.text.contains(code))
            #expect(await desk.ask("GET", "/questions", as: .centre).items.isEmpty, "it is not with the centre")
            let path = "/questions/\(id)"
            #expect(await desk.ask("GET", path, as: .centre).code == "filing.other-authority")
            let handed = await desk.ask(
                "POST",
                "\(path)/handover",
                as: .bureau,
                #"{"to":"centre","reason":"属中心受理范围"}"#,
                ifMatch: "\"1\""
            )
            #expect(handed.status == 200)
            let early = await desk.ask("POST", "/question-inquiries", as: .nobody, #"{"code":"\#(code.lowercased())"}"#)
            #expect(early.members["office"] as? String == "市职业技能鉴定服务中心")
            let answered = await desk.ask(
                "POST",
                "\(path)/answer",
                as: .centre,
                #"{"text":"自聘用合同约定之日起。"}"#,
                ifMatch: handed.version
            )
            #expect(answered.status == 200)
            let read = await desk.ask("POST", "/question-inquiries", as: .nobody, #"{"code":"\#(code)"}"#)
            #expect(read.members["answer"] as? String == "自聘用合同约定之日起。")
            let closed = await desk.ask(
                "POST",
                "\(path)/closure",
                as: .centre,
                #"{"reason":"已答复"}"#,
                ifMatch: answered.version
            )
            #expect(closed.members["state"] as? String == "closed")
            try await desk.database.transaction { tx in
                let rows = try tx.query("SELECT kind, actor FROM journal WHERE aggregate = 'question' ORDER BY version")
                #expect(try rows.map { try $0["kind"] as String } == ["asked", "handedOver", "answered", "closed"])
                #expect(try rows.map { try $0["actor"] as String }.first == "asker")
            }
        }
    }

    @Test("keep words, asker, code and address sealed or hashed everywhere")
    func secrecy() async throws {
        try await Desk.with { desk in
            let receipt = await desk.ask(
                "POST",
                "/questions",
                as: .employee,
                Self.question,
                key: "k",
                from: "203.0.113.7"
            )
            let code = try #require(receipt.members["code"] as? String)
            try await desk.database.transaction { tx in
                for word in ["工资", "周立", "8170077", "zhou@", code, "203.0.113", "test-employee"] {
                    let found: Int =
                        try tx.query(
                            """
                            SELECT (SELECT count(*) FROM question AS q WHERE q::text LIKE '%' || \(word) || '%')
                              + (SELECT count(*) FROM journal AS j WHERE j::text LIKE '%' || \(word) || '%'
                                    OR convert_from(event, 'UTF8') LIKE '%' || \(word) || '%')
                              + (SELECT count(*) FROM outbox WHERE convert_from(body, 'UTF8') LIKE '%' || \(word) || '%')
                              + (SELECT count(*) FROM idempotency WHERE position(convert_to(\(word), 'UTF8') IN body) > 0)
                              AS found
                            """
                        ).first?.decode("found") ?? -1
                    #expect(found == 0, "\(word)")
                }
            }
        }
    }

    @Test("are so many a day from one place, also at once, and another place is free")
    func rate() async throws {
        try await Desk.with { desk in
            let statuses = await withTaskGroup(of: Int.self) { group in
                for _ in 0..<13 {
                    group.addTask {
                        await desk.ask("POST", "/questions", as: .nobody, Self.question, from: "203.0.113.7").status
                    }
                }
                return await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == 201 }.count == 10)
            #expect(statuses.filter { $0 == 429 }.count == 3)
            #expect(await desk.ask("POST", "/questions", as: .nobody, Self.question, from: "203.0.113.8").status == 201)
            #expect(await desk.ask("POST", "/questions", as: .hr, Self.question, from: "203.0.113.7").status == 201)
            try await desk.travel(to: "2026-09-02")
            #expect(await desk.ask("POST", "/questions", as: .nobody, Self.question, from: "203.0.113.7").status == 201)
        }
    }

    @Test("with a number of a person in them are refused, as answers are, and the place named")
    func numbers() async throws {
        try await Desk.with { desk in
            let refused = await desk.ask(
                "POST",
                "/questions",
                as: .nobody,
                #"{"text":"张三的手机是13905430001","to":"court","kind":"rant","email":"x"}"#
            )
            #expect(
                refused.problems == [
                    "text": "filing.personal-number", "to": "filing.unknown-word", "kind": "filing.unknown-word",
                    "email": "filing.email",
                ]
            )
            #expect(refused.text.contains("手机号码") && !refused.text.contains("13905430001"))
            _ = await desk.ask("POST", "/questions", as: .nobody, Self.question)
            let id = await desk.ask("GET", "/questions", as: .bureau).items.first?["id"] as? String ?? ""
            let answer = await desk.ask(
                "POST",
                "/questions/\(id)/answer",
                as: .bureau,
                #"{"text":"请联系13905430001"}"#,
                ifMatch: "\"1\""
            )
            #expect(answer.problems == ["text": "filing.personal-number"])
        }
    }

    @Test("are overdue once their last day has passed, in working days")
    func overdue() async throws {
        try await Desk.with { desk in
            _ = await desk.ask("POST", "/questions", as: .hr, Self.question)
            try await desk.travel(to: "2026-09-08")
            #expect(await desk.ask("GET", "/questions?overdue=true", as: .bureau).items.isEmpty)
            try await desk.travel(to: "2026-09-09")
            let late = await desk.ask("GET", "/questions?overdue=true", as: .bureau).items
            #expect(late.count == 1 && late.first?["isOverdue"] as? Bool == true)
        }
    }

    @Test("are answered by one of two officers who answer at once; the other is told that it changed")
    func race() async throws {
        try await Desk.with { desk in
            _ = await desk.ask("POST", "/questions", as: .nobody, Self.question)
            let id = await desk.ask("GET", "/questions", as: .bureau).items.first?["id"] as? String ?? ""
            let statuses = await withTaskGroup(of: Int.self) { group in
                for answer in ["可以", "不可以", "待定"] {
                    group.addTask {
                        await desk.ask(
                            "POST",
                            "/questions/\(id)/answer",
                            as: .bureau,
                            #"{"text":"\#(answer)"}"#,
                            ifMatch: "\"1\""
                        ).status
                    }
                }
                return await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.sorted() == [200, 412, 412])
        }
    }

    @Test("cannot be found with another code, or looked through by others")
    func others() async throws {
        try await Desk.with { desk in
            _ = await desk.ask("POST", "/questions", as: .nobody, Self.question)
            for code in ["", "34679ACDEF", "'; DROP TABLE question"] {
                #expect(
                    await desk.ask("POST", "/question-inquiries", as: .nobody, #"{"code":"\#(code)"}"#).status == 404
                )
            }
            for who in [Desk.Who.hr, .employee, .county, .operators] {
                #expect(await desk.ask("GET", "/questions", as: who).status == 403)
            }
            #expect(await desk.ask("GET", "/questions", as: .nobody).status == 401)
        }
    }
}
