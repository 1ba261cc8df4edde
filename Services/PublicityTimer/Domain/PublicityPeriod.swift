import Foundation
import Kernel

/// How long a list is on show, and why: the stored rule of one notice.
///
/// 通知四（三）: 公示期不少于5个工作日. 民法典第201条: the day of publication is not counted; 第203条: the last day ends
/// at 24:00. The strip of days is kept, so the answer does not change when a later calendar is loaded.
package struct PublicityPeriod: Hashable, Codable, Sendable {
    /// The fewest working days a list must be on show (通知四（三）).
    package static let fewestDays = 5
    /// More than a year of working days is counted as a year: a calendar must be able to hold the period.
    package static let mostDays = 250

    /// The working days counted, ``fewestDays`` at least.
    package let requiredDays: Int
    /// The day of publication, which is not counted.
    package let publishedOn: LocalDate
    /// The working day with whose end the period ends.
    package let lastDay: LocalDate
    /// 24:00 of the last day, Asia/Shanghai.
    package let endsAt: Date
    /// The calendar it was reckoned with.
    package let calendarVersion: String
    /// Whether every day it touches is settled; a provisional period does not complete.
    package let authority: WorkingCalendar.Authority
    /// Every day after publication up to the last, counted or skipped.
    package let days: [Day]

    /// One day of the strip.
    package struct Day: Hashable, Codable, Sendable {
        package let date: LocalDate
        /// Which counted day it is, from 1; nil where it is skipped.
        package let number: Int?
        package let reason: WorkingCalendar.Reason
        package let authority: WorkingCalendar.Authority
    }

    /// What the reckoning changed about what was asked; a fact cannot be refused, so it is noted.
    package enum Remark: Hashable, Codable, Sendable {
        /// Fewer working days were asked for than the notice allows; ``fewestDays`` are counted.
        case fewerDaysThanAllowed(asked: Int)
        /// More were asked for than ``mostDays``.
        case moreDaysThanHeld(asked: Int)
        /// The list could first be seen after the day it names; the later day is the day of publication.
        case seenLater(asked: LocalDate)
    }

    /// Reckons the period of a list.
    ///
    /// It is never counted from a day earlier than `today`, the day it can first be seen on.
    package static func reckon(
        askedDays: Int,
        publishedOn: LocalDate,
        today: LocalDate,
        calendar: WorkingCalendar
    ) -> (period: PublicityPeriod, remarks: [Remark]) {
        var remarks: [Remark] = []
        if askedDays < fewestDays { remarks.append(.fewerDaysThanAllowed(asked: askedDays)) }
        if askedDays > mostDays { remarks.append(.moreDaysThanHeld(asked: askedDays)) }
        if publishedOn < today { remarks.append(.seenLater(asked: publishedOn)) }
        let required = min(max(askedDays, fewestDays), mostDays)
        let reckoned = calendar.period(published: max(publishedOn, today), workingDays: required)
        return (PublicityPeriod(reckoned, calendarVersion: calendar.version), remarks)
    }

    private init(_ period: WorkingCalendar.Period, calendarVersion: String) {
        requiredDays = period.required
        publishedOn = period.published
        lastDay = period.lastDay
        endsAt = period.end
        authority = period.authority
        self.calendarVersion = calendarVersion
        var counted = 0
        days = period.days.map { day in
            if day.isWorking { counted += 1 }
            return Day(
                date: day.date,
                number: day.isWorking ? counted : nil,
                reason: day.reason,
                authority: day.authority
            )
        }
    }

    /// Whether objections are still taken.
    ///
    /// Time, not the completion, ends the period: a late tick does not lengthen it. A provisional end may still move
    /// later, so nobody is turned away by it.
    package func takesObjections(at now: Date) -> Bool { now < endsAt || authority == .provisional }

    /// Whether the period has run in full: its end is settled and past.
    package func hasRun(at now: Date) -> Bool { now >= endsAt && authority == .official }

    /// The rule in words, as the notice prints it.
    package var chinese: String {
        let rule =
            "自\(publishedOn.chinese)起公示,公示当日不计入(民法典第201条),自次日起满\(requiredDays)个工作日,"
            + "至\(lastDay.chinese)24时止(民法典第203条)。周末和国务院安排的放假日不计,调休上班日计入。"
        guard authority == .provisional else { return rule }
        return rule + "其中部分日期尚无国务院放假安排,截止日为暂定,待安排公布后确定,此前公示不办结。"
    }
}
