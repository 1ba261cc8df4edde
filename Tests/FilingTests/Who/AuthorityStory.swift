import Contracts
import Foundation
import Kernel
import Testing

@testable import FilingService

@Suite("Authorities, over HTTP")
struct AuthorityStory {
    private static let bureau = "01910000-0000-7000-8000-000000000001"
    private static let renamed = """
        {"name":"滨州市人力资源和社会保障局","validFrom":"2027-01-01",
         "offices":[{"name":"职业能力建设与技能人才科","telephone":"0543-8170100","address":"黄河五路","email":"zy@example.cn"}]}
        """

    @Test("are those of the notice, each with its duties")
    func first() async throws {
        try await Desk.with { desk in
            let list = await desk.ask("GET", "/authorities?on=2026-09-01", as: .nobody)
            let names = list.items.compactMap { $0["name"] as? String }
            #expect(names == ["滨州市人力资源和社会保障局", "滨州市职业技能鉴定服务中心", "山东省职业技能鉴定指导中心"])
            let duties = list.items.compactMap { $0["duties"] as? [String] }
            #expect(
                duties == [
                    ["suspension", "cancellation", "supervision"], ["acceptance", "audit"], ["acceptance", "audit"],
                ]
            )
            #expect(await desk.ask("GET", "/authorities?on=2020-12-06", as: .nobody).items.isEmpty)
            #expect(
                await desk.ask("GET", "/authorities?on=gestern", as: .nobody).problems == ["on": "filing.not-a-day"]
            )
            let block = await desk.ask("GET", "/contact-block", as: .nobody)
            #expect(block.text.contains("联系科室：职业能力建设科、市职业技能鉴定服务中心"))
        }
    }

    @Test("change from a day on; days past stay what they were, and the fact carries all versions")
    func changes() async throws {
        try await Desk.with { desk in
            let path = "/authorities/\(Self.bureau)"
            let known = await desk.ask("GET", path, as: .nobody)
            for who in [Desk.Who.centre, .province, .hr, .county] {
                #expect(
                    await desk.ask("POST", "\(path)/versions", as: who, Self.renamed, ifMatch: known.version).status
                        == 403
                )
            }
            let past = Self.renamed.replacing("2027-01-01", with: "2026-08-31")
            let refused = await desk.ask("POST", "\(path)/versions", as: .bureau, past, ifMatch: known.version)
            #expect(refused.problems == ["validFrom": "filing.day-past"])
            let changed = await desk.ask("POST", "\(path)/versions", as: .bureau, Self.renamed, ifMatch: known.version)
            #expect(changed.status == 200)
            #expect(
                await desk.ask("POST", "\(path)/versions", as: .operators, Self.renamed, ifMatch: known.version).status
                    == 412
            )
            let before = await desk.ask("GET", "/contact-block?on=2026-12-31", as: .nobody)
            let after = await desk.ask("GET", "/contact-block?on=2027-01-01", as: .nobody)
            #expect(before.text.contains("职业能力建设科") && !before.text.contains("8170100"))
            #expect(after.text.contains("职业能力建设与技能人才科") && after.text.contains("0543-8170100"))
            let facts = try await desk.said(AuthorityChanged.self)
            #expect(facts.map(\.kind) == [.bureau])
            #expect(facts.first?.versions.map(\.validUntil) == [LocalDate("2026-12-31"), nil])
        }
    }

    @Test("act each on the filings made with them, whoever owns the firm")
    func act() async throws {
        try await Desk.with { desk in
            _ = await desk.ask("POST", "/enterprises", as: .province, Papers.enterprise)
            let wrong = Papers.general.replacing(#""staff""#, with: #""filingAuthority":"bureau","staff""#)
            #expect(
                await desk.ask("POST", "/general-filings", as: .hr, wrong).problems == [
                    "filingAuthority": "filing.unknown-word"
                ]
            )
            let body = Papers.general.replacing(#""staff""#, with: #""filingAuthority":"province-centre","staff""#)
            let general = await desk.ask("POST", "/general-filings", as: .hr, body)
            #expect(general.status == 201)
            let path = "/general-filings/\(general.id)/acceptance"
            let city = await desk.ask("POST", path, as: .centre, Papers.generalAcceptance, ifMatch: general.version)
            #expect(city.status == 403 && city.code == "filing.other-authority")
            let province = await desk.ask(
                "POST",
                path,
                as: .province,
                Papers.generalAcceptance,
                ifMatch: general.version
            )
            #expect(province.status == 200)
            let special = await desk.ask("POST", "/special-filings", as: .hr, Papers.special(on: general.id))
            let submitted = await desk.ask(
                "POST",
                "/special-filings/\(special.id)/submission",
                as: .hr,
                ifMatch: special.version
            )
            let asked = await desk.ask(
                "POST",
                "/special-filings/\(special.id)/acceptance",
                as: .centre,
                Papers.acceptance,
                ifMatch: submitted.version
            )
            #expect(asked.code == "filing.other-authority")
            let accepted = await desk.ask(
                "POST",
                "/special-filings/\(special.id)/acceptance",
                as: .province,
                Papers.acceptance,
                ifMatch: submitted.version
            )
            #expect(accepted.status == 200)
        }
    }
}
