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
        _ = try defence.handle(
            .arrange(Defence.Programme(method: 0, sessions: [Self.good], draw: nil), at: PanelSample.now)
        )
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
            try defence.decide(
                .arrange(Defence.Programme(method: 0, sessions: [moved], draw: nil), at: PanelSample.now)
            )
        }
        _ = try defence.handle(
            .arrange(Defence.Programme(method: 0, sessions: [Self.good, moved], draw: nil), at: PanelSample.now)
        )
        #expect(try defence.programme().sessions.map(\.present) == [["expert-1", "expert-2"], nil])
        #expect(try defence.programme().absences == [absence])
    }

    private static func appearance(_ number: UInt8) -> DefenceAppearance {
        DefenceAppearance(application: Sample.id(number), reason: "签到簿有其签名", by: "hr-1", at: PanelSample.now)
    }

    @Test("leave no candidate without somebody to judge them, and drop no score that is in")
    func heard() throws {
        let seats = Seats(
            members: (1...5).map { PanelSample.member($0) },
            chair: "expert-1",
            recusals: [PanelSample.recusal("expert-1", Sample.id(1))]
        )
        var defence = Defence.initial
        _ = try defence.handle(.arrange(.init(method: 0, sessions: [Self.good], draw: nil), at: PanelSample.now))
        #expect(throws: Defence.Rejection.unheard(count: 3)) {
            try defence.decide(.attend(session: Sample.id(60), present: [], seats: seats))
        }
        #expect(throws: Defence.Rejection.unheard(count: 1)) {
            try defence.decide(.attend(session: Sample.id(60), present: ["expert-1"], seats: seats))
        }
        let scored = [Sample.id(3): Set(["expert-4"]), Sample.id(1): ["expert-1"]]
        #expect(throws: Defence.Rejection.scoredThere(count: 1)) {
            try defence.decide(
                .attend(session: Sample.id(60), present: ["expert-2", "expert-3"], seats: seats, scored: scored)
            )
        }
        let absence = DefenceAbsence(application: Sample.id(1), reason: "病假", by: "hr-1", at: PanelSample.now)
        #expect(throws: Defence.Rejection.notMissed) { try defence.decide(.appear(Self.appearance(1), seats: seats)) }
        _ = try defence.handle(.miss(absence))
        _ = try defence.handle(.attend(session: Sample.id(60), present: ["expert-1"], seats: seats))
        // Whoever was there cannot judge the candidate who is said to have come after all.
        #expect(throws: Defence.Rejection.unheard(count: 1)) {
            try defence.decide(.appear(Self.appearance(1), seats: seats))
        }
        _ = try defence.handle(.attend(session: Sample.id(60), present: ["expert-1", "expert-2"], seats: seats))
        _ = try defence.handle(.appear(Self.appearance(1), seats: seats))
        #expect(try defence.programme().absences.isEmpty)
        #expect(try defence.programme().appearances == [Self.appearance(1)])
        _ = try defence.handle(.miss(absence))
        #expect(try defence.programme().absences == [absence])
    }

    @Test("are of one method once one was held or missed")
    func method() throws {
        let other = Defence.Programme(method: 1, sessions: [Self.good], draw: nil)
        var defence = Defence.initial
        _ = try defence.handle(.arrange(.init(method: 0, sessions: [Self.good], draw: nil), at: PanelSample.now))
        var missed = defence
        let absence = DefenceAbsence(application: Sample.id(2), reason: "病假", by: "hr-1", at: PanelSample.now)
        _ = try missed.handle(.miss(absence))
        var held = defence
        let seats = ScoringSample.seats()
        _ = try held.handle(.attend(session: Sample.id(60), present: ["expert-1"], seats: seats))
        for fixed in [missed, held] {
            #expect(throws: Defence.Rejection.methodFixed) {
                try fixed.decide(.arrange(other, at: PanelSample.now))
            }
        }
        _ = try defence.handle(.arrange(other, at: PanelSample.now))
        #expect(try defence.programme().method == 1)
    }

    @Test("keep a drawn order but before the first candidate's time and with a reason")
    func redrawn() throws {
        func order(_ numbers: [UInt8], _ seed: String) -> DefenceOrder {
            DefenceOrder(seed: seed, witness: "工会", order: numbers.map(Sample.id))
        }
        let before = Sample.day("2026-09-14").start.addingTimeInterval(9 * 3600 - 1)
        let programme = Defence.Programme(method: 0, sessions: [Self.good], draw: order([2, 1, 3], "a"))
        let another = Self.session("2026-09-14", ("09:00", "09:30", 1), ("09:30", "10:00", 2), ("10:10", "10:40", 3))
        let again = Defence.Programme(method: 0, sessions: [another], draw: order([1, 2, 3], "b"))
        let set = Defence.Programme(method: 0, sessions: [another], draw: nil)
        var defence = Defence.initial
        _ = try defence.handle(.arrange(programme, at: before))
        for wanted in [again, set] {
            #expect(throws: Defence.Rejection.reasonMissing) { try defence.decide(.arrange(wanted, at: before)) }
            #expect(throws: Defence.Rejection.orderFixed) {
                try defence.decide(.arrange(wanted, reason: "漏一人", at: before.addingTimeInterval(1)))
            }
        }
        // Other times and places in the same order need no draw and no reason, at any time.
        let moved = Self.session("2026-09-15", ("14:00", "14:30", 2), ("14:30", "15:00", 1), ("15:10", "15:40", 3))
        var later = defence
        _ = try later.handle(
            .arrange(.init(method: 0, sessions: [moved], draw: nil), at: before.addingTimeInterval(86_400))
        )
        #expect(try later.programme().draw == programme.draw)
        #expect(try later.programme().reorderedBecause == nil)
        _ = try defence.handle(.arrange(again, reason: "漏一人", at: before))
        #expect(try defence.programme().draw == again.draw)
        #expect(try defence.programme().reorderedBecause == "漏一人")
        // Changed once more, both reasons and both draws stay on record.
        _ = try defence.handle(.arrange(programme, reason: "抽签人有误", at: before))
        let changes = try defence.programme().allReorderings
        #expect(changes.map(\.reason) == ["漏一人", "抽签人有误"])
        #expect(changes.map(\.before) == [programme.draw, again.draw])
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
