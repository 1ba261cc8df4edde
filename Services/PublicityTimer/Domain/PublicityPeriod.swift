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
    /// Working days added since, for days on which the list could not be seen.
    package let extraDays: Int
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
    /// Every day after publication up to the last, as it is kept.
    package let strip: PeriodStrip
    /// When the document came that settles its days, where that was after the end; nil where it was before.
    package private(set) var settledAt: Date?

    /// Every day after publication up to the last, counted or skipped.
    package var days: [Day] { strip.days }

    private enum CodingKeys: String, CodingKey {
        case requiredDays, extraDays, publishedOn, lastDay, endsAt, calendarVersion, authority, settledAt
        case strip = "days"
    }

    /// One day of the strip.
    package struct Day: Hashable, Codable, Sendable {
        package let date: LocalDate
        /// Which counted day it is, from 1; nil where it is skipped.
        package let number: Int?
        /// Whether it is on show beyond the counted days, because an end that was promised is kept.
        package let isKept: Bool
        package let reason: WorkingCalendar.Reason
        package let authority: WorkingCalendar.Authority
        /// The State Council's paper it rests on, nil where none speaks of its year.
        package let document: CalendarDocument.Reference?
    }

    /// What the reckoning changed about what was asked; a fact cannot be refused, so it is noted.
    package enum Remark: Hashable, Codable, Sendable {
        /// Fewer working days were asked for than the notice allows; ``fewestDays`` are counted.
        case fewerDaysThanAllowed(asked: Int)
        /// More were asked for than ``mostDays``.
        case moreDaysThanHeld(asked: Int)
        /// The list could first be seen after the day it names; the later day is the day of publication.
        case seenLater(asked: LocalDate)
        /// A text holds a number of a person, which is shown masked; `place` is member, line and character.
        case exposedNumber(place: String, kind: String)
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
        let period = calendar.period(published: max(publishedOn, today), workingDays: required)
        return (
            PublicityPeriod(period, required: required, extra: 0, keeping: [], version: calendar.version), remarks
        )
    }

    /// Reckons the same rule by another calendar.
    ///
    /// The end never becomes earlier than it was promised.
    package func again(by calendar: WorkingCalendar) -> PublicityPeriod {
        reckoned(from: publishedOn, extraDays: extraDays, notBefore: lastDay, by: calendar)
    }

    /// The period with so many more working days.
    package func extended(by days: Int, with calendar: WorkingCalendar) -> PublicityPeriod {
        reckoned(
            from: publishedOn,
            extraDays: min(extraDays + max(days, 0), Self.mostDays),
            notBefore: lastDay,
            by: calendar
        )
    }

    /// The full period of an entry, or of the whole, that is on show anew from `today`; it ends with this one at the earliest.
    package func restarted(on today: LocalDate, by calendar: WorkingCalendar) -> PublicityPeriod {
        reckoned(from: max(publishedOn, today), extraDays: 0, notBefore: lastDay, by: calendar)
    }

    private func reckoned(
        from day: LocalDate,
        extraDays: Int,
        notBefore promised: LocalDate,
        by calendar: WorkingCalendar
    ) -> PublicityPeriod {
        let period = calendar.period(published: day, workingDays: requiredDays + extraDays)
        let kept = stride(from: period.lastDay.dayNumber + 1, through: promised.dayNumber, by: 1)
            .map { calendar.day(LocalDate(dayNumber: $0)) }
        var again = PublicityPeriod(
            period,
            required: requiredDays,
            extra: extraDays,
            keeping: kept,
            version: calendar.version
        )
        if again.authority == .official, again.lastDay == lastDay { again.settledAt = settledAt }
        return again
    }

    /// The same, as it followed another; what settled that one after the end is noted.
    func settled(after old: PublicityPeriod, at now: Date?) -> PublicityPeriod {
        guard old.authority == .provisional, authority == .official, let now, now > endsAt else { return self }
        var settled = self
        settled.settledAt = now
        return settled
    }

    private init(
        _ period: WorkingCalendar.Period,
        required: Int,
        extra: Int,
        keeping kept: [WorkingCalendar.Day],
        version: String
    ) {
        requiredDays = required
        extraDays = extra
        publishedOn = period.published
        lastDay = kept.last?.date ?? period.lastDay
        endsAt = lastDay.end
        authority = kept.contains { $0.authority == .provisional } ? .provisional : period.authority
        calendarVersion = version
        var counted = 0
        let days = period.days.map { day in
            if day.isWorking { counted += 1 }
            return Day(day, number: day.isWorking ? counted : nil, isKept: false)
        }
        strip = PeriodStrip(days + kept.map { Day($0, number: nil, isKept: true) })
    }

    /// The rule in words, as the notice prints it.
    package var chinese: String {
        let rule =
            "自\(publishedOn.chinese)起公示,公示当日不计入(民法典第201条),自次日起满\(requiredDays + extraDays)个工作日,"
            + "至\(lastDay.chinese)24时止(民法典第203条)。周末和国务院安排的放假日不计,调休上班日计入。"
            + (days.contains(where: \.isKept) ? "放假安排调整后,原已公布的截止日不提前。" : "")
        guard authority == .provisional else { return rule }
        return rule + "其中部分日期尚无国务院放假安排,截止日为暂定,待安排公布后确定,此前公示不办结。"
    }
}

extension PublicityPeriod.Day {
    fileprivate init(_ day: WorkingCalendar.Day, number: Int?, isKept: Bool) {
        self.init(
            date: day.date,
            number: number,
            isKept: isKept,
            reason: day.reason,
            authority: day.authority,
            document: day.document
        )
    }
}
