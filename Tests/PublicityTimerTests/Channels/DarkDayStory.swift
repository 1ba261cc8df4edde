import Contracts
import Foundation
import Kernel
import Messaging
import PublicityTimerDomain
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("A working day on which a list could be seen nowhere")
struct DarkDayStory {
    /// The page's door is closed, so that only declared places count.
    private static let closed = ["http.port": "9", "http.host": "127.0.0.1"]

    private static func days(_ service: Service, _ notice: String) async -> PlainResponse {
        await service.call("GET", "/notices/\(notice)/dark-days", as: .centreOfficer)
    }

    private static func decide(
        _ service: Service,
        _ notice: String,
        _ date: String,
        extend: Bool,
        version: Int = 1
    ) async -> PlainResponse {
        await service.call(
            "POST",
            "/notices/\(notice)/dark-days/\(date)/decision",
            as: .centreOfficer,
            subject: "李科长",
            json: #"{"extend":\#(extend),"reason":"停电一日,职工看不到"}"#,
            ifMatch: version
        )
    }

    @Test("Is flagged once it is over; holidays are not, and neither is a day on which a board hung")
    func flags() async throws {
        try await Service.with(Main.self, settings: Self.closed) { service in
            let (id, _) = try await service.openShownNotice()
            try await service.travel(to: Sample.noon("2026-10-08"))
            try await service.tick()
            #expect(await Self.days(service, id).member("items") == "0 items")
            let board = #"{"kind":"board","place":"门岗","by":"周明","at":"2026-10-09T08:30:00+08:00"}"#
            try await service.travel(to: Sample.noon("2026-10-09"))
            #expect(
                await service.call(
                    "POST",
                    "/notices/\(id)/channels",
                    as: .enterpriseHR,
                    of: Sample.employer,
                    json: board
                )
                .status == 201
            )
            try await service.travel(to: Sample.noon("2026-10-11"))
            try await service.tick()
            let days = await Self.days(service, id)
            #expect(days.member("items") == "1 items")
            #expect(days.member("items", "0", "date") == "2026-10-08")
            #expect(try await service.said(EndMoved.self).isEmpty)
        }
    }

    @Test("The page that finds itself up keeps its days from being flagged")
    func pageCounts() async throws {
        try await Service.with(Main.self) { service in
            let (id, _) = try await service.openShownNotice()
            try await service.travel(to: Sample.noon("2026-10-08"))
            try await service.tick()
            try await service.travel(to: Sample.noon("2026-10-12"))
            try await service.tick()
            let days = await Self.days(service, id)
            #expect(days.member("items") == "2 items", "nobody looked on 9 and 10 October")
            #expect(days.member("items", "0", "date") == "2026-10-09")
        }
    }

    @Test("Moves the end by a named officer's decision alone, once, and never after completion")
    func extends() async throws {
        try await Service.with(Main.self, settings: Self.closed) { service in
            let (id, _) = try await service.openShownNotice()
            try await service.travel(to: Sample.noon("2026-10-10"))
            try await service.tick()
            #expect(await Self.days(service, id).member("items") == "2 items")
            let first = await Self.decide(service, id, "2026-10-08", extend: true)
            #expect(first.status == 200 && first.member("officer") == "李科长")
            let moved = try #require(try await service.said(EndMoved.self).first)
            #expect(moved.old.lastDay == Sample.day("2026-10-13") && moved.new.lastDay == Sample.day("2026-10-14"))
            #expect(moved.reason == .extended)
            #expect(await Self.decide(service, id, "2026-10-08", extend: true, version: 2).status == 409)
            #expect(await Self.decide(service, id, "2026-10-09", extend: true, version: 7).status == 412)
            #expect(await Self.decide(service, id, "2026-10-01", extend: true).status == 404)
            #expect(await Self.decide(service, id, "2026-10-09", extend: false).status == 200)
            #expect(try await service.said(EndMoved.self).count == 1)
            try await service.travel(to: Sample.noon("2026-10-16"))
            try await service.tick()
            let late = await Self.decide(service, id, "2026-10-13", extend: true)
            #expect(late.status == 409 && late.member("code") == "publicity-timer.already-completed")
            #expect(await Self.decide(service, id, "2026-10-13", extend: false).status == 200)
            let office = await service.call("GET", "/notices/\(id)/dark-days", as: .enterpriseHR, of: Sample.employer)
            #expect(office.status == 200)
        }
    }
}
