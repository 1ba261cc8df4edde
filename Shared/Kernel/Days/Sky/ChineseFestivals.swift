/// The holidays whose days the Chinese calendar or the sun decides.
///
/// Computed, not looked up: months begin with the day of the new moon in Beijing, the month of the winter solstice is the
/// eleventh, and of thirteen months between two solstices the first without a major solar term is the leap month
/// (GB/T 33661-2017). Right for 1950 to 2100 as a check against other programs shows.
package enum ChineseFestivals {
    /// The years answered for; before 1929 the calendar went by Beijing's own sun.
    package static let years = 1929...2200

    /// A day with its festival.
    package struct Festival: Hashable, Sendable {
        /// The day.
        package let date: LocalDate
        /// `除夕`, `春节`, `清明节`, `端午节` or `中秋节`.
        package let name: String
    }

    /// The festivals of a year in order: 除夕, 春节 (its first day), 清明节, 端午节, 中秋节; none outside ``years``.
    package static func days(of year: Int) -> [Festival] {
        if let known = known[year] { return known }
        return compute(year)
    }

    /// Computing a year costs 30 µs; a calendar asks for all that can matter, and there may be many calendars.
    private static let known = Dictionary(uniqueKeysWithValues: (1950...2100).map { ($0, compute($0)) })

    private static func compute(_ year: Int) -> [Festival] {
        guard years.contains(year) else { return [] }
        let months = firstDays(ofMonthsIn: year)
        let clear = SunLongitude.day(of: 15, from: CivilCalendar.dayNumber(year: year, month: 4, day: 5))
        guard let first = months[1], let fifth = months[5], let eighth = months[8] else { return [] }
        return [
            (first - 1, "除夕"), (first, "春节"), (clear, "清明节"), (fifth + 4, "端午节"), (eighth + 14, "中秋节"),
        ].sorted { $0.0 < $1.0 }.map { Festival(date: LocalDate(dayNumber: $0.0), name: $0.1) }
    }

    /// The first day of each month, 1 to 12, leap months left out, that begins between the solstices before and in a year.
    private static func firstDays(ofMonthsIn year: Int) -> [Int: Int] {
        let first = NewMoon.number(onOrBefore: winterSolstice(of: year - 1))
        let last = NewMoon.number(onOrBefore: winterSolstice(of: year))
        let starts = (first...last).map { NewMoon.day(of: $0) }
        var leap: Int?
        if last - first == 13 {
            let signs = starts.map { Int(SunLongitude.degrees(atStartOf: $0) / 30) }
            leap = (1..<13).first { signs[$0] == signs[$0 + 1] }
        }
        var months: [Int: Int] = [:]
        var month = 11
        for index in 0..<(last - first) where index != leap {
            months[(month - 1) % 12 + 1] = starts[index]
            month += 1
        }
        return months
    }

    private static func winterSolstice(of year: Int) -> Int {
        SunLongitude.day(of: 270, from: CivilCalendar.dayNumber(year: year, month: 12, day: 21))
    }
}
