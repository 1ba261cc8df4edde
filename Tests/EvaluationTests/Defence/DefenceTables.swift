import EvaluationDomain
import Foundation
import Kernel
import Testing

@Suite("Defences")
struct DefenceTables {
    static let window = PlanSchedule.Window(from: Sample.day("2026-09-11"), through: Sample.day("2026-09-20"))
    static let candidates = (1...3).map { Sample.id($0) }

    static func session(
        _ day: String = "2026-09-14",
        _ slots: (String, String, UInt8)...
    ) -> DefenceSession {
        DefenceSession(
            id: Sample.id(60),
            day: Sample.day(day),
            place: "三楼会议室",
            slots: slots.compactMap { from, through, number in
                guard let from = ClockTime(from), let through = ClockTime(through) else { return nil }
                return DefenceSlot(from: from, through: through, application: Sample.id(number))
            }
        )
    }

    static let good = session("2026-09-14", ("09:00", "09:30", 2), ("09:30", "10:00", 1), ("10:10", "10:40", 3))

    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let sessions: [DefenceSession]
        let problems: [String]
    }

    static let rows = [
        Row(testDescription: "everybody once", sessions: [good], problems: []),
        Row(testDescription: "nothing", sessions: [], problems: ["sessions evaluation.field-missing"]),
        Row(
            testDescription: "the last day and the first",
            sessions: [
                session("2026-09-11", ("09:00", "09:30", 1)),
                session("2026-09-20", ("09:00", "09:30", 2), ("09:30", "10:00", 3)),
            ],
            problems: []
        ),
        Row(
            testDescription: "a day after the plan's",
            sessions: [session("2026-09-21", ("09:00", "09:30", 1), ("09:30", "10:00", 2), ("10:00", "10:30", 3))],
            problems: ["sessions[0].day evaluation.defence-outside-schedule"]
        ),
        Row(
            testDescription: "one twice, one left out",
            sessions: [session("2026-09-14", ("09:00", "09:30", 1), ("09:30", "10:00", 1), ("10:00", "10:30", 3))],
            problems: [
                "sessions[0].candidates[1] evaluation.defence-candidate-twice",
                "sessions evaluation.defence-candidates-missing",
            ]
        ),
        Row(
            testDescription: "a stranger",
            sessions: [good, session("2026-09-15", ("09:00", "09:30", 9))],
            problems: ["sessions[1].candidates[0] evaluation.defence-not-a-candidate"]
        ),
        Row(
            testDescription: "slots that overlap",
            sessions: [session("2026-09-14", ("09:00", "09:30", 1), ("09:29", "10:00", 2), ("10:00", "10:30", 3))],
            problems: ["sessions[0].candidates[1] evaluation.defence-slots-overlap"]
        ),
        Row(
            testDescription: "the panel in two places",
            sessions: [
                session("2026-09-14", ("09:00", "09:30", 1), ("09:30", "10:00", 2)),
                session("2026-09-14", ("09:45", "10:15", 3)),
            ],
            problems: ["sessions[1].from evaluation.defence-slots-overlap"]
        ),
        Row(
            testDescription: "a slot that ends before it begins",
            sessions: [session("2026-09-14", ("09:00", "09:00", 1), ("09:30", "10:00", 2), ("10:00", "10:30", 3))],
            problems: ["sessions[0].candidates[0] evaluation.defence-past-midnight"]
        ),
    ]

    @Test("are arranged within the plan's days, everybody once and nobody at the same time", arguments: rows)
    func arranging(row: Row) {
        let problems = Defence.problems(of: row.sessions, candidates: Self.candidates, within: Self.window)
        #expect(problems.map { "\($0.field) \($0.code)" } == row.problems)
    }

    @Test("are on any day where the plan sets none")
    func unscheduled() {
        let session = Self.session("2030-01-01", ("09:00", "09:30", 1), ("09:30", "10:00", 2), ("10:00", "10:30", 3))
        #expect(Defence.problems(of: [session], candidates: Self.candidates, within: nil).isEmpty)
    }

    @Test("keep what was held, who sat and who did not appear")
    func course() throws {
        let seats = ScoringSample.seats()
        var defence = Defence.initial
        #expect(throws: Defence.Rejection.notArranged) { try defence.programme() }
        _ = try defence.handle(.arrange(Defence.Programme(method: 0, sessions: [Self.good], draw: nil)))
        #expect(throws: Defence.Rejection.noSuchSession) {
            try defence.decide(.attend(session: Sample.id(61), present: [], seats: seats))
        }
        #expect(throws: Defence.Rejection.notMember) {
            try defence.decide(.attend(session: Sample.id(60), present: ["expert-9"], seats: seats))
        }
        _ = try defence.handle(.attend(session: Sample.id(60), present: ["expert-2", "expert-1"], seats: seats))
        #expect(try defence.programme().sessions[0].present == ["expert-1", "expert-2"])
        let absence = DefenceAbsence(application: Sample.id(2), reason: "病假", by: "hr-1", at: PanelSample.now)
        _ = try defence.handle(.miss(absence))
        #expect(throws: Defence.Rejection.alreadyMissed) { try defence.decide(.miss(absence)) }
        let stranger = DefenceAbsence(application: Sample.id(9), reason: "病假", by: "hr-1", at: PanelSample.now)
        #expect(throws: Defence.Rejection.notScheduled) { try defence.decide(.miss(stranger)) }
        let moved = Self.session("2026-09-15", ("09:00", "09:30", 2), ("09:30", "10:00", 1), ("10:10", "10:40", 3))
        #expect(throws: Defence.Rejection.held(day: Sample.day("2026-09-14"))) {
            try defence.decide(.arrange(Defence.Programme(method: 0, sessions: [moved], draw: nil)))
        }
        _ = try defence.handle(.arrange(Defence.Programme(method: 0, sessions: [Self.good, moved], draw: nil)))
        #expect(try defence.programme().sessions.map(\.present) == [["expert-1", "expert-2"], nil])
        #expect(try defence.programme().absences == [absence])
    }

    @Test(
        "read a time of the day as it is written",
        arguments: [
            ("09:30", 570), ("9:30", 570), ("00:00", 0), ("23:59", 1439), ("24:00", nil), ("9:3", nil), ("09:60", nil),
            ("", nil),
            ("9：30", nil), ("-1:30", nil), ("+9:30", nil),
        ] as [(String, Int?)]
    )
    func times(text: String, minutes: Int?) { #expect(ClockTime(text)?.minutes == minutes) }
}
