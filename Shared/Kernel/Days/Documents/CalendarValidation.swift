extension CalendarDocument {
    /// The years a document can be loaded for.
    package static let years = 1950...2100
    /// More days off than this are no arrangement; the most there have been are 33.
    package static let mostDaysOff = 60

    /// Everything that is wrong with it, in the order of its days; empty for a document that can be loaded.
    package var problems: [CalendarProblem] {
        problems(placing: days.indices.map { .entry($0 + 1, ofYear: year) }, whole: .year(year))
    }

    /// Refuses what cannot be loaded.
    package func validate() throws(CalendarFileError) {
        let problems = problems
        guard problems.isEmpty else { throw CalendarFileError(problems) }
    }

    /// The same, where a file knows the places better.
    ///
    /// - Parameters:
    ///   - places: Where each day stands.
    ///   - whole: Where the document stands.
    /// - Returns: The problems in the order of the days.
    func problems(placing places: [CalendarProblem.Place], whole: CalendarProblem.Place) -> [CalendarProblem] {
        guard Self.years.contains(year) else { return [CalendarProblem(whole, .year(found: "\(year)"))] }
        guard !days.isEmpty else { return [CalendarProblem(whole, .noDays)] }
        var problems: [CalendarProblem] = []
        var seen: [LocalDate: (isWorking: Bool, place: CalendarProblem.Place)] = [:]
        for (day, place) in zip(days, places) {
            func note(_ fault: CalendarProblem.Fault) { problems.append(CalendarProblem(place, fault)) }
            if let first = seen[day.date] {
                note(
                    first.isWorking == day.isWorking
                        ? .repeated(day.date, first: first.place) : .contradictory(day.date, first: first.place)
                )
            } else {
                seen[day.date] = (day.isWorking, place)
            }
            if !isNear(day.date) { note(.outsideYear(day.date)) }
            if day.isWorking, !day.date.weekday.isWeekend, !Self.isOffByLaw(day.date) {
                note(.makeUpOnWeekday(day.date))
            }
            if day.name.allSatisfy(\.isWhitespace) { note(.name) }
        }
        let off = days.count { !$0.isWorking }
        if off > Self.mostDaysOff { problems.append(CalendarProblem(whole, .tooManyDaysOff(found: off))) }
        if !namesItsYear { problems.append(CalendarProblem(whole, .noDayOfItsYear)) }
        return problems
    }

    /// From 1 December before the year to 31 January after it: a holiday around New Year reaches no further.
    private func isNear(_ date: LocalDate) -> Bool {
        date.year == year || (date.year == year - 1 && date.month == 12) || (date.year == year + 1 && date.month == 1)
    }

    /// A statutory day moved to another day would be worked though it is no weekend.
    private static func isOffByLaw(_ date: LocalDate) -> Bool {
        StatutoryHolidays.daysOff(of: date.year, isCompensated: false)[date.dayNumber] != nil
    }
}
