import Foundation
import Kernel
import Testing

@Suite("Calendar documents")
struct CalendarDocuments {
    @Test("all pass their own check, one for each year from 2007 to 2026")
    func realOnesPass() throws {
        let documents = try CalendarDocument.initial()
        #expect(documents.map(\.year) == Array(2007...2026))
        #expect(documents.flatMap(\.problems) == [])
        #expect(documents.map(\.days.count).reduce(0, +) == 681)
        #expect(documents.last?.source.documentNumber == "国办发明电〔2025〕7号")
    }

    @Test("name every day that is off by law, so that nothing is left to it", arguments: 2008...2026)
    func coverTheLaw(year: Int) throws {
        let calendar = try WorkingCalendar.initial()
        for date in StatutoryHolidays.holidays(of: year).flatMap(\.dates) {
            switch calendar.day(date).reason {
            case .stateCouncilOff: break
            // The paper of 2012 gave 22 to 24 June off; the data leave out the Saturday.
            case .statutoryHoliday(let name): #expect(date.weekday.isWeekend, "\(date) \(name)")
            case let other: Issue.record("\(date) is \(other)")
            }
        }
    }

    @Test(
        "take the last days of December for the next year",
        arguments: [
            ("2007-12-29", 2008), ("2011-12-31", 2012), ("2018-12-31", 2019), ("2022-12-31", 2023),
            ("2023-12-30", 2024),
        ]
    )
    func lateDecember(date: String, year: Int) throws {
        #expect(try WorkingCalendar.initial().day(day(date)).document?.year == year)
    }

    @Test("say which of them each day rests on")
    func references() throws {
        let calendar = try WorkingCalendar.initial()
        let document = try #require(try calendar.day(day("2026-10-09")).document)
        #expect(document.chinese == "2026年放假安排(国办发明电〔2025〕7号)")
        #expect(try calendar.day(day("2026-10-10")).document == document)
        #expect(try calendar.day(day("2026-12-27")).document == document)
        #expect(try calendar.day(day("2027-01-01")).document == nil)
        #expect(try calendar.day(day("2027-01-04")).document == nil)
    }

    @Test("of one year follow each other whole: what the later leaves out is gone")
    func laterVersion() throws {
        let first = try document(2027, "2026-11-01", off: ["2027-01-01", "2027-03-03"])
        let second = try document(2027, "2027-02-01", off: ["2027-01-01", "2027-03-04"])
        for documents in [[first, second], [second, first]] {
            let calendar = WorkingCalendar(documents: documents, version: "1")
            #expect(calendar.documents == [second])
            #expect(try calendar.day(day("2027-03-03")).reason == .weekday)
            #expect(try calendar.day(day("2027-03-04")).reason == .stateCouncilOff(name: "假"))
        }
    }

    @Test("without a day of publication follow those before them")
    func undated() throws {
        let first = try document(2027, "2026-11-01", off: ["2027-03-03"])
        let second = try document(2027, nil, off: ["2027-03-04"])
        #expect(WorkingCalendar(documents: [first, second], version: "1").documents == [second])
        #expect(WorkingCalendar(documents: [second, first], version: "1").documents == [first])
    }

    @Test("of the next year change the current December, and of the year before cannot change them back")
    func turnOfTheYear() throws {
        let current = try document(2026, "2025-11-04", off: ["2026-01-01", "2026-12-31"])
        let next = CalendarDocument(
            year: 2027,
            source: .init(publishedOn: try day("2026-11-03")),
            days: [
                ScheduledDay(date: try day("2027-01-01"), isWorking: false, name: "元旦"),
                ScheduledDay(date: try day("2026-12-27"), isWorking: true, name: "元旦"),
                ScheduledDay(date: try day("2026-12-31"), isWorking: true, name: "元旦"),
            ]
        )
        for documents in [[current, next], [next, current]] {
            let calendar = WorkingCalendar(documents: documents, version: "1")
            #expect(try calendar.day(day("2026-12-31")).isWorking)
            #expect(try calendar.day(day("2026-12-27")).reason == .makeUpDay(name: "元旦"))
            #expect(try calendar.day(day("2026-12-27")).document?.year == 2027)
            #expect(try calendar.day(day("2026-12-28")).authority == .official)
        }
    }

    @Test("leave a statutory day they forget off, by the law")
    func forgotten() throws {
        let calendar = WorkingCalendar(documents: [try document(2027, nil, off: ["2027-01-01"])], version: "1")
        let found = try calendar.day(day("2027-10-01"))
        #expect(found.reason == .statutoryHoliday(name: "国庆节"))
        #expect(found.authority == .official)
        #expect(found.document == nil)
        // How a lost weekend is made up for is the document's to say.
        #expect(try calendar.day(day("2027-10-04")).isWorking)
    }

    @Test("survive being written and read, with or without a source")
    func coding() throws {
        for document in try CalendarDocument.initial() {
            let data = try JSONEncoder().encode(document)
            #expect(try JSONDecoder().decode(CalendarDocument.self, from: data) == document)
        }
        let short = #"{"year":2027,"source":{},"days":[{"date":"2027-01-01","isWorking":false,"name":"元旦"}]}"#
        let document = try JSONDecoder().decode(CalendarDocument.self, from: Data(short.utf8))
        #expect(document.source == CalendarDocument.Source())
    }

    private func document(_ year: Int, _ published: String?, off: [String]) throws -> CalendarDocument {
        CalendarDocument(
            year: year,
            source: .init(publishedOn: try published.map { try day($0) }),
            days: try off.map { ScheduledDay(date: try day($0), isWorking: false, name: "假") }
        )
    }
}
