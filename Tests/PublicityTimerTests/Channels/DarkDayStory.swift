import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
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
            // 10 October was looked at and dark, and nobody has decided: the notice waits.
            try await service.travel(to: Sample.noon("2026-10-16"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).isEmpty)
            #expect(await Self.decide(service, id, "2026-10-10", extend: false).status == 200)
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).count == 1)
            let late = await Self.decide(service, id, "2026-10-13", extend: true)
            #expect(late.status == 409 && late.member("code") == "publicity-timer.already-completed")
            #expect(await Self.decide(service, id, "2026-10-13", extend: false).status == 200)
            let office = await service.call("GET", "/notices/\(id)/dark-days", as: .enterpriseHR, of: Sample.employer)
            #expect(office.status == 200)
        }
    }

    /// A notice with a board that came down before the last day, 13 October, whose end has passed.
    private static func lastDayDark(_ service: Service) async throws -> String {
        let (id, _) = try await service.openShownNotice()
        let board = #"{"kind":"board","place":"门岗","by":"周明","at":"2026-09-30T08:30:00+08:00"}"#
        let put = await service.call(
            "POST",
            "/notices/\(id)/channels",
            as: .enterpriseHR,
            of: Sample.employer,
            json: board
        )
        try await service.travel(to: Sample.noon("2026-10-12"))
        let down = await service.call(
            "POST",
            "/channels/\(put.member("id") ?? "")/removal",
            as: .enterpriseHR,
            of: Sample.employer,
            json: #"{"by":"周明","at":"2026-10-12T09:00:00+08:00"}"#,
            ifMatch: 1
        )
        #expect(down.status == 200, "\(down.text)")
        try await service.travel(to: Sample.day("2026-10-14").start.addingTimeInterval(60))
        try await service.tick()
        return id
    }

    @Test("The last one keeps the notice from completing, stands on the officers' list, and one more day is shown")
    func lastDayExtended() async throws {
        try await Service.with(Main.self, settings: Self.closed) { service in
            let id = try await Self.lastDayDark(service)
            #expect(try await service.said(PublicityCompleted.self).isEmpty)
            let list = await service.call("GET", "/dark-days?holding=true", as: .centreOfficer)
            #expect(list.member("items") == "1 items")
            #expect(list.member("items", "0", "date") == "2026-10-13" && list.member("items", "0", "notice") == id)
            #expect(await service.call("GET", "/dark-days", as: .enterpriseHR, of: Sample.employer).status == 403)
            let view = await service.call("GET", "/notices/\(id)", as: .enterpriseHR, of: Sample.employer)
            #expect(view.member("waitsForDecisionOn", "0") == "2026-10-13" && view.member("state") == "running")
            #expect(await Self.decide(service, id, "2026-10-13", extend: true).status == 200)
            let moved = try await service.said(EndMoved.self)
            #expect(moved.map(\.new.lastDay) == [Sample.day("2026-10-14")])
            // The board hangs again on the day that was added.
            let board = #"{"kind":"board","place":"门岗","by":"周明","at":"2026-10-14T00:01:00+08:00"}"#
            let again = await service.call(
                "POST",
                "/notices/\(id)/channels",
                as: .enterpriseHR,
                of: Sample.employer,
                json: board
            )
            #expect(again.status == 201, "\(again.text)")
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).isEmpty)
            try await service.travel(to: Sample.day("2026-10-15").start.addingTimeInterval(60))
            try await service.tick()
            let completed = try await service.said(PublicityCompleted.self)
            #expect(completed.map(\.effectiveAt) == [Sample.day("2026-10-14").end])
        }
    }

    @Test("Where the officer adds no day, the notice completes, with effect from the decision")
    func lastDayAccepted() async throws {
        try await Service.with(Main.self, settings: Self.closed) { service in
            let id = try await Self.lastDayDark(service)
            try await service.travel(to: Sample.noon("2026-10-15"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).isEmpty)
            #expect(await Self.decide(service, id, "2026-10-13", extend: false).status == 200)
            try await service.tick()
            let completed = try #require(try await service.said(PublicityCompleted.self).first)
            #expect(completed.effectiveAt >= Sample.noon("2026-10-15"))
            #expect(
                await service.call("GET", "/dark-days?holding=true", as: .centreOfficer).member("items") == "0 items"
            )
        }
    }

    @Test("Where the clock does not leap, a day on which nobody looked holds as well: the service was away")
    func serviceAway() async throws {
        let settings = Self.closed.merging(["clock": "real"]) { $1 }
        try await Service.with(Main.self, settings: settings) { service in
            let (id, _) = try await service.openShownNotice()
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).isEmpty)
            let days = await Self.days(service, id)
            #expect(days.member("items") == "5 items")
            #expect(days.member("items", "4", "date") == "2026-10-13" && days.member("items", "4", "holds") == "1")
        }
    }

    @Test("A thousand notices are asked about with a few statements, and each gets its own day")
    func manyAtOnce() async throws {
        try await Service.with(Main.self, settings: Self.closed) { service in
            try await service.travel(to: Sample.noon("2026-09-30"))
            let lists = (0..<1200).map { Sample.proposed(list: Sample.id(20_000 + $0), publishedOn: "2026-09-30") }
            try await service.hear(
                try lists.map { try .init(telling: $0, from: .evaluation, sequence: 1, at: service.clock.now) }
            )
            try await service.database.transaction { tx in try tx.execute("UPDATE channel SET check_at = NULL") }
            try await service.travel(to: Sample.noon("2026-10-09"))
            try await service.tick()
            let counts = try await service.database.transaction { tx in
                try tx.query(
                    """
                    SELECT (SELECT count(*) FROM dark_day)::int AS flagged,
                        (SELECT count(*) FROM notice_page WHERE judge_at = '2026-10-10T00:00:00+08:00')::int AS planned
                    """
                ).first.map { (try $0.decode("flagged", as: Int.self), try $0.decode("planned", as: Int.self)) }
            }
            #expect(counts?.0 == 1200, "8 October, and no holiday")
            #expect(counts?.1 == 1200)
        }
    }
}
