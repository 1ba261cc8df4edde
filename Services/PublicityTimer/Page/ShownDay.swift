import Foundation
import Kernel
import PublicityTimerDomain

/// One day of a strip as people read it, on a page and on paper.
struct ShownDay: Hashable {
    /// How it is drawn; every kind can be told apart without colour.
    enum Kind: String, Hashable {
        case start, counted, makeUp, skipped, kept
    }

    let kind: Kind
    /// `10月8日`.
    let date: String
    /// The same for machines, `2026-10-08`.
    let day: String
    /// `周四`.
    let weekday: String
    /// `第1天`, or nothing where it is not counted.
    let number: String?
    /// Why, in a word or two: `国庆节`.
    let reason: String?
    /// Whether a document not yet published may change it.
    let isProvisional: Bool

    /// The class of its box; a word for each kind, so that a page styles it without conditions.
    let style: String

    /// The day of publication, with which a strip begins.
    init(publishedOn date: LocalDate) {
        self.init(date, kind: .start, number: nil, reason: "发布当日", isProvisional: false)
    }

    /// A day of a period, with its number where it is counted.
    init(
        _ date: LocalDate,
        number: Int?,
        isKept: Bool,
        reason: WorkingCalendar.Reason,
        authority: WorkingCalendar.Authority
    ) {
        var kind = number == nil ? Kind.skipped : .counted
        if isKept { kind = .kept }
        if case .makeUpDay = reason, number != nil { kind = .makeUp }
        self.init(
            date,
            kind: kind,
            number: number,
            reason: isKept ? "原定截止日不提前" : reason.brief,
            isProvisional: authority == .provisional
        )
    }

    private init(_ date: LocalDate, kind: Kind, number: Int?, reason: String?, isProvisional: Bool) {
        self.kind = kind
        self.date = "\(date.month)月\(date.day)日"
        day = date.description
        weekday = date.weekday.brief
        self.number = number.map { "第\($0)天" }
        self.reason = reason
        self.isProvisional = isProvisional
        style = kind.rawValue + (isProvisional ? " provisional" : "")
    }

    /// The strip of a notice's period.
    static func strip(of period: PublicityPeriod) -> [ShownDay] {
        [ShownDay(publishedOn: period.publishedOn)]
            + period.days.map { day in
                ShownDay(
                    day.date,
                    number: day.number,
                    isKept: day.isKept,
                    reason: day.reason,
                    authority: day.authority
                )
            }
    }

    /// The strip of a period that is no notice's.
    static func strip(of period: WorkingCalendar.Period) -> [ShownDay] {
        var counted = 0
        return [ShownDay(publishedOn: period.published)]
            + period.days.map { day in
                if day.isWorking { counted += 1 }
                return ShownDay(
                    day.date,
                    number: day.isWorking ? counted : nil,
                    isKept: false,
                    reason: day.reason,
                    authority: day.authority
                )
            }
    }
}

extension Weekday {
    /// `周四`.
    var brief: String { "周" + chinese.suffix(1) }
}

extension WorkingCalendar.Reason {
    /// The reason in a word or two, nothing for a plain working day.
    fileprivate var brief: String? {
        switch self {
        case .weekday: nil
        case .weekend: "周末"
        case .stateCouncilOff(let name), .statutoryHoliday(let name): name
        case .makeUpDay: "调休上班"
        case .compensation(let name): "\(name)补假"
        }
    }
}

extension PublicityPeriod {
    /// The State Council's papers its days rest on, each once.
    var documents: [String] {
        var seen: Set<CalendarDocument.Reference> = []
        return days.compactMap(\.document).filter { seen.insert($0).inserted }.map(\.chinese)
    }

    /// `2026年10月13日（星期二）24时`.
    var endInWords: String { "\(lastDay.chinese)（\(lastDay.weekday.chinese)）24时" }
}
