import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("What a notice shows")
struct NoticePage {
    @Test("Names, unit, workshop, occupation, merits, relaxation, the strip of days and where to object")
    func showsWhatIsNeeded() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let page = await service.call("GET", "/notices/\(notice)", as: .employee, of: Sample.employer)
            #expect(page.status == 200)
            #expect(page.version == nil)
            #expect(page.member("names") == "3 items")
            #expect(page.member("names", "2", "name") == "孙三")
            #expect(page.member("names", "2", "workshop") == "一车间")
            #expect(page.member("names", "2", "occupation", "name") == "焊工")
            #expect(page.member("names", "2", "merits") == "改进焊接工艺三项")
            #expect(page.member("names", "2", "relaxation") == "放宽年限:掌握独有技艺")
            #expect(page.member("period", "days") == "13 items")
            #expect(page.member("period", "days", "9", "date") == "2026-10-10")
            #expect(page.member("period", "days", "9", "weekday") == "星期六")
            #expect(page.member("period", "days", "9", "number") == "3")
            #expect(page.member("period", "days", "0", "counts") == "0")
            #expect(page.member("period", "endsAt") == "2026-10-14T00:00:00.000+08:00")
            #expect(page.member("objections", "office", "name") == "公司纪委")
            #expect(page.member("enterprise", "creditCode") == Sample.employer)
            let reckoning = await service.call("GET", "/notices/\(notice)/reckoning", as: .centreOfficer)
            #expect(reckoning.member("period", "rule")?.contains("民法典第201条") == true)
        }
    }

    @Test(
        "Who is objected to is for the handling office and the authorities; human resources see how names stand at the end"
    )
    func keepsExaminationsQuiet() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            _ = try await service.object(to: Sample.zhao, on: notice, named: "吴九")
            let path = "/notices/\(notice)"
            let colleague = await service.call("GET", path, as: .employee, of: Sample.employer)
            #expect(colleague.status == 200 && colleague.member("names", "0", "standing") == nil)
            let hr = await service.call("GET", path, as: .enterpriseHR, of: Sample.employer)
            #expect(hr.status == 200 && hr.member("names", "0", "standing") == nil && hr.version == nil)
            let office = await service.call("GET", path, as: .objectionHandler, of: Sample.employer)
            #expect(office.member("names", "0", "standing") == "held")
            #expect(office.member("names", "0", "openObjections") == "1 items")
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            let after = await service.call("GET", path, as: .enterpriseHR, of: Sample.employer)
            #expect(after.member("names", "0", "standing") == "held")
            #expect(after.member("names", "1", "standing") == "cleared")
            #expect(after.member("names", "0", "openObjections") == nil)
        }
    }

    @Test("A number of a person that came in a unit or a title is masked in every view of the notice")
    func masks() async throws {
        try await Service.with(Main.self) { service in
            let list = Sample.shownList(
                title: "公示（联系13800000001）",
                publishedOn: "2026-12-29",
                unit: "样例公司13900000002"
            )
            let (id, code) = try await service.openShownNotice(list)
            let answers = [
                await service.call("GET", "/notices/\(id)", as: .employee, of: Sample.employer),
                await service.call("GET", "/notices", as: .employee, of: Sample.employer),
                await service.call("GET", "/notices/\(id)/page?code=\(code)"),
                await service.call(
                    "POST",
                    "/calendar/documents",
                    as: .centreOfficer,
                    json: CalendarLife.body(dryRun: true)
                ),
            ]
            for answer in answers {
                #expect(answer.status == 200 && answer.text.contains("***********"), "\(answer.text)")
                #expect(!answer.text.contains("13800000001") && !answer.text.contains("13900000002"))
            }
        }
    }

    static let isInternalTable: [(Role?, String?, Int)] = [
        (Role.employee, "91371600MA3N00011J", 200), (.enterpriseHR, "91371600MA3N00011J", 200),
        (.bureauOfficer, nil, 200), (.provinceOfficer, nil, 200), (.employee, "9137160270000001X7", 403),
        (.enterpriseHR, "9137160270000001X7", 403), (.operator, nil, 403), (nil, nil, 401),
    ]

    @Test("Only the enterprise's own people and the authorities see it")
    func isInternal() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            for (role, organisation, status) in Self.isInternalTable {
                let reply = await service.call("GET", "/notices/\(notice)", as: role, of: organisation)
                #expect(reply.status == status)
            }
        }
    }

    @Test("Lists are paged, and an enterprise's people get their own alone")
    func pages() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.openNotice()
            try await service.hear(Sample.proposed(list: Sample.id(63)), from: .evaluation)
            let first = await service.call("GET", "/notices?limit=1", as: .employee, of: Sample.employer)
            #expect(first.member("items") == "1 items")
            let next = try #require(first.member("next"))
            let second = await service.call("GET", "/notices?limit=1&after=\(next)", as: .employee, of: Sample.employer)
            #expect(second.member("items", "0", "list") == Sample.id(63).lowercase)
            let others = await service.call("GET", "/notices", as: .employee, of: "9137160270000001X7")
            #expect(others.member("items") == "0 items")
            let completed = await service.call("GET", "/notices?state=completed", as: .centreOfficer)
            #expect(completed.member("items") == "0 items")
            #expect(await service.call("GET", "/notices?state=finished", as: .centreOfficer).status == 400)
            #expect(await service.call("GET", "/notices/\(Sample.id(99).lowercase)", as: .centreOfficer).status == 404)
            #expect(await service.call("GET", "/notices/x", as: .centreOfficer).status == 404)
        }
    }

    static let answersEveryoneTable: [(String, Int)] = [
        ("/calendar/deadline?published=2026-09-30&days=5", 200),
        ("/calendar/deadline?published=2026-09-30&days=0", 400),
        ("/calendar/deadline?published=2026-9-30&days=5", 400),
        ("/calendar/days?from=2026-10-01&to=2026-10-10", 200),
        ("/calendar/days?from=2026-10-10&to=2026-10-01", 400),
        ("/calendar/days?from=2020-01-01&to=2026-01-01", 400),
        ("/calendar/days?from=2026-10-01", 400),
    ]

    @Test("The calendar answers everyone")
    func answersEveryone() async throws {
        try await Service.with(Main.self) { service in
            for (path, status) in Self.answersEveryoneTable {
                let reply = await service.call("GET", path)
                #expect(reply.status == status)
                if path.hasSuffix("2026-09-30&days=5") {
                    #expect(reply.member("lastDay") == "2026-10-13")
                    #expect(reply.member("authority") == "official")
                }
                if path.hasSuffix("to=2026-10-10") {
                    #expect(reply.member("days") == "10 items")
                    #expect(reply.member("days", "9", "reason")?.contains("调休") == true)
                }
            }
        }
    }
}
