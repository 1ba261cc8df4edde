import Kernel
import Testing

@testable import Operator

@Suite("calendar deadline")
struct DeadlineLines {
    @Test(
        "answers a line with the last day and its authority",
        arguments: [
            ("2026-09-30 5", "2026-10-13 official"), ("2026-12-25 5", "2027-01-04 provisional"),
            ("2020-01-20 5", "2020-02-04 official"), ("2026-02-09\t5", "2026-02-14 official"),
            (" 2026-11-22  5 \r", "2026-11-27 official"), ("2026-11-20 01", "2026-11-23 official"),
            ("2006-12-30 1", "2007-01-04 provisional"), ("2026-12-31 1", "2027-01-04 provisional"),
            ("2026-12-23 1", "2026-12-24 official"),
        ]
    )
    func answers(line: String, answer: String) throws {
        let found = try DeadlineLine.answer(line[...], by: .initial())
        #expect(found == .valid(answer))
    }

    @Test(
        "answers a bad line in its place with the reason",
        arguments: [
            ("", "empty-line"), ("  ", "empty-line"), ("2026-09-30", "line"), ("2026-09-30 5 6", "line"),
            ("2026-02-30 5", "date"), ("30.09.2026 5", "date"), ("9999-12-30 5", "date"),
            ("2026-09-30 0", "working-days"),
            ("2026-09-30 -5", "working-days"), ("2026-09-30 +5", "working-days"), ("2026-09-30 five", "working-days"),
            ("2026-09-30 ５", "working-days"), ("2026-09-30 10001", "working-days"),
            ("2026-09-30 99999999999999999999", "working-days"),
        ]
    )
    func refuses(line: String, reason: String) throws {
        let found = try DeadlineLine.answer(line[...], by: .initial())
        #expect(!found.isValid)
        #expect(found.text.hasPrefix("invalid \(reason) "))
        #expect(!found.text.contains("\n"))
    }

    @Test("says in words when a period ends and why")
    func words() throws {
        let calendar = try WorkingCalendar.initial()
        let published = try #require(LocalDate("2026-09-30"))
        let text = DeadlineText(period: calendar.period(published: published, workingDays: 5), version: "1")
        #expect(
            text.lines(why: false) == [
                "2026年9月30日(星期三)公布,当日不计入;第5个工作日即最后一日为2026年10月13日(星期二,2026-10-13),至当日24:00(2026-10-14T00:00:00+08:00)届满。",
                "依据:国务院办公厅放假安排(日历 1);结果为正式(official)。",
            ]
        )
        let why = text.lines(why: true)
        #expect(why.count == 2 + 13 + 1)
        let paper = "依据:2026年放假安排(国办发明电〔2025〕7号)"
        #expect(why[2] == "2026-10-01 星期四 不计 国庆节放假(国务院安排) \(paper)")
        #expect(why[9] == "2026-10-08 星期四 第1日 工作日 \(paper)")
        #expect(why[11] == "2026-10-10 星期六 第3日 国庆节调休上班(国务院安排) \(paper)")
        #expect(why[14] == "2026-10-13 星期二 第5日 工作日 \(paper)")
        #expect(why[15] == "最后一日 2026-10-13,24:00届满,共计入5个工作日;正式(official)。")
    }

    @Test("warns in words that a period is provisional")
    func provisional() throws {
        let calendar = try WorkingCalendar.initial()
        let published = try #require(LocalDate("2026-12-30"))
        let text = DeadlineText(period: calendar.period(published: published, workingDays: 2), version: "1")
        #expect(text.lines(why: false)[1].contains("暂定(provisional)"))
        #expect(text.lines(why: true)[3] == "2027-01-01 星期五 不计 元旦(法定节日)(暂定)")
        #expect(text.lines(why: true).last == "最后一日 2027-01-04,24:00届满,共计入2个工作日;暂定(provisional)。")
    }
}
