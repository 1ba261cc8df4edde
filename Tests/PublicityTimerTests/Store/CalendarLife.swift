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

@Suite("A new calendar, on a real database")
struct CalendarLife {
    /// What the State Council may say of 2027: New Year's Day and the two days after it are off, 9 January is worked.
    static let of2027 = #"""
        {"year": 2027, "source": {"documentNumber": "国办发明电〔2026〕9号", "address": "https://www.gov.cn/2027"}, "days": [
            {"date": "2027-01-01", "isWorking": false, "name": "元旦"},
            {"date": "2027-01-02", "isWorking": false, "name": "元旦"},
            {"date": "2027-01-04", "isWorking": false, "name": "元旦"},
            {"date": "2027-01-09", "isWorking": true, "name": "元旦"}]}
        """#

    static func body(_ document: String = of2027, dryRun: Bool = false) -> String {
        "{\"documents\": [\(document)], \"dryRun\": \(dryRun)}"
    }

    @Test("At the turn of the year: provisional, then the document comes, the end moves, and it completes")
    func turnOfTheYear() async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.noon("2026-12-28"))
            try await service.hear(Sample.proposed(publishedOn: "2026-12-28"), from: .evaluation)
            let opened = try #require(try await service.said(PublicityOpened.self).first)
            #expect(opened.period.authority == .provisional)
            #expect(opened.period.lastDay == Sample.day("2027-01-05"))

            try await service.travel(to: Sample.noon("2027-01-07"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).isEmpty)

            let dry = await service.call(
                "POST",
                "/calendar/documents",
                as: .centreOfficer,
                json: Self.body(dryRun: true)
            )
            #expect(dry.status == 200, "\(dry.text)")
            #expect(dry.text.contains("\"newLastDay\":\"2027-01-06\""))
            #expect(dry.member("applied") == "0")
            #expect(try await service.said(CalendarPublished.self).count == 1)

            let done = await service.call("POST", "/calendar/documents", as: .centreOfficer, json: Self.body())
            #expect(done.status == 200, "\(done.text)")
            #expect(try await service.said(EndMoved.self).isEmpty)
            try await service.tick()
            let moved = try await service.said(EndMoved.self)
            #expect(moved.map(\.old.lastDay) == [Sample.day("2027-01-05")])
            #expect(moved.map(\.new.lastDay) == [Sample.day("2027-01-06")])
            #expect(moved.map(\.new.authority) == [.official])
            #expect(moved.map(\.reason) == [.calendar])

            try await service.tick()
            let completed = try await service.said(PublicityCompleted.self)
            #expect(completed.map(\.effectiveAt) == [Sample.day("2027-01-06").end])
            let published = try await service.said(CalendarPublished.self)
            #expect(published.map(\.years.last) == [2026, 2027])
            let kept = try await service.database.transaction { tx in try CalendarCopy.current(in: tx).version }
            #expect(kept == published.last?.version)
            #expect(published.last?.documents?.last?.source.documentNumber == "国办发明电〔2026〕9号")
        }
    }

    @Test(
        "The Spring Festival of 2020: announced to the 1st, prolonged to the 2nd of February, the end moves to the 4th"
    )
    func springFestival2020() async throws {
        let known = try #require(try CalendarDocument.initial().first { $0.year == 2020 })
        let amended = CalendarDocument(
            year: 2020,
            source: .init(documentNumber: "国办发明电〔2020〕1号"),
            days: known.days
        )
        let changed: Set = ["2020-01-31", "2020-02-01", "2020-02-02"].reduce(into: []) { $0.insert(Sample.day($1)) }
        let announced = CalendarDocument(
            year: 2020,
            source: .init(documentNumber: "国办发明电〔2019〕16号"),
            days: amended.days.filter { !changed.contains($0.date) }
                + [ScheduledDay(date: Sample.day("2020-02-01"), isWorking: true, name: "春节")]
        )
        // Without a day of publication the one that came last counts: the calendar the service came with knows the amendment.
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.noon("2020-01-20"))
            try await service.publish(announced)
            try await service.hear(Sample.proposed(publishedOn: "2020-01-20"), from: .evaluation)
            let opened = try await service.said(PublicityOpened.self).first
            #expect(opened?.period.lastDay == Sample.day("2020-02-01"))
            try await service.travel(to: Sample.noon("2020-01-27"))
            try await service.publish(amended)
            try await service.tick()
            #expect(try await service.said(EndMoved.self).map(\.new.lastDay) == [Sample.day("2020-02-04")])
            try await service.travel(to: Sample.noon("2020-02-02"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).isEmpty)
            try await service.travel(to: Sample.noon("2020-02-05"))
            try await service.tick()
            #expect(
                try await service.said(PublicityCompleted.self).map(\.effectiveAt) == [Sample.day("2020-02-04").end]
            )
        }
    }

    @Test("An end never becomes earlier than promised, and a finished notice is never revived")
    func keepsItsPromises() async throws {
        try await Service.with(Main.self) { service in
            let first = try await service.openNotice()
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            try await service.hear(
                Sample.proposed(list: Sample.id(63), publishedOn: "2026-10-14"),
                from: .evaluation
            )
            let second = try #require(try await service.said(PublicityOpened.self).last)
            #expect(second.period.lastDay == Sample.day("2026-10-21"))
            // Both Saturdays become working days: the second period would end a day earlier, the first had one day less.
            let original = try #require(try CalendarDocument.initial().first { $0.year == 2026 })
            let added = ["2026-10-17", "2026-10-24"]
                .map { ScheduledDay(date: Sample.day($0), isWorking: true, name: "国庆节") }
            try await service.publish(CalendarDocument(year: 2026, days: original.days + added))
            try await service.tick()
            let moved = try await service.said(EndMoved.self)
            #expect(moved.map(\.about.notice) == [second.about.notice])
            #expect(moved.map(\.new.lastDay) == [Sample.day("2026-10-21")])
            let reckoning = await service.call(
                "GET",
                "/notices/\(second.about.notice.lowercase)/reckoning",
                as: .employee,
                of: Sample.employer
            )
            #expect(reckoning.text.contains("原定截止日不提前"))
            let finished = await service.call("GET", "/notices/\(first)", as: .employee, of: Sample.employer)
            #expect(finished.member("period", "lastDay") == "2026-10-13")
            #expect(try await service.said(PublicityCompleted.self).count == 1)
        }
    }

    @Test(
        "More notices move than one batch takes; a reckoning broken off goes on where it was, and shows how far it got"
    )
    func goesOn() async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.noon("2026-12-28"))
            let lists = (0..<1200).map { Sample.proposed(list: Sample.id(1000 + $0), publishedOn: "2026-12-28") }
            try await service.hear(
                try lists.map { try .init(telling: $0, from: .evaluation, sequence: 1, at: service.clock.now) }
            )
            try await service.publish(try WireFormat.decode(from: Array(Self.of2027.utf8)))
            let reckonAgain = service.definition.reckonAgain
            struct Stop: Error {}
            for isBrokenOff in [false, true] {
                try? await service.database.transaction { [clock = service.clock] tx in
                    _ = try reckonAgain(at: clock.now, in: tx)
                    if isBrokenOff { throw Stop() }
                }
            }
            let between = await service.call("GET", "/calendar/reckonings", as: .centreOfficer)
            #expect(between.text.contains("\"seen\":200"))
            #expect(between.text.contains("\"finishedAt\":null") || !between.text.contains("finishedAt"))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<2 { group.addTask { try await service.tick() } }
                try await group.waitForAll()
            }
            let moved = try await service.said(EndMoved.self).map(\.about.list)
            #expect(moved.count == 1200)
            #expect(Set(moved).count == 1200)
            let after = await service.call("GET", "/calendar/reckonings", as: .centreOfficer)
            #expect(after.text.contains("\"seen\":1200"))
        }
    }

    @Test("Open objections are reckoned again in batches of their own, and one broken off goes on where it was")
    func objectionsInBatches() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            for _ in 0..<3 { _ = try await service.object(to: Sample.zhao, on: notice) }
            let days = try await service.dueDays()
            let documents = try await service.database.transaction { tx in
                try service.definition.calendars.current(in: tx).documents
            }
            let known = try #require(documents.first { $0.year == 2026 })
            let off = ScheduledDay(date: Sample.day("2026-10-08"), isWorking: false, name: "国庆节")
            let all = (known.days + [off]).sorted { $0.date < $1.date }
            try await service.publish(CalendarDocument(year: 2026, source: known.source, days: all))
            func isFinished() async -> Bool {
                await service.call("GET", "/calendar/reckonings", as: .centreOfficer).member("items", "0", "finishedAt")
                    != nil
            }
            func once() async throws {
                try await service.database.transaction { tx in
                    _ = try service.definition.reckonAgain(at: service.clock.now, in: tx)
                }
            }
            try await once()
            #expect(await !isFinished())
            #expect(try await service.dueDays() == days, "the notices come first")
            try await once()
            #expect(await isFinished())
            #expect(try await service.dueDays() != days)
        }
    }

    @Test("A named officer of the filing authority can answer for a provisional end, with a reason")
    func confirms() async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.noon("2026-12-28"))
            try await service.hear(Sample.proposed(publishedOn: "2026-12-28"), from: .evaluation)
            let notice = try #require(try await service.said(PublicityOpened.self).first).about.notice.lowercase
            let path = "/notices/\(notice)/end-confirmation"
            let hr = await service.call(
                "POST",
                path,
                as: .enterpriseHR,
                of: Sample.employer,
                json: #"{"reason": "急"}"#,
                ifMatch: 1
            )
            #expect(hr.status == 403)
            let empty = await service.call("POST", path, as: .centreOfficer, json: #"{"reason": " "}"#, ifMatch: 1)
            #expect(empty.status == 400)
            let done = await service.call(
                "POST",
                path,
                as: .centreOfficer,
                json: #"{"reason": "年度安排已电话核实"}"#,
                ifMatch: 1
            )
            #expect(done.status == 200, "\(done.text)")
            #expect(done.member("confirmation", "reason") == "年度安排已电话核实")
            #expect(try await service.said(EndMoved.self).map(\.reason) == [.confirmed])
            try await service.travel(to: Sample.noon("2027-01-06"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).count == 1)
            let again = await service.call("POST", path, as: .centreOfficer, json: #"{"reason": "再次"}"#, ifMatch: 3)
            #expect(again.status == 409)
        }
    }

    @Test(
        "Documents that are not in order change nothing and are told day by day",
        arguments: [
            #"{"year": 2027, "source": {}, "days": []}"#,
            #"{"year": 2027, "source": {}, "days": [{"date": "2027-01-05", "isWorking": true, "name": "元旦"}]}"#,
            #"{"year": 2027, "source": {}, "days": [{"date": "2027-01-01", "isWorking": false, "name": "元旦"}, {"date": "2027-01-01", "isWorking": false, "name": "元旦"}]}"#,
            #"{"year": 2027, "source": {}, "days": [{"date": "2027-01-02", "isWorking": false, "name": "元旦"}, {"date": "2027-01-02", "isWorking": true, "name": "元旦"}]}"#,
            #"{"year": 2027, "source": {}, "days": [{"date": "2028-06-01", "isWorking": false, "name": "元旦"}]}"#,
        ]
    )
    func refuses(document: String) async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.noon("2026-12-28"))
            let reply = await service.call("POST", "/calendar/documents", as: .centreOfficer, json: Self.body(document))
            #expect(reply.status == 400)
            #expect(reply.text.contains("publicity-timer.calendar-document"))
            #expect(try await service.said(CalendarPublished.self).isEmpty)
        }
    }
}

extension ServiceUnderTest<Main> {
    /// Brings a document into use.
    func publish(_ document: CalendarDocument) async throws {
        try await database.transaction { [clock, publishCalendar = definition.publishCalendar] tx in
            _ = try publishCalendar([document], because: .system("test", now: clock.now), in: tx)
        }
    }

    /// The days by which open objections are to be handled.
    fileprivate func dueDays() async throws -> [String] {
        try await database.transaction { tx in
            try tx.query("SELECT due_on::text AS due_on FROM objection ORDER BY id").map { try $0.decode("due_on") }
        }
    }
}
