import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("The sheet for notice boards")
struct SheetTests {
    @Test("Is a PDF that is the same whenever it is printed, for HR, the handling office and the authorities")
    func prints() async throws {
        try await Service.with(Main.self, settings: ["public.url": "https://gs.example.gov.cn/"]) { service in
            let (id, _) = try await service.openShownNotice()
            let path = "/notices/\(id)/sheet"
            let first = await service.call("GET", path, as: .enterpriseHR, of: Sample.employer)
            #expect(first.status == 200)
            #expect(first.headers["content-type"] == "application/pdf")
            #expect(first.body.starts(with: Array("%PDF-".utf8)))
            #expect(await service.call("GET", path, as: .centreOfficer).body == first.body)
            #expect(await service.call("GET", path, as: .objectionHandler, of: Sample.employer).body == first.body)
            #expect(await service.call("GET", path, as: .employee, of: Sample.employer).status == 403)
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            #expect(await service.call("GET", path, as: .centreOfficer).status == 410)
        }
    }

    @Test("A character that no font has is named")
    func namesTheCharacter() async throws {
        try await Service.with(Main.self) { service in
            let (id, _) = try await service.openShownNotice(Sample.shownList(merits: "奖\u{10FFFD}"))
            let reply = await service.call("GET", "/notices/\(id)/sheet", as: .enterpriseHR, of: Sample.employer)
            #expect(reply.status == 422)
            #expect(reply.member("code") == "document.unprintable-character")
            #expect(reply.member("title")?.contains("U+10FFFD") == true)
        }
    }
}
