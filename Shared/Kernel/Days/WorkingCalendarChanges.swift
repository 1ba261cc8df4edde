extension WorkingCalendar {
    /// A day two calendars answer differently.
    package struct Change: Hashable, Sendable {
        /// What it was.
        package let before: Day
        /// What it is.
        package let after: Day

        /// The day.
        package var date: LocalDate { before.date }
        /// Whether it counts in one and not in the other.
        package var movesPeriods: Bool { before.isWorking != after.isWorking }
        /// Whether it is only settled now, or no longer.
        package var isOfAuthorityAlone: Bool { !movesPeriods && before.reason == after.reason }
    }

    /// The days that two calendars answer differently: whether they count, why, or on what authority.
    ///
    /// - Parameters:
    ///   - old: The calendar so far.
    ///   - new: The one that follows.
    ///   - range: The days to compare; without it every year a document of either names, the last week of December before and after them
    ///     included.
    /// - Returns: The changes in order.
    package static func changes(
        from old: WorkingCalendar,
        to new: WorkingCalendar,
        within range: ClosedRange<LocalDate>? = nil
    ) -> [Change] {
        let range = range ?? old.documented.union(new.documented)
        guard let range else { return [] }
        return (range.lowerBound.dayNumber...range.upperBound.dayNumber).compactMap { number in
            let date = LocalDate(dayNumber: number)
            let change = Change(before: old.day(date), after: new.day(date))
            let isSame =
                change.isOfAuthorityAlone && change.before.authority == change.after.authority
            return isSame ? nil : change
        }
    }

    /// The days its documents can have a say in.
    private var documented: ClosedRange<LocalDate>? {
        guard let first = documents.map(\.year).min(), let last = documents.map(\.year).max(),
            let from = LocalDate(year: first - 1, month: 12, day: 1),
            let through = LocalDate(year: last + 1, month: 1, day: 31)
        else { return nil }
        return from...through
    }
}

extension Optional where Wrapped == ClosedRange<LocalDate> {
    fileprivate func union(_ other: ClosedRange<LocalDate>?) -> ClosedRange<LocalDate>? {
        guard let self, let other else { return self ?? other }
        return min(self.lowerBound, other.lowerBound)...max(self.upperBound, other.upperBound)
    }
}
