import Contracts
import Foundation
import Kernel
import PublicityTimerDomain
import Testing

@Suite("The days of a period as they are kept")
struct StripTests {
    /// As it was kept before: a list of days.
    private struct Listed: Codable {
        let days: [PublicityPeriod.Day]
    }

    private struct Kept: Codable {
        let days: PeriodStrip
    }

    static let periods: [PublicityPeriod] = [
        Sample.period, Sample.provisional, Sample.reckoned("2026-01-01"), Sample.reckoned("2026-12-30"),
        Sample.reckoned("2026-09-24").extended(by: 2, with: Sample.calendar),
    ]

    @Test("come back as they were, from a line and from the list that was kept before", arguments: periods)
    func comesBack(period: PublicityPeriod) throws {
        let days = period.days
        #expect(days.count == period.publishedOn.days(until: period.lastDay))
        #expect(days.first?.date == period.publishedOn.adding(days: 1))
        #expect(days.last?.date == period.lastDay)
        #expect(days.compactMap(\.number) == Array(1...(period.requiredDays + period.extraDays)))
        let line = try WireFormat.encode(Kept(days: period.strip))
        #expect(try WireFormat.decode(Kept.self, from: line).days == period.strip)
        let list = try WireFormat.encode(Listed(days: days))
        let read = try WireFormat.decode(Kept.self, from: list).days
        #expect(read == period.strip)
        #expect(read.days == days)
        #expect(line.count * 5 < list.count)
    }

    @Test("keep names and papers with the signs the line is divided by")
    func escapes() throws {
        let odd = CalendarDocument(
            year: 2026,
            source: .init(documentNumber: "国办|发明电,7%7C号 x"),
            days: [
                ScheduledDay(date: Sample.day("2026-10-08"), isWorking: false, name: "国,庆|节%2C"),
                ScheduledDay(date: Sample.day("2026-10-10"), isWorking: true, name: ""),
            ]
        )
        let period = Sample.period.again(by: WorkingCalendar(documents: [odd], version: "odd"))
        let reasons = Set(period.days.map(\.reason))
        #expect(reasons.contains(.stateCouncilOff(name: "国,庆|节%2C")))
        #expect(reasons.contains(.makeUpDay(name: "")))
        #expect(period.days.contains { $0.document == odd.reference })
    }

    @Test("tell a kept day and a provisional one")
    func flags() {
        let without = WorkingCalendar(days: [], version: "none")
        let again = Sample.period.again(by: without)
        #expect(again.days.contains { $0.isKept && $0.number == nil && $0.authority == .provisional })
        #expect(again.lastDay == Sample.period.lastDay)
        #expect(!Sample.period.days.contains { $0.isKept || $0.authority == .provisional })
    }
}
