import EvaluationDomain
import Foundation
import Kernel
import Testing

@Suite("Until when a vote can be open")
struct ClosingTimes {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var closesAt: String?
        var days: (String, String)?
        var frozen: [(String, String)] = []
        let now: String
        let latest: String?
        let usual: String
    }

    static let cases: [Case] = [
        Case("a plan that sets nothing", now: "2026-09-21T09:00", latest: nil, usual: "2026-09-22T00:00"),
        Case("late in the evening", now: "2026-09-21T23:30", latest: nil, usual: "2026-09-23T00:00"),
        Case(
            "the instant of the plan",
            closesAt: "2026-09-22T18:00",
            now: "2026-09-21T09:00",
            latest: "2026-09-22T18:00",
            usual: "2026-09-22T18:00"
        ),
        Case(
            "a vote repeated after it, within the days of voting",
            closesAt: "2026-09-22T18:00",
            days: ("2026-09-21", "2026-09-26"),
            now: "2026-09-23T09:00",
            latest: "2026-09-27T00:00",
            usual: "2026-09-24T00:00"
        ),
        Case(
            "a vote repeated after all that the plan sets",
            closesAt: "2026-09-22T18:00",
            days: ("2026-09-21", "2026-09-26"),
            now: "2026-09-28T09:00",
            latest: "2026-09-29T00:00",
            usual: "2026-09-29T00:00"
        ),
        Case(
            "two days of the days of voting were frozen",
            closesAt: "2026-09-26T18:00",
            days: ("2026-09-21", "2026-09-26"),
            frozen: [("2026-09-22", "2026-09-23")],
            now: "2026-09-27T09:00",
            latest: "2026-09-28T18:00",
            usual: "2026-09-28T18:00"
        ),
        Case(
            "frozen before the days of voting, nothing is given back",
            closesAt: "2026-09-26T18:00",
            days: ("2026-09-21", "2026-09-26"),
            frozen: [("2026-09-10", "2026-09-20")],
            now: "2026-09-25T09:00",
            latest: "2026-09-26T18:00",
            usual: "2026-09-26T18:00"
        ),
        Case(
            "24:00 is of its day",
            closesAt: "2026-09-23T00:00",
            frozen: [("2026-09-23", "2026-09-24")],
            now: "2026-09-22T09:00",
            latest: "2026-09-23T00:00",
            usual: "2026-09-23T00:00"
        ),
    ]

    @Test(
        "follows the plan, gives back frozen days, and ends with the day where the plan's time has passed",
        arguments: cases
    )
    func limits(_ row: Case) throws {
        let limits = ClosingLimits(
            closesAt: try row.closesAt.map(Self.instant),
            days: try row.days.map { PlanSchedule.Window(from: try Self.day($0.0), through: try Self.day($0.1)) },
            since: try Self.day("2026-09-20"),
            givingBack: try row.frozen.map {
                PlanSchedule.Window(from: try Self.day($0.0), through: try Self.day($0.1))
            }
        )
        let now = try Self.instant(row.now)
        #expect(limits.latest(at: now) == (try row.latest.map(Self.instant)))
        #expect(limits.usual(at: now) == (try Self.instant(row.usual)))
    }

    private static func day(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }

    private static func instant(_ text: String) throws -> Date {
        let parts = text.split(separator: "T").map(String.init)
        let time = try parts[1].split(separator: ":").map { try #require(Int($0)) }
        return try day(parts[0]).start.addingTimeInterval(TimeInterval(time[0] * 3600 + time[1] * 60))
    }
}

extension ClosingTimes.Case {
    init(
        _ description: String,
        closesAt: String? = nil,
        days: (String, String)? = nil,
        frozen: [(String, String)] = [],
        now: String,
        latest: String?,
        usual: String
    ) {
        self.init(
            testDescription: description,
            closesAt: closesAt,
            days: days,
            frozen: frozen,
            now: now,
            latest: latest,
            usual: usual
        )
    }
}
