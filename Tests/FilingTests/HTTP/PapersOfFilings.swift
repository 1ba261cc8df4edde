import Documents
import Foundation
import Kernel
import Postgres
import Testing

@testable import FilingService

@Suite("Papers of the authority, over HTTP")
struct PapersOfFilings {
    /// An enterprise, a place and a reason with characters outside the basic plane.
    static let name = "滨州\u{2CB4E}\u{20000}精工机械有限公司"
    static let enterprise = Papers.enterprise.replacing("滨州渤海精工机械有限公司", with: name)

    static func paper(_ kind: String, of path: String, as who: Desk.Who = .hr, at desk: Desk) async throws -> String {
        let reply = await desk.ask("GET", "\(path)/papers/\(kind)", as: who)
        #expect(reply.status == 200, "\(kind) \(reply.text.prefix(300))")
        return try Poppler.text(reply.bytes)
    }

    @Test("receipts and notices print what was decided, with rare characters, the contact, and the same bytes again")
    func printsPapers() async throws {
        let settings = ["suggestions.telephone": "0543-8170000", "authority.telephone": "0543-8173770"]
        try await Desk.with(settings: settings) { desk in
            _ = await desk.ask("POST", "/enterprises", as: .centre, Self.enterprise)
            let general = await desk.ask("POST", "/general-filings", as: .hr, Papers.general)
            let generalPath = "/general-filings/\(general.id)"
            let told = await desk.ask(
                "POST",
                "\(generalPath)/corrections",
                as: .centre,
                #"{"requests":[{"place":"制度","reason":"考务制度缺少\#u{2CB4E}项"},{"place":"经费","reason":"缺预算"}]}"#,
                ifMatch: general.version
            )
            let notice = try await Self.paper("corrections", of: generalPath, at: desk)
            for words in [
                "备案材料补正一次性告知书", "滨备补〔2026〕0001号", Self.name, "考务制度缺少\u{2CB4E}项", "缺预算",
                "已用0个工作日，尚余20个工作日", "0543-8170000",
            ] {
                #expect(notice.contains(words), "\(words) in \(notice)")
            }
            let again = await desk.ask("POST", "\(generalPath)/resubmission", as: .hr, ifMatch: told.version)
            _ = await desk.ask(
                "POST",
                "\(generalPath)/acceptance",
                as: .centre,
                Papers.generalAcceptance,
                ifMatch: again.version
            )
            let receipt = try await Self.paper("general-receipt", of: generalPath, as: .bureau, at: desk)
            for words in [
                "技能人才自主评价备案回执", "滨自备〔2026〕0001号", Self.name, "91371600MA3N00011J", "Y000037160001",
                "2026年1月1日至2028年12月31日", "焊工", "一级/高级技师", "问题或有建议",
            ] {
                #expect(receipt.contains(words), "\(words) in \(receipt)")
            }
            try await Self.specialPapers(on: general.id, at: desk)
            #expect(await desk.ask("GET", "\(generalPath)/papers/refusal", as: .hr).status == 404)
            #expect(await desk.ask("GET", "\(generalPath)/papers/corrections", as: .otherHR).status == 403)
            let list = await desk.ask("GET", "\(generalPath)/papers", as: .hr)
            #expect(list.items.compactMap { $0["kind"] as? String }.sorted() == ["corrections", "general-receipt"])
            let once = await desk.ask("GET", "\(generalPath)/papers/corrections", as: .hr)
            #expect(await desk.ask("GET", "\(generalPath)/papers/corrections", as: .centre).bytes == once.bytes)
        }
    }

    private static func specialPapers(on general: String, at desk: Desk) async throws {
        let asked = "\(Papers.welder),\(Papers.electrician)"
        let refused = await desk.ask("POST", "/special-filings", as: .hr, Papers.special(on: general))
        let handedIn = await desk.ask(
            "POST",
            "/special-filings/\(refused.id)/submission",
            as: .hr,
            ifMatch: refused.version
        )
        _ = await desk.ask(
            "POST",
            "/special-filings/\(refused.id)/refusal",
            as: .centre,
            #"{"reasons":["评价机构尚未组建","没有\#u{20000}等设备"]}"#,
            ifMatch: handedIn.version
        )
        let refusal = try await paper("refusal", of: "/special-filings/\(refused.id)", at: desk)
        for words in ["不予备案告知书", "滨备退〔2026〕0001号", name, "1．评价机构尚未组建", "2．没有\u{20000}等设备", "特级技师评价备案"] {
            #expect(refusal.contains(words), "\(words) in \(refusal)")
        }

        let special = await desk.ask("POST", "/special-filings", as: .hr, Papers.special(on: general, asked))
        let path = "/special-filings/\(special.id)"
        let submitted = await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: special.version)
        _ = await desk.ask(
            "POST",
            "\(path)/acceptance",
            as: .centre,
            #"{"authority":"滨州市职业技能鉴定服务中心","scopeReason":"省级竞赛集训基地"}"#,
            ifMatch: submitted.version
        )
        let receipt = try await paper("special-receipt", of: path, at: desk)
        let digest = try #require(special["workPlan.digest"] as? String)
        for words in [
            "特级技师评价备案回执", "滨特备〔2026〕0001号", name, "电工", "理由：省级竞赛集训基地", "第1版", digest,
            "0543-8173770",
        ] {
            #expect(receipt.contains(words), "\(words) in \(receipt)")
        }
        let change = await desk.ask("POST", "\(path)/work-plan-changes", as: .hr, WorkPlanStory.change())
        let changePath = "/work-plan-changes/\(change.id)"
        let proposed = await desk.ask("POST", "\(changePath)/submission", as: .hr, ifMatch: change.version)
        _ = await desk.ask("POST", "\(changePath)/acceptance", as: .centre, "{}", ifMatch: proposed.version)
        let changed = try await paper("work-plan-receipt", of: changePath, at: desk)
        for words in ["特级技师评价工作方案变更备案回执", "滨特变〔2026〕0001号", "第2版", "第1版，停止施行", "增加实操"] {
            #expect(changed.contains(words), "\(words) in \(changed)")
        }
    }

    @Test("a character no font has is named, and nothing half-made is handed out")
    func namesMissingGlyphs() throws {
        let paper = PaperContent(
            kind: .refusal,
            number: Sample.number,
            on: Sample.monday,
            enterprise: "某\u{E001}公司",
            creditCode: Sample.creditCode,
            office: PaperOffice(name: "市中心", reach: []),
            reasons: ["无"]
        )
        #expect(throws: try #require(UnprintableCharacter(.unprintable("\u{E001}")))) {
            try PrintedPaper(content: paper).printed()
        }
    }

    @Test("a name that was changed later stays on the paper as it was")
    func keepsItsDay() async throws {
        try await Desk.with { desk in
            let path = try await WorkPlanStory.accepted(at: desk)
            let before = await desk.ask("GET", "\(path)/papers/special-receipt", as: .hr)
            try await desk.database.transaction { tx in
                try tx.execute(
                    """
                    UPDATE enterprise SET name = '改名后的公司',
                        state = replace(state::text, '滨州渤海精工机械有限公司', '改名后的公司')::jsonb
                    """
                )
            }
            let after = await desk.ask("GET", "\(path)/papers/special-receipt", as: .hr)
            #expect(before.status == 200 && after.bytes == before.bytes)
        }
    }
}
