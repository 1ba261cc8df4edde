import FilingDomain
import Foundation
import Kernel
import Messaging

/// How a filing is handled, as the enterprise and officers see it beside the filing.
struct HandlingView: Encodable {
    let id: ID<Handling>
    /// The name of who handles it; nil where nobody has taken it up.
    let officer: String?
    let takenOn: LocalDate?
    let clock: ClockView

    init?(_ handling: Stored<Handling>?, today: LocalDate, by calendar: WorkingCalendar) {
        guard let handling, let clock = handling.state.clock else { return nil }
        id = ID(handling.id)
        officer = handling.state.officer?.name
        takenOn = handling.state.takenOn
        self.clock = ClockView(clock, today: today, by: calendar)
    }
}

/// The clock of a promise (承诺时限) in working days.
struct ClockView: Encodable {
    let state: HandlingClock.Reading.Movement
    let since: LocalDate
    let promisedDays: Int
    let usedDays: Int
    /// Negative where the promise is broken.
    let leftDays: Int
    /// The last day; while the clock stands still, what it would be if the filing came back today.
    let dueOn: LocalDate
    let isProvisional: Bool
    let isOverdue: Bool
    /// Whether corrections were told later than promised.
    let isToldLate: Bool
    /// By when corrections can be told, while they can be.
    let telling: TellingView?
    /// All this in a sentence.
    let sentence: String

    struct TellingView: Encodable {
        let promisedDays: Int
        let leftDays: Int
        let dueOn: LocalDate
        let isProvisional: Bool
        let isOverdue: Bool
    }

    init(_ clock: HandlingClock, today: LocalDate, by calendar: WorkingCalendar) {
        let reading = clock.reading(on: today, by: calendar)
        state = reading.movement
        since = reading.since
        promisedDays = clock.promise.decideDays
        usedDays = reading.usedDays
        leftDays = reading.leftDays
        dueOn = reading.dueOn
        isProvisional = reading.isProvisional && reading.movement != .ended
        isOverdue = reading.isOverdue
        isToldLate = reading.isToldLate
        telling = reading.telling.map { telling in
            TellingView(
                promisedDays: clock.promise.tellDays,
                leftDays: telling.leftDays,
                dueOn: telling.dueOn,
                isProvisional: telling.isProvisional,
                isOverdue: telling.isOverdue
            )
        }
        sentence = Self.sentence(clock, reading)
    }

    private static func sentence(_ clock: HandlingClock, _ reading: HandlingClock.Reading) -> String {
        let provisional = reading.isProvisional ? "(暂定,节假日安排公布后可能变动)" : ""
        let over = reading.isOverdue ? "已超过承诺时限\(-reading.leftDays)个工作日" : ""
        switch reading.movement {
        case .running:
            let left = reading.isOverdue ? over : "剩余\(reading.leftDays)个工作日"
            return "承诺\(clock.promise.decideDays)个工作日办结,已用\(reading.usedDays)个工作日,\(left),"
                + "应于\(reading.dueOn.chinese)前办结\(provisional)"
        case .stopped:
            let left = reading.isOverdue ? over : "剩余\(reading.leftDays)个工作日"
            let late = reading.isToldLate ? ";告知补正超过承诺的\(clock.promise.tellDays)个工作日" : ""
            return "企业补正期间停止计时(自\(reading.since.chinese)起),已用\(reading.usedDays)个工作日,\(left)\(late)"
        case .ended:
            return "\(reading.since.chinese)办结,用时\(reading.usedDays)个工作日\(over.isEmpty ? "" : ",\(over)")"
        }
    }
}

/// One line of an officer's worklist.
struct WorklistView: Encodable {
    let id: ID<Handling>
    let kind: Handling.Kind
    /// The general filing, the special-grade filing or the change of a work plan.
    let filing: String
    let enterprise: FilerView
    let enterpriseName: String
    let officer: Officer?
    let takenOn: LocalDate?
    let clock: ClockView
    let handovers: [HandoverView]

    struct HandoverView: Encodable {
        let from: Officer?
        let to: Officer?
        let by: Officer?
        let reason: String
        let on: LocalDate
    }

    init?(_ handling: Stored<Handling>, name: String?, today: LocalDate, by calendar: WorkingCalendar) {
        guard let matter = handling.state.matter, let clock = handling.state.clock else { return nil }
        id = ID(handling.id)
        kind = matter.kind
        filing = matter.filing.lowercase
        enterprise = FilerView(matter.filer)
        enterpriseName = name ?? ""
        officer = handling.state.officer
        takenOn = handling.state.takenOn
        self.clock = ClockView(clock, today: today, by: calendar)
        handovers = handling.state.handovers.map {
            HandoverView(from: $0.from, to: $0.to, by: $0.by, reason: $0.reason, on: $0.on)
        }
    }
}

/// An officer's word about an interest.
struct InterestView: Encodable {
    let id: ID<OfficerInterest>
    let officer: Officer
    let enterprise: String
    let reason: String
    let declaredOn: LocalDate
    let isStanding: Bool
    private(set) var endedOn: LocalDate?
    private(set) var endReason: String?

    init?(_ interest: Stored<OfficerInterest>) {
        guard let declaration = interest.state.declaration else { return nil }
        id = ID(interest.id)
        officer = declaration.officer
        enterprise = declaration.enterprise.lowercase
        reason = declaration.reason
        declaredOn = declaration.on
        isStanding = interest.state.isStanding
        if case .ended(_, let reason, let day) = interest.state { (endReason, endedOn) = (reason, day) }
    }
}

/// A step of a filing.
struct ChangeView: Encodable {
    let version: Int
    let side: FilingChange.Side
    let kind: String
    let parts: [String]
    let at: Date
    let sentence: String

    init(_ change: FilingChange) {
        version = change.version
        side = change.side
        kind = change.kind
        parts = change.parts
        at = change.at
        sentence = change.chinese
    }
}

/// A paper that can be downloaded.
struct PaperView: Encodable {
    let kind: PaperContent.Kind
    let number: String
    let issuedOn: LocalDate

    init(_ paper: PaperContent) {
        kind = paper.kind
        number = paper.number.text
        issuedOn = paper.on
    }
}
