import Foundation
import Kernel
import PublicityTimerDomain
import Testing

@Suite("The period of a notice")
struct PeriodTests {
    @Test("Five working days from 2026-09-30 are the 8th, 9th, Saturday the 10th, 12th and 13th of October")
    func countsOverTheHoliday() {
        let period = Sample.period
        #expect(period.lastDay == Sample.day("2026-10-13"))
        #expect(period.endsAt == Sample.day("2026-10-14").start)
        let counted = period.days.filter { $0.number != nil }
        #expect(counted.map(\.date.day) == [8, 9, 10, 12, 13])
        #expect(counted.compactMap(\.number) == [1, 2, 3, 4, 5])
        #expect(period.days.count == 13)
        #expect(period.days.first { $0.date.day == 10 }?.reason == .makeUpDay(name: "国庆节"))
        #expect(period.authority == .official)
    }

    @Test(
        "Fewer than five days are counted as five and more than a year as a year, with a remark",
        arguments: [
            (-1, 5, [.fewerDaysThanAllowed(asked: -1)]), (4, 5, [.fewerDaysThanAllowed(asked: 4)]), (5, 5, []),
            (10, 10, []), (250, 250, []), (251, 250, [.moreDaysThanHeld(asked: 251)]),
        ] as [(Int, Int, [PublicityPeriod.Remark])]
    )
    func isWithinBounds(asked: Int, counted: Int, remarks: [PublicityPeriod.Remark]) {
        let reckoned = PublicityPeriod.reckon(
            askedDays: asked,
            publishedOn: Sample.day("2026-09-01"),
            today: Sample.day("2026-09-01"),
            calendar: Sample.calendar
        )
        #expect(reckoned.period.requiredDays == counted)
        #expect(reckoned.period.days.count { $0.number != nil } == counted)
        #expect(reckoned.remarks == remarks)
    }

    @Test(
        "It never counts from a day earlier than the list could be seen",
        arguments: [
            ("2026-09-30", "2026-09-01", "2026-09-30", false), ("2026-09-01", "2026-09-30", "2026-09-30", true),
            ("2026-09-30", "2026-09-30", "2026-09-30", false),
        ]
    )
    func countsFromWhenSeen(named: String, today: String, published: String, remarked: Bool) {
        let (period, remarks) = PublicityPeriod.reckon(
            askedDays: 5,
            publishedOn: Sample.day(named),
            today: Sample.day(today),
            calendar: Sample.calendar
        )
        #expect(period.publishedOn == Sample.day(published))
        #expect(remarks == (remarked ? [.seenLater(asked: Sample.day(named))] : []))
    }

    @Test("Days no document settles make it provisional, and the rule says so")
    func tellsWhenProvisional() {
        #expect(Sample.provisional.authority == .provisional)
        #expect(Sample.provisional.lastDay == Sample.day("2027-01-04"))
        #expect(Sample.provisional.chinese.contains("暂定"))
        #expect(!Sample.period.chinese.contains("暂定"))
    }

    @Test("The rule names the day not counted, the number of days and the end")
    func speaks() {
        for part in ["2026年9月30日", "当日不计入", "5个工作日", "2026年10月13日24时"] {
            #expect(Sample.period.chinese.contains(part))
        }
    }
}
