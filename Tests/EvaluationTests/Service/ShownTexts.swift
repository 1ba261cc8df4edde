import Contracts
import EvaluationDomain
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("Texts that a notice will show", .timeLimit(.minutes(30)))
struct ShownTexts {
    @Test("a number of a person is refused with its place, in a form, and never repeated")
    func names() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            var form = try #require(try Sample.systemApplications().first)
            form.merits = "创新能手\n联系电话13812345678"
            form.workshop = "一车间(6222 0200 0000 0000 006)"
            let answer = await desk.hr(
                "POST",
                "/rounds/\(round)/applications",
                json: String(decoding: try WireFormat.encode(form), as: UTF8.self)
            )
            #expect(answer.status == 400)
            #expect(answer.member("errors", "0", "field") == "merits")
            #expect(answer.member("errors", "0", "code") == "evaluation.personal-number")
            #expect(answer.member("errors", "0", "message")?.contains("第2行第5个字起是手机号码") == true)
            #expect(!answer.text.contains("13812345678"))
            #expect(await desk.hr("GET", "/rounds/\(round)").member("applications") == "0")
        }
    }

    @Test(
        "every text a person writes into a form is looked at",
        arguments: [
            "merits", "unit", "workshop", "team", "position", "positionKind", "employmentForm", "dutyStatus",
            "education",
            "priorKind", "priorLevel", "priorOccupation", "priorIssuer", "specialty", "honour", "honourDocument",
            "relaxationGround", "evidence",
        ]
    )
    func forms(member: String) throws {
        let sample = try #require(try Sample.systemApplications().first)
        var members = try JSONDecoder().decode([String: String].self, from: JSONEncoder().encode(sample))
        members["relaxedClause"] = "年限"
        members["relaxationGround"] = "稀缺型"
        members[member] = "见13812345678"
        let form = ApplicationColumns.form { members[$0] ?? "" }
        let read = ReadApplicationForm().partial(form, under: nil, by: try Sample.notice().relaxation)
        #expect(read.problems.map(\.field) == [member])
        #expect(read.problems.map(\.code) == ["evaluation.personal-number"])
    }

    @Test("a title or a reason with one is refused, others are not")
    func checks() {
        #expect(throws: InvalidInput.self) { try ShownText.check("公示13812345678", field: "title") }
        #expect(throws: Never.self) { try ShownText.check("2026年特级技师评价,证书Y371600000001", field: "title") }
        #expect(throws: Never.self) { try ShownText.check(nil, field: "title") }
    }
}
