import Contracts
import Cryptography
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("The page of a notice")
struct NoticeOnPage {
    @Test("Says who, where, for what, until when and why, how and to whom to object, and whom else to turn to")
    func saysAll() async throws {
        try await Service.with(Main.self, settings: ["authority.telephone": "0543-1111111"]) { service in
            let (id, code) = try await service.openShownNotice()
            let page = await service.call("GET", "/notices/\(id)/page?code=\(code.lowercased())")
            #expect(page.status == 200)
            #expect(page.headers["content-type"] == "text/html; charset=utf-8")
            #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
            #expect(page.body.count < 30_000)
            let said = [
                "<html lang=\"zh-CN\">", "2026年特级技师建议人选公示", "滨州样例机械有限公司", "2026年9月30日",
                "星期二，当日24时截止", "5个工作日", "3人", "孙𬭎", "动力分厂", "焊工<small class=\"nowrap\">6-18-02-04</small>", "改进焊接工艺三项",
                "放宽年限:掌握独有技艺", "未放宽", "公司纪委", "周明", "0543-0000000", "办公楼302室", "jiwei@example.com",
                "滨州市职业技能鉴定服务中心", "0543-1111111", "滨州市人力资源和社会保障局", "职业能力建设科", "问题及建议", "实名提出", "匿名提出",
                String(repeating: "a1b2c3d4", count: 8), "state-council-2007", "民法典第201条", "国办发明电",
                "<th role=\"columnheader\" scope=\"col\">姓名</th>", "<main>",
            ]
            for text in said { #expect(page.text.contains(text), "\(text)") }
            #expect(page.text.matches(of: /class="tag">同名</).count == 2)
            #expect(page.text.contains(">赵卫东（滨州样例机械有限公司，热处理车间）</option>"))
            #expect(!page.text.contains("<script") && !page.text.contains("http://") && !page.text.contains("{{"))
        }
    }

    @Test("Says why there are more names than posts, on the page and on the sheet")
    func saysWhyMore() async throws {
        try await Service.with(Main.self) { service in
            let welder = Occupation(code: "6-18-02-04", edition: "2022", name: "焊工", specialty: nil)
            let exceeded = PostsExceeded(occupation: welder, posts: 2, names: 3, reason: "梯队建设需要")
            let (id, code) = try await service.openShownNotice(Sample.shownList(postsExceeded: [exceeded]))
            let page = await service.call("GET", "/notices/\(id)/page?code=\(code)")
            #expect(page.text.contains("焊工人选3人，多于岗位职数2个，理由：梯队建设需要"))
            let sheet = await service.call("GET", "/notices/\(id)/sheet", as: .enterpriseHR, of: Sample.employer)
            #expect(sheet.status == 200, "\(sheet.text.prefix(200))")
        }
    }

    @Test("Shows each day of the period, counted or skipped and why, with the make-up day")
    func showsTheDays() async throws {
        try await Service.with(Main.self) { service in
            let (id, code) = try await service.openShownNotice()
            let text = await service.call("GET", "/notices/\(id)/page?code=\(code)").text
            let days = text.matches(
                of: /<li class="(\w+)"><time datetime="([-\d]+)">[^<]*<\/time>周.<b>(第?\d*天?不?计?)<\/b>([^<]*)/
            )
            .map { "\($0.1) \($0.2) \($0.3) \($0.4)" }
            #expect(days.count == 14)
            #expect(days.first == "start 2026-09-30 不计 发布当日")
            #expect(days.contains("skipped 2026-10-01 不计 国庆节"))
            #expect(days.contains("counted 2026-10-08 第1天 "))
            #expect(days.contains("makeUp 2026-10-10 第3天 调休上班"))
            #expect(days.contains("skipped 2026-10-11 不计 周末"))
            #expect(days.last == "counted 2026-10-13 第5天 ")
        }
    }

    @Test("Opens by the site code or signed in, and to all others says the same, whether there is such a notice or not")
    func opens() async throws {
        try await Service.with(Main.self) { service in
            let (id, code) = try await service.openShownNotice()
            let path = "/notices/\(id)/page"
            let wrong = await service.call("GET", "\(path)?code=33333333")
            #expect(wrong.status == 403 && wrong.text.contains("公示码"))
            let others = [
                "\(path)", "/notices/\(Sample.id(99).lowercase)/page?code=\(code)", "/notices/x/page?code=\(code)",
            ]
            for target in others { #expect(await service.call("GET", target).body == wrong.body) }
            let table: [(Role, String?, Int)] = [
                (.employee, Sample.employer, 200), (.enterpriseHR, Sample.employer, 200),
                (.objectionHandler, Sample.employer, 200), (.centreOfficer, nil, 200), (.bureauOfficer, nil, 200),
                (.employee, "9137160270000001X7", 403), (.operator, nil, 403),
            ]
            for (role, organisation, status) in table {
                #expect(await service.call("GET", path, as: role, of: organisation).status == status, "\(role)")
            }
            let renewed = await service.call(
                "POST",
                "/notices/\(id)/site-code",
                as: .enterpriseHR,
                of: Sample.employer,
                json: #"{"renew":true}"#
            )
            let other = try #require(renewed.member("code"))
            #expect(renewed.member("address")?.hasSuffix("/notices/\(id)/page?code=\(other)") == true)
            #expect(await service.call("GET", "\(path)?code=\(code)").status == 403)
            #expect(await service.call("GET", "\(path)?code=\(other)").status == 200)
            let stored = try await service.database.transaction { tx in
                try tx.query("SELECT notice_page::text AS row FROM notice_page").map {
                    try $0.decode("row", as: String.self)
                }
            }
            #expect(stored.count == 1 && stored.allSatisfy { !$0.contains(other) })
        }
    }

    @Test("A number of a person is masked everywhere, noted in the journal, and told to those who can correct it")
    func masks() async throws {
        try await Service.with(Main.self) { service in
            let (id, code) = try await service.openShownNotice(Sample.shownList(merits: "创新能手,电话13812345678"))
            let open = await service.call("GET", "/notices/\(id)/page?code=\(code)")
            #expect(open.text.contains("电话***********") && !open.text.contains("13812345678"))
            #expect(!open.text.contains("已遮盖显示"))
            let office = await service.call("GET", "/notices/\(id)/page", as: .enterpriseHR, of: Sample.employer)
            #expect(office.text.contains("已遮盖显示") && office.text.contains("merits:1:8 (mobile-number)"))
            let plain = await service.call("GET", "/notices/\(id)", as: .employee, of: Sample.employer)
            #expect(plain.status == 200 && !plain.text.contains("13812345678"))
            let remarks = try await service.database.transaction { tx in
                try tx.query("SELECT convert_from(event, 'UTF8') AS event FROM journal WHERE kind = 'remarked'")
                    .map { try $0.decode("event", as: String.self) }
            }
            #expect(remarks.count == 3 && remarks.allSatisfy { $0.contains("exposedNumber") && !$0.contains("1381") })
        }
    }

    @Test("A title cannot bring markup with it")
    func escapes() async throws {
        try await Service.with(Main.self) { service in
            let list = Sample.shownList(title: "<script>alert(1)</script>公示", merits: "\"><img src=x>")
            let (id, code) = try await service.openShownNotice(list)
            let page = await service.call("GET", "/notices/\(id)/page?code=\(code)")
            #expect(
                page.text.contains("&lt;script&gt;") && !page.text.contains("<script>") && !page.text.contains("<img")
            )
        }
    }

    @Test("Is taken down at the end, its digest stays, and those determined are shown for a time")
    func ends() async throws {
        try await Service.with(Main.self, settings: ["determined.days": "10"]) { service in
            let (id, code) = try await service.openShownNotice()
            let path = "/notices/\(id)/page?code=\(code)"
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            let gone = await service.call("GET", path)
            #expect(gone.status == 410)
            #expect(gone.text.contains(String(repeating: "a1b2c3d4", count: 8)))
            #expect(gone.text.contains("2026年10月13日24时结束") && !gone.text.contains("孙𬭎"))
            #expect(await service.call("GET", "/notices/\(id)/page").status == 403)
            try await service.hear(try Sample.approved(notice: id, keys: service.keys), from: .evaluation, sequence: 2)
            let determined = await service.call("GET", path)
            #expect(determined.status == 200)
            #expect(determined.text.contains("企业确定获评人员名单") && determined.text.contains("孙𬭎"))
            #expect(determined.text.contains("动力分厂") && determined.text.contains("2026年10月24日"))
            #expect(!determined.text.contains("372301"))
            try await service.travel(to: Sample.noon("2026-10-25"))
            #expect(await service.call("GET", path).status == 410)
        }
    }
}

extension Sample {
    /// Two of the three were determined at noon of 14 October.
    static func approved(notice: String, keys: [String: KeyRing]) throws -> ListApproved {
        let identity = PersonIdentity(documentType: "居民身份证", documentNumber: "372301198001011234")
        guard let ring = keys["evaluation"], let notice = UUID(uuidString: notice) else { throw NotFound("keys") }
        return ListApproved(
            determination: id(80),
            list: id(60),
            round: id(61),
            filing: id(62),
            determiner: publisher,
            enterpriseName: "滨州样例机械有限公司",
            agencyCode: "Y371600000001",
            listDigest: String(repeating: "a1b2c3d4", count: 8),
            notice: notice,
            publishedOn: day("2026-09-30"),
            lastDay: day("2026-10-13"),
            determinedAt: noon("2026-10-14"),
            authorisedBy: "总经理",
            names: try [(qian, "赵卫东"), (sun, "孙𬭎")].map { person, name in
                ApprovedName(
                    person: person,
                    application: person,
                    name: name,
                    unit: "滨州样例机械有限公司",
                    occupation: Occupation(code: "6-18-02-04", edition: "2022", name: "焊工", specialty: nil),
                    identity: try ring.seal(identity, for: "certificate")
                )
            }
        )
    }
}
