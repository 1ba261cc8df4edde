import CompensationDomain
import Contracts
import DatedDocuments
import Documents
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("A letter of appointment")
struct LetterTests {
    static func paper(
        name: String = "赵一",
        duties: String = "解决本工序关键技术难题,每年带徒不少于二人。",
        showsAmount: Bool = false
    ) throws -> LetterPaper {
        let letter = Appointment.Letter(
            employer: Sample.employer,
            post: Sample.id(60),
            person: Sample.zhao,
            certificate: Sample.id(80),
            occupation: Sample.welder,
            term: Sample.three,
            band: Appointment.Band(code: "TJ-1", minimum: Money(fen: 1_680_000)),
            duties: duties,
            number: "渤远聘〔2026〕1号",
            payFrom: Sample.day("2026-10-14"),
            name: name
        )
        return LetterPaper(
            template: try BuiltInConfiguration.document(),
            letter: letter,
            name: name,
            employer: "滨州渤远机械制造有限公司",
            unit: "焊接一车间",
            certificate: "Y00003716000126T000001",
            benchmark: "ZG-2",
            showsAmount: showsAmount
        )
    }

    @Test("says what was agreed on one sheet, by band and never by amount")
    func saysWhatWasAgreed() throws {
        let pdf = try Self.paper().document().printed()
        let text = try Poppler.text(pdf, layout: true).filter { !$0.isWhitespace }
        for words in [
            "聘书", "渤远聘〔2026〕1号", "赵一同志", "岗位", "焊接一车间焊工特级技师岗位", "期限",
            "自2026年11月1日起至2029年10月31日止", "职责", "带徒不少于二人", "权利义务", "待遇", "自2026年10月14日起",
            "TJ-1", "ZG-2", "违约处理", "解聘办法", "Y00003716000126T000001", "滨州渤远机械制造有限公司",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("16800") && !text.contains("1680000") && !text.contains("{"))
        #expect(try Poppler.information(pdf)["Pages"] == "1")
        #expect(!(try Poppler.fonts(pdf).contains(" no  ")))
    }

    @Test("prints the amount on the enterprise's own copy alone, and the same bytes each time")
    func printsTheSame() throws {
        let own = try Self.paper(showsAmount: true).document().printed()
        #expect(try Poppler.text(own).filter { !$0.isWhitespace }.contains("最低每月16800.00元"))
        #expect(try Self.paper().document().printed() == Self.paper().document().printed())
    }

    @Test("has rare characters of names, and names one that no font has")
    func needsGlyphs() throws {
        let rare = try Self.paper(name: "赵𬭎").document().printed()
        #expect(try Poppler.text(rare).contains("赵𬭎"))
        #expect(throws: (any Error).self) { try Self.paper(name: "赵\u{E000}").document().printed() }
    }

    @Test("takes more than a sheet where the duties are long, and loses none of them")
    func takesMoreSheets() throws {
        let duties = (1...100).map { "第\($0)项:参与技术攻关。" }.joined()
        let pdf = try Self.paper(duties: duties).document().printed()
        #expect(try Poppler.information(pdf)["Pages"] != "1")
        #expect(try Poppler.text(pdf).filter { !$0.isWhitespace }.contains("第100项"))
    }

    @Test("is for its enterprise and its person; the amount for the enterprise alone")
    func isForWhomItConcerns() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            let made = await service.engage(1, to: post, payFrom: nil)
            let path = "/appointments/\(made.member("id") ?? "")/letter"
            func text(_ reply: PlainResponse) throws -> String {
                try Poppler.text(reply.body).filter { !$0.isWhitespace }
            }
            #expect(try text(await service.get(path)).contains("颁发后补记"))
            try await service.hear(Sample.issued(1), from: .certificate)
            let plain = await service.get(path)
            #expect(plain.status == 200 && plain.headers["content-type"] == "application/pdf")
            #expect(try !text(plain).contains("16800"))
            #expect(try text(plain).contains("Y00003716000126T"))
            #expect(try text(await service.get("\(path)?amounts=true")).contains("16800.00"))
            func employee(_ person: Int) async -> PlainResponse {
                await service.call(
                    "GET",
                    "\(path)?amounts=true",
                    as: .employee,
                    of: Sample.employer.creditCode,
                    person: Sample.id(person)
                )
            }
            #expect(try !text(await employee(1)).contains("16800"))
            #expect(await employee(2).status == 404)
            #expect(await service.call("GET", path, as: .bureauOfficer).status == 403)
        }
    }
}

@Suite("What a letter says is laid down")
struct LetterTemplates {
    @Test("The one the service brings along can be followed, and so can its procedure")
    func bringsAlong() throws {
        #expect(try BuiltInConfiguration.document(of: LetterTemplate.self).problems.isEmpty)
        #expect(try BuiltInConfiguration.document(of: TreatmentProcedure.self).problems.isEmpty)
    }

    @Test("One without the band, or with a place nobody fills in, is refused, with everything that is wrong")
    func refusesOthers() throws {
        let text = #"""
            {"basis":"x","inForceFrom":"2027-01-01","title":"","opening":"{name} {wage}","closing":"完",
             "clauses":[{"heading":"岗位","text":"{unit}{occupation}{duties}{from}{through}{payFrom}"}]}
            """#
        let problems = try JSONDecoder().decode(LetterTemplate.self, from: Data(text.utf8)).problems
        #expect(
            problems.map(\.code) == [
                "compensation.letter-words", "compensation.letter-place-missing", "compensation.letter-place-unknown",
            ]
        )
        #expect(problems.map(\.arguments["place"]) == [nil, "band", "wage"])
    }
}
