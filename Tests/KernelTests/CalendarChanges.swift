import Kernel
import Testing

@Suite("A change of the calendar")
struct CalendarChanges {
    /// 2020 as it was announced on 2019-11-21: the Spring Festival ended on 30 January, and 1 February was worked.
    private static func announced() throws -> CalendarDocument {
        let amended = try #require(try CalendarDocument.initial().first { $0.year == 2020 })
        let prolonged = ["2020-01-31", "2020-02-01", "2020-02-02"]
        return CalendarDocument(
            year: 2020,
            source: .init(documentNumber: "国办发明电〔2019〕16号", publishedOn: try day("2019-11-21")),
            days: amended.days.filter { !prolonged.contains($0.date.description) }
                + [ScheduledDay(date: try day("2020-02-01"), isWorking: true, name: "春节")]
        )
    }

    @Test("moved the end of a period of January 2020, by another version of the year's document")
    func springOf2020() throws {
        let others = try CalendarDocument.initial().filter { $0.year != 2020 }
        let amended = try #require(try CalendarDocument.initial().first { $0.year == 2020 })
        let announced = try Self.announced()
        #expect(announced.problems == [])
        let before = WorkingCalendar(documents: others + [announced], version: "2019-11-21")
        let after = WorkingCalendar(documents: others + [announced, amended], version: "2020-01-27")
        let published = try day("2020-01-20")
        #expect(before.lastDay(published: published, workingDays: 5) == (try day("2020-02-01"), .official))
        #expect(after.lastDay(published: published, workingDays: 5) == (try day("2020-02-04"), .official))

        let changes = WorkingCalendar.changes(from: before, to: after)
        #expect(changes.map(\.date.description) == ["2020-01-31", "2020-02-01", "2020-02-02"])
        #expect(changes.map(\.movesPeriods) == [true, true, false])
        #expect(changes.first?.before.reason == .weekday)
        #expect(changes.first?.after.reason == .stateCouncilOff(name: "春节"))
    }

    @Test("settles a year and the December before it when its document is loaded")
    func newYear() throws {
        let documents = try CalendarDocument.initial()
        let next = CalendarDocument(
            year: 2027,
            days: [
                ScheduledDay(date: try day("2027-01-01"), isWorking: false, name: "元旦"),
                ScheduledDay(date: try day("2027-02-20"), isWorking: true, name: "春节"),
            ]
        )
        let old = WorkingCalendar(documents: documents, version: "1")
        let new = WorkingCalendar(documents: documents + [next], version: "2")
        let changes = WorkingCalendar.changes(from: old, to: new)
        #expect(changes.first?.date == (try day("2026-12-25")))
        #expect(changes.last?.date == (try day("2027-12-24")))
        #expect(changes.count == 7 + 365 - 7)
        #expect(changes.filter(\.isOfAuthorityAlone).count > 350)
        #expect(
            changes.filter(\.movesPeriods).map(\.date.description) == [
                "2027-02-09", "2027-02-10", "2027-02-20", "2027-05-03", "2027-05-04", "2027-10-04", "2027-10-05",
            ]
        )
        #expect(
            WorkingCalendar.changes(from: old, to: new, within: try day("2027-02-01")...(try day("2027-02-03"))).count
                == 3
        )
    }

    @Test("is none where the same days come from another paper")
    func nothing() throws {
        let documents = try CalendarDocument.initial()
        let renamed = documents.map {
            CalendarDocument(year: $0.year, source: .init(documentNumber: "另一文号"), days: $0.days.reversed())
        }
        let (old, new) = (
            WorkingCalendar(documents: documents, version: "1"), WorkingCalendar(documents: renamed, version: "2")
        )
        #expect(WorkingCalendar.changes(from: old, to: new) == [])
        let none = WorkingCalendar(documents: [], version: "0")
        #expect(WorkingCalendar.changes(from: none, to: none) == [])
    }
}
