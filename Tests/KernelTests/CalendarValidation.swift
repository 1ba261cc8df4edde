import Kernel
import Testing

@Suite("A calendar document")
struct CalendarValidation {
    struct Row: CustomTestStringConvertible, Sendable {
        /// What it does.
        let testDescription: String
        /// The days, `+` before one that is worked.
        let days: String
        /// What is said of them.
        let sentences: [String]
        var year = 2027
    }

    static let table = [
        Row(testDescription: "names no day", days: "", sentences: ["2027年:没有列出任何日期。"]),
        Row(
            testDescription: "names a day twice",
            days: "2027-01-01 2027-01-01",
            sentences: ["2027年第2项:2027-01-01 重复列出(首次在2027年第1项)。"]
        ),
        Row(
            testDescription: "contradicts itself",
            days: "2027-02-06 +2027-02-20 +2027-02-06",
            sentences: ["2027年第3项:2027-02-06 既列为放假又列为上班(另一处在2027年第1项),互相矛盾。"]
        ),
        Row(
            testDescription: "makes up on a weekday",
            days: "2027-01-01 +2027-01-06",
            sentences: ["2027年第2项:2027-01-06 是星期三,本来就是工作日,不能列为调休上班日。"]
        ),
        Row(
            testDescription: "reaches too far back",
            days: "2027-01-01 2026-11-30",
            sentences: ["2027年第2项:2026-11-30 不属于该年的安排,只能列上年12月1日至下年1月31日之间的日期。"]
        ),
        Row(
            testDescription: "reaches too far ahead",
            days: "2027-01-01 2028-02-01",
            sentences: ["2027年第2项:2028-02-01 不属于该年的安排,只能列上年12月1日至下年1月31日之间的日期。"]
        ),
        Row(
            testDescription: "names only days of other years",
            days: "2026-12-31 2028-01-01",
            sentences: ["2027年:没有列出本年的任何日期,不能当作该年的安排。"]
        ),
        Row(
            testDescription: "is of a year without a calendar",
            days: "2201-01-01",
            sentences: ["2201年:“2201”不是可载入的年份,应在1950至2100之间。"],
            year: 2201
        ),
        Row(
            testDescription: "has too many faults for one sentence",
            days: "+2027-01-06 2027-01-01 2027-01-01 2029-01-01",
            sentences: [
                "2027年第1项:2027-01-06 是星期三,本来就是工作日,不能列为调休上班日。",
                "2027年第3项:2027-01-01 重复列出(首次在2027年第2项)。",
                "2027年第4项:2029-01-01 不属于该年的安排,只能列上年12月1日至下年1月31日之间的日期。",
            ]
        ),
    ]

    @Test("is refused when it", arguments: table)
    func refuses(_ row: Row) throws {
        let document = CalendarDocument(year: row.year, days: try days(row.days))
        #expect(document.problems.map(\.chinese) == row.sentences)
        #expect(throws: CalendarFileError.self) { try document.validate() }
    }

    @Test("is refused when it has more days off than any year")
    func tooManyDaysOff() throws {
        let first = try day("2027-06-01").dayNumber
        let days = (0...60).map { ScheduledDay(date: LocalDate(dayNumber: first + $0), isWorking: false, name: "假") }
        #expect(CalendarDocument(year: 2027, days: Array(days.dropLast())).problems == [])
        #expect(
            CalendarDocument(year: 2027, days: days).problems.map(\.code) == ["calendar.too-many-days-off"]
        )
    }

    @Test("is refused when a holiday has no name")
    func nameless() throws {
        let days = [ScheduledDay(date: try day("2027-01-01"), isWorking: false, name: " ")]
        #expect(CalendarDocument(year: 2027, days: days).problems.map(\.fault) == [.name])
    }

    @Test(
        "is taken when it",
        arguments: [
            ("gives a weekend off", "2027-01-01 2027-01-02 2027-01-03"),
            ("makes up on Saturday and Sunday", "2027-01-01 +2027-01-09 +2027-01-10"),
            ("has a statutory day on a weekday worked", "2027-01-01 +2027-04-05"),
            ("names the ends of its range", "2026-12-01 2027-01-01 2028-01-31"),
        ]
    )
    func takes(what: String, text: String) throws {
        #expect(CalendarDocument(year: 2027, days: try days(text)).problems == [])
    }

    private func days(_ text: String) throws -> [ScheduledDay] {
        try text.split(separator: " ").map { word in
            let isWorking = word.hasPrefix("+")
            return ScheduledDay(date: try day(String(word.suffix(10))), isWorking: isWorking, name: "假")
        }
    }
}
