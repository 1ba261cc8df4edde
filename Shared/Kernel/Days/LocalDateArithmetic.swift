extension LocalDate {
    /// The day so many days later, or earlier when negative.
    package func adding(days: Int) -> LocalDate {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        guard !overflow else { return days > 0 ? .latest : .earliest }
        return LocalDate(dayNumber: sum)
    }

    /// The corresponding day so many years and months later, or the last of that month where it has none.
    ///
    /// 民法典第202条: 按照年、月计算期间的,到期月的对应日为期间的最后一日;没有对应日的,月末日为期间的最后一日.
    package func adding(years: Int, months: Int = 0) -> LocalDate {
        let date = CivilCalendar.date(ofDayNumber: dayNumber)
        let (yearMonths, first) = years.multipliedReportingOverflow(by: 12)
        let (moved, second) = yearMonths.addingReportingOverflow(months)
        let (total, third) = moved.addingReportingOverflow(date.year * 12 + date.month - 1)
        guard !first, !second, !third else { return years > 0 || (years == 0 && months > 0) ? .latest : .earliest }
        guard total >= 12 else { return .earliest }
        guard total < 10_000 * 12 else { return .latest }
        let (year, month) = (total / 12, total % 12 + 1)
        let day = min(date.day, CivilCalendar.length(ofMonth: month, year: year))
        return LocalDate(dayNumber: CivilCalendar.dayNumber(year: year, month: month, day: day))
    }

    /// How many days lie from this day to the other, negative when the other is earlier.
    package func days(until other: LocalDate) -> Int { other.dayNumber - dayNumber }
}
