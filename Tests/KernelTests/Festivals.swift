import Kernel
import Testing

@Suite("Holidays by law")
struct Festivals {
    @Test(
        "fall on the days the almanacs give",
        arguments: [
            // 1978 and 2089: new moons minutes before midnight. 2033: the leap month after the eleventh.
            (1978, "02-06 除夕 02-07 春节 04-05 清明节 06-10 端午节 09-17 中秋节"),
            (2026, "02-16 除夕 02-17 春节 04-05 清明节 06-19 端午节 09-25 中秋节"),
            (2027, "02-05 除夕 02-06 春节 04-05 清明节 06-09 端午节 09-15 中秋节"),
            (2033, "01-30 除夕 01-31 春节 04-04 清明节 06-01 端午节 09-08 中秋节"),
            (2034, "02-18 除夕 02-19 春节 04-05 清明节 06-20 端午节 09-27 中秋节"),
            (2089, "02-09 除夕 02-10 春节 04-04 清明节 06-13 端午节 09-18 中秋节"),
        ]
    )
    func fall(year: Int, days: String) {
        let found = ChineseFestivals.days(of: year).map { "\($0.date.description.dropFirst(5)) \($0.name)" }
        #expect(found.joined(separator: " ") == days)
    }

    @Test("are what the State Council's papers say, for every year there is one", arguments: 2008...2026)
    func agreeWithThePapers(year: Int) throws {
        let calendar = try WorkingCalendar.initial()
        for festival in ChineseFestivals.days(of: year) where festival.name != "除夕" {
            // 2012 and others: two holidays in one.
            switch calendar.day(festival.date).reason {
            case .stateCouncilOff(let name), .statutoryHoliday(let name):
                #expect(name == festival.name || name == "国庆节", "\(festival.date)")
            case let other: Issue.record("\(festival.date) \(festival.name) is \(other)")
            }
        }
    }

    @Test(
        "are as many as the law of the time says",
        arguments: [
            (1949, 1), (1950, 7), (1999, 7), (2000, 10), (2007, 10), (2008, 11), (2014, 11), (2024, 11), (2025, 13),
            (2100, 13),
        ]
    )
    func count(year: Int, days: Int) {
        #expect(StatutoryHolidays.holidays(of: year).map(\.dates.count).reduce(0, +) == days)
    }

    @Test(
        "begin the Spring Festival on the eve only when the law did",
        arguments: [(2008, -1), (2013, -1), (2014, 0), (2024, 0), (2025, -1)]
    )
    func eve(year: Int, offset: Int) throws {
        let spring = try #require(ChineseFestivals.days(of: year).first { $0.name == "春节" })
        let days = StatutoryHolidays.holidays(of: year).first { $0.name == "春节" }?.dates
        #expect(days?.first == spring.date.adding(days: offset))
    }

    @Test(
        "on weekends are made up for on the next working days",
        arguments: [
            (2027, "02-09 春节 02-10 春节 05-03 劳动节 05-04 劳动节 10-04 国庆节 10-05 国庆节"),
            (2028, "01-03 元旦 05-29 端午节 10-04 国庆节"),
        ]
    )
    func compensation(year: Int, days: String) throws {
        let calendar = WorkingCalendar(documents: [], version: "none")
        let first = try day("\(year)-01-01").dayNumber
        let found = (first..<first + 365).compactMap { number -> String? in
            let found = calendar.day(LocalDate(dayNumber: number))
            guard case .compensation(let name) = found.reason else { return nil }
            #expect(!found.isWorking && !found.date.weekday.isWeekend && found.authority == .provisional)
            return "\(found.date.description.dropFirst(5)) \(name)"
        }
        #expect(found.joined(separator: " ") == days)
    }

    @Test(
        "lose no day to weekends in any year without a document",
        arguments: [1950, 1999, 2006, 2013, 2020, 2027, 2030, 2031, 2050, 2077, 2100]
    )
    func nothingLost(year: Int) throws {
        let calendar = WorkingCalendar(documents: [], version: "none")
        let first = try day("\(year)-01-01").dayNumber
        let off = (first...(try day("\(year)-12-31").dayNumber)).count {
            let date = LocalDate(dayNumber: $0)
            return !date.weekday.isWeekend && !calendar.day(date).isWorking
        }
        let statutory = Set(StatutoryHolidays.holidays(of: year).flatMap(\.dates))
        #expect(off == statutory.count)
    }
}
