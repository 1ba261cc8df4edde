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

@Suite("The life of a notice, on a real database")
struct NoticeLife {
    @Test("A proposed list is on show once, however often it is told, and the calendar is announced once")
    func opensOnce() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.openNotice()
            try await service.hear(Sample.proposed(), from: .evaluation, sequence: 2)
            try await service.hear(Sample.proposed(list: Sample.id(63)), from: .evaluation)
            let opened = try await service.said(PublicityOpened.self)
            #expect(opened.map(\.about.list) == [Sample.id(60), Sample.id(63)])
            #expect(opened.first?.period.lastDay == Sample.day("2026-10-13"))
            #expect(opened.first?.period.endsAt == Sample.end)
            #expect(opened.first?.names == 3)
            let calendars = try await service.said(CalendarPublished.self)
            #expect(calendars.map(\.version) == ["state-council-2007-2026"])
            #expect(calendars.first?.years == Array(2007...2026))
            #expect(calendars.first?.documents == (try CalendarDocument.initial()))
        }
    }

    @Test("One batch opens many lists, the same list only once")
    func opensASet() async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.noon("2026-09-30"))
            try await service.hear(
                Sample.proposed(list: Sample.id(71)),
                Sample.proposed(list: Sample.id(72)),
                Sample.proposed(list: Sample.id(71)),
                from: .evaluation
            )
            #expect(try await service.said(PublicityOpened.self).map(\.about.list) == [Sample.id(71), Sample.id(72)])
        }
    }

    @Test("A list that comes late counts from the day it comes, and too few days count as five; both are journalled")
    func reckonsInFavourOfThePublic() async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.noon("2026-09-30"))
            try await service.hear(Sample.proposed(publishedOn: "2026-09-01", days: 3), from: .evaluation)
            let opened = try #require(try await service.said(PublicityOpened.self).first)
            #expect(opened.period.publishedOn == Sample.day("2026-09-30"))
            #expect(opened.period.requiredDays == 5)
            let kinds = try await service.journal("notice")
            #expect(kinds == ["opened", "remarked", "remarked"])
        }
    }

    @Test("It completes with the end of the last day, not before and only once, and takes effect at that end")
    func completesOnTime() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.openNotice()
            try await service.travel(to: Sample.end.addingTimeInterval(-60))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).isEmpty)
            try await service.travel(to: Sample.end.addingTimeInterval(3600))
            try await service.tick()
            try await service.tick()
            let completed = try await service.said(PublicityCompleted.self)
            #expect(completed.count == 1)
            #expect(completed.first?.effectiveAt == Sample.end)
            #expect(completed.first?.cleared == [Sample.zhao, Sample.qian, Sample.sun])
            #expect(completed.first?.period.authority == .official)
        }
    }

    @Test("A provisional period waits, and its notice says so")
    func waitsForTheCalendar() async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.noon("2026-12-25"))
            try await service.hear(Sample.proposed(publishedOn: "2026-12-25"), from: .evaluation)
            let notice = try #require(try await service.said(PublicityOpened.self).first).about.notice.lowercase
            try await service.travel(to: Sample.noon("2027-01-10"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).isEmpty)
            let reply = await service.call("GET", "/notices/\(notice)", as: .employee, of: Sample.employer)
            #expect(reply.member("period", "waitsForCalendar") == "1")
            #expect(reply.member("period", "authority") == "provisional")
            #expect(reply.member("state") == "running")
        }
    }

    @Test("A withdrawn list completes never; one withdrawn after completion stays completed")
    func withdraws() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.openNotice()
            let withdrawn = ListWithdrawn(list: Sample.id(60), proposer: Sample.publisher, reason: "名单有误")
            try await service.hear(withdrawn, from: .evaluation, sequence: 2)
            try await service.hear(Sample.proposed(list: Sample.id(63)), from: .evaluation)
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            let late = ListWithdrawn(list: Sample.id(63), proposer: Sample.publisher, reason: "名单有误")
            let unknown = ListWithdrawn(list: Sample.id(64), proposer: Sample.publisher, reason: "名单有误")
            try await service.hear(late, from: .evaluation, sequence: 2)
            try await service.hear(unknown, from: .evaluation)
            #expect(try await service.said(PublicityCompleted.self).map(\.about.list) == [Sample.id(63)])
            #expect(try await service.phases() == ["completed", "withdrawn"])
        }
    }

    @Test("More are due than one batch takes, and several tickers at once: each completes once")
    func completesInBatches() async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.noon("2026-09-30"))
            let lists = (0..<250).map { Sample.proposed(list: Sample.id(1000 + $0)) }
            try await service.hear(
                try lists.map { try .init(telling: $0, from: .evaluation, sequence: 1, at: service.clock.now) }
            )
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { try await service.tick() } }
                try await group.waitForAll()
            }
            try await service.tick()
            let completed = try await service.said(PublicityCompleted.self).map(\.about.list)
            #expect(completed.count == 250)
            #expect(Set(completed).count == 250)
        }
    }

    @Test("What was changed since it was loaded is not overwritten")
    func detectsConflicts() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.openNotice()
            let store = NoticeStore()
            let stale = try await service.database.transaction { tx in try store.load(lists: [Sample.id(60)], in: tx) }
            var first = try #require(stale[Sample.id(60)])
            var second = first
            try first.handle(.receive(Sample.first, .name(Sample.zhao), receivedAt: Sample.during))
            try second.handle(.receive(Sample.second, .name(Sample.qian), receivedAt: Sample.during))
            try await service.database.transaction { [first] tx in try store.save([first], in: tx) }
            let late = second
            await #expect(throws: VersionMismatch.self) {
                try await service.database.transaction { tx in try store.save([late], in: tx) }
            }
        }
    }

    @Test("Every state comes back from the database as it was saved")
    func comesBack() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.openNotice()
            let received = Notice.Command.receive(Sample.first, .name(Sample.zhao), receivedAt: Sample.during)
            for state in [
                Sample.notice(received), Sample.notice(received, .hold(Sample.first, .name(Sample.zhao))),
                Sample.notice(received, .complete(now: Sample.end)), Sample.notice(.withdraw(reason: "名单有误")),
            ] {
                let text = try Column.text(state)
                let loaded = try await service.database.transaction { tx in
                    try tx.execute("UPDATE notice SET state = \(text)::text::jsonb")
                    return try NoticeStore().load(lists: [Sample.id(60)], in: tx)
                }
                #expect(loaded[Sample.id(60)]?.state == state)
            }
        }
    }
}

extension ServiceUnderTest<Main> {
    /// The kinds of journal entries about aggregates of a table, in order.
    func journal(_ aggregate: String) async throws -> [String] {
        try await database.transaction { tx in
            try tx.query("SELECT kind FROM journal WHERE aggregate = \(aggregate) ORDER BY position")
                .map { try $0.decode("kind") }
        }
    }

    /// The phases of all notices, sorted.
    func phases() async throws -> [String] {
        try await database.transaction { tx in
            try tx.query("SELECT phase FROM notice ORDER BY phase").map { try $0.decode("phase") }
        }
    }
}
