import Contracts
import Foundation
import Kernel
import Messaging
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("Where a notice is displayed")
struct ChannelStory {
    @Test("HR declares a board with a photo, adds another, and takes it down; digests stay on view")
    func keepsEvidence() async throws {
        try await Service.with(Main.self) { service in
            let (id, _) = try await service.openShownNotice()
            let path = "/notices/\(id)/channels"
            let made = await service.send(
                [("kind", "board"), ("place", "一号门岗"), ("by", "周明"), ("at", "2026-09-30T08:30:00+08:00")],
                files: [("公示栏.png", onePixel)],
                to: path,
                as: .enterpriseHR
            )
            #expect(made.status == 201, "\(made.text)")
            let channel = try #require(made.member("id"))
            let more = await service.send(
                [],
                files: [("近照.png", onePixel)],
                to: "/channels/\(channel)/evidence",
                as: .enterpriseHR
            )
            #expect(more.status == 201 && more.member("evidence") == "2 items")
            let file = try #require(more.member("evidence", "0", "id"))
            let seen = await service.call("GET", "/channels/\(channel)/evidence/\(file)", as: .centreOfficer)
            #expect(seen.status == 200)
            try await service.travel(to: Sample.noon("2026-10-08"))
            let removal = "/channels/\(channel)/removal"
            let early = #"{"by":"周明","at":"2026-09-29T09:00:00+08:00"}"#
            let version = try #require(more.version)
            func remove(_ json: String, _ version: Int?) async -> PlainResponse {
                await service.call(
                    "POST",
                    removal,
                    as: .enterpriseHR,
                    of: Sample.employer,
                    json: json,
                    ifMatch: version
                )
            }
            #expect(await remove(early, version).status == 409)
            #expect(await remove(#"{"by":"","at":"2027-09-29T09:00:00+08:00"}"#, version).member("errors") == "2 items")
            let gone = await remove(#"{"by":"周明","at":"2026-10-08T09:00:00+08:00"}"#, version)
            #expect(gone.status == 200 && gone.member("removedBy") == "周明")
            let all = await service.call("GET", path, as: .objectionHandler, of: Sample.employer)
            #expect(all.member("items") == "2 items")
            #expect(all.member("items", "0", "kind") == "page")
            #expect(all.member("items", "1", "evidence", "0", "sha256")?.count == 64)
            #expect(await service.call("GET", path, as: .employee, of: Sample.employer).status == 403)
            let page = try #require(all.member("items", "0", "id"))
            #expect(
                await service.call(
                    "POST",
                    "/channels/\(page)/removal",
                    as: .enterpriseHR,
                    of: Sample.employer,
                    json: #"{"by":"周明","at":"2026-10-08T09:00:00+08:00"}"#,
                    ifMatch: 1
                ).member("code") == "publicity-timer.page-channel"
            )
        }
    }

    @Test("What cannot be is refused with all its faults, and an executable is no photo")
    func refuses() async throws {
        try await Service.with(Main.self) { service in
            let (id, _) = try await service.openShownNotice()
            let path = "/notices/\(id)/channels"
            func declare(_ json: String) async -> PlainResponse {
                await service.call("POST", path, as: .enterpriseHR, of: Sample.employer, json: json)
            }
            let wrong = await declare(#"{"kind":"tower","at":"soon"}"#)
            #expect(wrong.status == 400 && wrong.member("errors") == "4 items")
            let page = await declare(#"{"kind":"page","place":"网页","by":"周","at":"2026-09-30T08:30:00+08:00"}"#)
            #expect(page.member("code") == "publicity-timer.page-channel")
            let fields = [("kind", "board"), ("place", "门岗"), ("by", "周"), ("at", "2026-09-30T08:30:00+08:00")]
            let program = await service.send(
                fields,
                files: [("照片.png", Array("MZ program".utf8))],
                to: path,
                as: .enterpriseHR
            )
            #expect(program.status == 422)
            #expect(
                await service.call("GET", path, as: .enterpriseHR, of: Sample.employer).member("items") == "1 items"
            )
        }
    }

    @Test("The page looks at itself, what it finds is one span while it is the same, and a gap is in none")
    func checksItself() async throws {
        try await Service.with(Main.self) { service in
            let (id, _) = try await service.openShownNotice()
            let start = Sample.day("2026-09-30").start.addingTimeInterval(9 * 3600)
            for minutes in [5.0, 9, 13, 60, 64] {
                try await service.travel(to: start.addingTimeInterval(minutes * 60))
                try await service.tick()
            }
            let page = await service.call("GET", "/notices/\(id)/channels", as: .centreOfficer)
            #expect(page.member("items", "0", "checks") == "2 items")
            #expect(page.member("items", "0", "checks", "0", "checks") == "3")
            #expect(page.member("items", "0", "checks", "1", "isUp") == "1")
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            let after = await service.call("GET", "/notices/\(id)/channels", as: .centreOfficer)
            #expect(after.member("items", "0", "removedBy") == "system:publicity-timer")
        }
    }

    @Test("A page that does not answer at its own door is not up, and says why")
    func findsItselfDown() async throws {
        try await Service.with(Main.self, settings: ["http.port": "9", "http.host": "127.0.0.1"]) { service in
            let (id, _) = try await service.openShownNotice()
            try await service.tick()
            let page = await service.call("GET", "/notices/\(id)/channels", as: .centreOfficer)
            #expect(page.member("items", "0", "checks", "0", "isUp") == "0")
            #expect(page.member("items", "0", "checks", "0", "fault") == "unreachable")
        }
    }
}
