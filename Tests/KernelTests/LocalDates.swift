import Foundation
import Kernel
import Testing

@Suite("A day")
struct LocalDates {
    @Test(
        "is counted from 1970",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
            ("2026-01-01", 20_454), ("1900-03-01", -25_508), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
        ]
    )
    func numbers(text: String, number: Int) throws {
        #expect(try day(text).dayNumber == number)
        #expect(LocalDate(dayNumber: number).description == text)
    }

    @Test("comes back from its year, month and day, for every day of four centuries")
    func roundTrip() {
        var weekday = LocalDate(dayNumber: -135_141).weekday
        #expect(LocalDate(dayNumber: -135_141).description == "1599-12-31" && weekday == .friday)
        for number in -135_140...10_957 {
            let date = LocalDate(dayNumber: number)
            #expect(LocalDate(year: date.year, month: date.month, day: date.day) == date)
            #expect(date.weekday.rawValue == weekday.rawValue % 7 + 1)
            weekday = date.weekday
        }
    }

    @Test(
        "does not exist",
        arguments: [
            "2026-02-29", "2100-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00",
            "2026-01-32",
            "0000-01-01", "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "+026-01-01",
            "2026-01-0１",
            "2026-01-01T00:00", "", "２０２６-01-01", "-001-01-01",
        ]
    )
    func doesNotExist(text: String) { #expect(LocalDate(text) == nil) }

    @Test("exists in a leap year", arguments: ["2024-02-29", "2000-02-29", "1600-02-29"])
    func leap(text: String) throws { #expect(try day(text).description == text) }

    @Test(
        "has a corresponding day in another month, or the month's last (民法典第202条)",
        arguments: [
            ("2026-01-31", 0, 1, "2026-02-28"), ("2024-01-31", 0, 1, "2024-02-29"), ("2026-03-31", 0, 1, "2026-04-30"),
            ("2024-02-29", 1, 0, "2025-02-28"), ("2024-02-29", 4, 0, "2028-02-29"), ("2022-09-01", 4, 0, "2026-09-01"),
            ("2026-02-28", 0, 1, "2026-03-28"), ("2026-12-31", 0, 2, "2027-02-28"), ("2026-11-15", 0, 2, "2027-01-15"),
            ("2026-03-31", 0, -1, "2026-02-28"), ("2026-01-15", 0, -1, "2025-12-15"),
            ("2024-02-29", -4, 0, "2020-02-29"),
            ("2026-09-01", -4, 1, "2022-10-01"), ("2026-05-31", 1, -12, "2026-05-31"),
        ]
    )
    func corresponding(from: String, years: Int, months: Int, to: String) throws {
        #expect(try day(from).adding(years: years, months: months) == day(to))
    }

    @Test("stays between the years 1 and 9999 whatever is added")
    func bounds() throws {
        let today = try day("2026-09-01")
        #expect(today.adding(days: .max) == .latest)
        #expect(today.adding(days: .min) == .earliest)
        #expect(today.adding(years: .max) == .latest)
        #expect(today.adding(years: .min) == .earliest)
        #expect(today.adding(years: 0, months: .min) == .earliest)
        #expect(today.adding(years: 7973) == (try day("9999-09-01")))
        #expect(today.adding(years: 7974) == .latest)
        #expect(today.adding(years: -2026) == .earliest)
        #expect(LocalDate(dayNumber: .max) == .latest)
        #expect(LocalDate(in: .distantFuture) < .latest)
        #expect(LocalDate(in: Date(timeIntervalSince1970: .infinity)) == .latest)
    }

    @Test(
        "is the Shanghai day of an instant",
        arguments: [
            (1_791_907_199.999, "2026-10-13"), (1_791_907_200, "2026-10-14"), (0, "1970-01-01"),
            (-28_801, "1969-12-31"),
            (-28_800, "1970-01-01"),
            // In the summer time of 1988, which is left out on purpose: 23:30 +08:00.
            (583_687_800, "1988-06-30"),
        ]
    )
    func shanghai(seconds: Double, text: String) throws {
        #expect(LocalDate(in: Date(timeIntervalSince1970: seconds)).description == text)
    }

    @Test("starts and ends at midnight in Shanghai")
    func edges() throws {
        let date = try day("2026-10-13")
        #expect(date.start.timeIntervalSince1970 == 1_791_820_800)
        #expect(date.end == date.adding(days: 1).start)
        #expect(LocalDate(in: date.start) == date)
        #expect(LocalDate(in: date.end) == date.adding(days: 1))
    }

    @Test("measures the way to another day, either way")
    func distance() throws {
        #expect(try day("2026-02-28").days(until: day("2026-03-01")) == 1)
        #expect(try day("2024-02-28").days(until: day("2024-03-01")) == 2)
        #expect(try day("2026-03-01").days(until: day("2026-02-28")) == -1)
        #expect(try day("2026-02-28") < day("2026-03-01"))
    }

    @Test("is coded as its text, and refuses text that is no day")
    func coding() throws {
        let encoded = try JSONEncoder().encode([day("2026-09-30")])
        #expect(String(decoding: encoded, as: UTF8.self) == #"["2026-09-30"]"#)
        #expect(try JSONDecoder().decode([LocalDate].self, from: encoded) == [day("2026-09-30")])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([LocalDate].self, from: Data(#"["2026-9-30"]"#.utf8))
        }
    }

    @Test("is printed as a notice prints it")
    func chinese() throws {
        #expect(try day("2026-09-30").chinese == "2026年9月30日")
        #expect(try day("2026-09-30").weekday.chinese == "星期三")
    }
}
