/// 全国年节及纪念日放假办法: the days everybody is off by law, whatever the State Council arranges around them.
///
/// It tells what is off in a year for which no arrangement is loaded, and what stays off in one whose arrangement forgets it.
package enum StatutoryHolidays {
    /// A holiday and its days, in order.
    package struct Holiday: Hashable, Sendable {
        /// `元旦`, `春节`, `清明节`, `劳动节`, `端午节`, `中秋节` or `国庆节`.
        package let name: String
        /// The days, weekends included.
        package let dates: [LocalDate]
    }

    /// The holidays of a year, by the version of the law in force in it, in order.
    ///
    /// | from | days | of them |
    /// | --- | --- | --- |
    /// | 2025 | 13 | 除夕 to 初三, 1 and 2 May |
    /// | 2014 | 11 | 初一 to 初三 |
    /// | 2008 | 11 | 除夕 to 初二; with 清明节, 端午节 and 中秋节 |
    /// | 2000 | 10 | 初一 to 初三, 1 to 3 May, 1 to 3 October |
    /// | 1950 | 7 | 初一 to 初三, 1 May, 1 and 2 October |
    ///
    /// Before that only 1 January. Where ``ChineseFestivals`` does not answer, the holidays with fixed dates alone.
    package static func holidays(of year: Int) -> [Holiday] {
        let festivals = Dictionary(
            ChineseFestivals.days(of: year).map { ($0.name, $0.date) },
            uniquingKeysWith: { first, _ in first }
        )
        func fixed(_ month: Int, _ days: ClosedRange<Int>) -> [LocalDate] {
            days.compactMap { LocalDate(year: year, month: month, day: $0) }
        }
        func lunar(_ name: String, _ offsets: ClosedRange<Int> = 0...0) -> [LocalDate] {
            festivals[name].map { date in offsets.map { date.adding(days: $0) } } ?? []
        }
        let spring = lunar("春节", year >= 2025 ? -1...2 : (2008..<2014).contains(year) ? -1...1 : 0...2)
        let labour = fixed(5, year >= 2025 ? 1...2 : (2000..<2008).contains(year) ? 1...3 : 1...1)
        var holidays = [Holiday(name: "元旦", dates: fixed(1, 1...1))]
        if year >= 1950 {
            holidays.append(Holiday(name: "春节", dates: spring))
            holidays.append(Holiday(name: "劳动节", dates: labour))
            holidays.append(Holiday(name: "国庆节", dates: fixed(10, year >= 2000 ? 1...3 : 1...2)))
        }
        if year >= 2008 {
            for name in ["清明节", "端午节", "中秋节"] { holidays.append(Holiday(name: name, dates: lunar(name))) }
        }
        return holidays.filter { !$0.dates.isEmpty }.sorted { ($0.dates[0], $0.name) < ($1.dates[0], $1.name) }
    }

    /// Why each day of a year is off by the law alone.
    ///
    /// - Parameters:
    ///   - year: The year.
    ///   - isCompensated: Whether Art. 6 is applied: a statutory day on a Saturday or Sunday is made up for on a working day. The law does
    ///     not say on which; here it is the next one after the holiday that is no holiday itself, as the State Council has always arranged
    ///     at least. Left out where an arrangement is loaded, which settles that.
    /// - Returns: Reasons by ``LocalDate/dayNumber``.
    static func daysOff(of year: Int, isCompensated: Bool) -> [Int: WorkingCalendar.Reason] {
        let holidays = holidays(of: year)
        var names: [Int: String] = [:]
        for holiday in holidays {
            for date in holiday.dates {
                // 2031 and others: 中秋节 on a day of 国庆节.
                names[date.dayNumber] = names[date.dayNumber].map { "\($0)、\(holiday.name)" } ?? holiday.name
            }
        }
        var off = names.mapValues { WorkingCalendar.Reason.statutoryHoliday(name: $0) }
        guard isCompensated else { return off }
        var lost: Set<LocalDate> = []
        for holiday in holidays {
            guard var day = holiday.dates.last else { continue }
            // A day that is two holidays is made up for once.
            for date in holiday.dates where date.weekday.isWeekend && lost.insert(date).inserted {
                repeat { day = day.adding(days: 1) } while day.weekday.isWeekend || off[day.dayNumber] != nil
                off[day.dayNumber] = .compensation(name: holiday.name)
            }
        }
        return off
    }
}

extension CalendarDocument {
    /// The statutory holidays of its year with the weekdays it does not name: it may not be complete.
    package var unnamedHolidays: [StatutoryHolidays.Holiday] {
        let named = Set(days.map(\.date))
        return StatutoryHolidays.holidays(of: year).compactMap { holiday in
            let dates = holiday.dates.filter { !$0.weekday.isWeekend && !named.contains($0) }
            return dates.isEmpty ? nil : StatutoryHolidays.Holiday(name: holiday.name, dates: dates)
        }
    }
}
