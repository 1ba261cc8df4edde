import FilingDomain
import Kernel
import Testing

@Suite("The clock of a promise")
struct HandlingClockTests {
    static func calendar() throws -> WorkingCalendar { try WorkingCalendar.initial() }

    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let received: String
        var told: String?
        var resumed: String?
        var ended: String?
        let today: String
        let used: Int
        let left: Int
        let due: String
        var movement = HandlingClock.Reading.Movement.running
        var isProvisional = false
    }

    /// Due days were counted by hand on the arrangement of 2026 (off 9-25..27, 10-1..7; work on 9-20, 10-10).
    static let rows = [
        Row(
            testDescription: "nothing used on the day itself",
            received: "2026-09-18",
            today: "2026-09-18",
            used: 0,
            left: 20,
            due: "2026-10-22"
        ),
        Row(
            testDescription: "a make-up Sunday counts",
            received: "2026-09-18",
            today: "2026-09-20",
            used: 1,
            left: 19,
            due: "2026-10-22"
        ),
        Row(
            testDescription: "holidays use nothing",
            received: "2026-09-30",
            today: "2026-10-07",
            used: 0,
            left: 20,
            due: "2026-11-03"
        ),
        Row(
            testDescription: "a make-up Saturday counts",
            received: "2026-09-30",
            today: "2026-10-10",
            used: 3,
            left: 17,
            due: "2026-11-03"
        ),
        Row(
            testDescription: "the last day is the promise kept",
            received: "2026-09-30",
            today: "2026-11-03",
            used: 20,
            left: 0,
            due: "2026-11-03"
        ),
        Row(
            testDescription: "a day later it is broken",
            received: "2026-09-30",
            today: "2026-11-04",
            used: 21,
            left: -1,
            due: "2026-11-03"
        ),
        Row(
            testDescription: "stands still over National Day while corrections are due",
            received: "2026-09-21",
            told: "2026-09-24",
            today: "2026-10-09",
            used: 3,
            left: 17,
            due: "2026-11-02",
            movement: .stopped
        ),
        Row(
            testDescription: "goes on after the day it came back, which does not count",
            received: "2026-09-21",
            told: "2026-09-24",
            resumed: "2026-10-09",
            today: "2026-10-10",
            used: 4,
            left: 16,
            due: "2026-11-02"
        ),
        Row(
            testDescription: "comes back on a holiday: the next working day is the first",
            received: "2026-09-21",
            told: "2026-09-24",
            resumed: "2026-10-05",
            today: "2026-10-08",
            used: 4,
            left: 16,
            due: "2026-10-29"
        ),
        Row(
            testDescription: "told on the last day leaves nothing",
            received: "2026-09-30",
            told: "2026-11-03",
            resumed: "2026-11-10",
            today: "2026-11-10",
            used: 20,
            left: 0,
            due: "2026-11-10"
        ),
        Row(
            testDescription: "broken before it was told stays broken",
            received: "2026-09-30",
            told: "2026-11-05",
            resumed: "2026-11-10",
            today: "2026-11-10",
            used: 22,
            left: -2,
            due: "2026-11-03"
        ),
        Row(
            testDescription: "stands as it was when it ended",
            received: "2026-09-30",
            ended: "2026-10-10",
            today: "2026-11-20",
            used: 3,
            left: 17,
            due: "2026-11-03",
            movement: .ended
        ),
        Row(
            testDescription: "taken back while corrections were due",
            received: "2026-09-21",
            told: "2026-09-24",
            ended: "2026-10-12",
            today: "2026-11-20",
            used: 3,
            left: 17,
            due: "2026-11-04",
            movement: .ended
        ),
        Row(
            testDescription: "into a year nobody arranged yet it is provisional",
            received: "2026-12-10",
            today: "2026-12-11",
            used: 1,
            left: 19,
            due: "2027-01-08",
            isProvisional: true
        ),
    ]

    @Test("counts working days", arguments: rows)
    func counts(_ row: Row) throws {
        let clock = HandlingClock(
            promise: HandlingPromise(),
            receivedOn: Sample.day(row.received),
            toldOn: row.told.map(Sample.day),
            resumedOn: row.resumed.map(Sample.day),
            endedOn: row.ended.map(Sample.day)
        )
        let reading = clock.reading(on: Sample.day(row.today), by: try Self.calendar())
        #expect(reading.usedDays == row.used)
        #expect(reading.leftDays == row.left)
        #expect(reading.dueOn.description == row.due)
        #expect(reading.movement == row.movement)
        #expect(reading.isProvisional == row.isProvisional)
        #expect(reading.isOverdue == (row.left < 0))
    }

    @Test(
        "gives five working days to tell corrections",
        arguments: [
            ("2026-09-18", "2026-09-24"), ("2026-09-21", "2026-09-29"), ("2026-09-30", "2026-10-13"),
            ("2026-04-29", "2026-05-09"), ("2026-02-09", "2026-02-14"), ("2026-01-01", "2026-01-08"),
        ]
    )
    func tells(received: String, due: String) throws {
        let clock = HandlingClock(promise: HandlingPromise(), receivedOn: Sample.day(received))
        let calendar = try Self.calendar()
        let onTime = try #require(clock.reading(on: Sample.day(due), by: calendar).telling)
        #expect(onTime.dueOn.description == due && onTime.leftDays == 0 && !onTime.isOverdue)
        let later = calendar.lastDay(published: Sample.day(due), workingDays: 1).lastDay
        #expect(clock.reading(on: later, by: calendar).telling?.isOverdue == true)
    }

    @Test("knows whether corrections were told within the promise")
    func tellsInTime() throws {
        let calendar = try Self.calendar()
        for (told, isLate) in [("2026-10-13", false), ("2026-10-14", true)] {
            let clock = HandlingClock(
                promise: HandlingPromise(),
                receivedOn: Sample.day("2026-09-30"),
                toldOn: Sample.day(told)
            )
            #expect(clock.reading(on: Sample.day("2026-11-02"), by: calendar).isToldLate == isLate)
        }
    }

    @Test("tells no day for corrections once they were told, or once it ended")
    func tellsOnce() throws {
        let calendar = try Self.calendar()
        let told = HandlingClock(promise: HandlingPromise(), receivedOn: Sample.monday, toldOn: Sample.tuesday)
        #expect(told.reading(on: Sample.wednesday, by: calendar).telling == nil)
        let ended = HandlingClock(promise: HandlingPromise(), receivedOn: Sample.monday, endedOn: Sample.tuesday)
        #expect(ended.reading(on: Sample.wednesday, by: calendar).telling == nil)
    }
}
