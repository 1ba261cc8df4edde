/// The statutory clock: which days are working days, and on how good an authority.
///
/// The State Council's yearly arrangement (off days and make-up days) is data. Where it is not loaded, weekends and the days of
/// 全国年节及纪念日放假办法 are off, with the days that make up for those lost to weekends, and every answer is provisional. 25 to 31
/// December are settled only once the next year's arrangement is loaded too.
package struct WorkingCalendar: Sendable {
    /// The name of this set of data, as a notice prints it.
    package let version: String
    /// The years whose arrangement is loaded.
    package let years: Set<Int>
    /// The documents in force, one a year, in the order of their publication.
    package let documents: [CalendarDocument]

    let table: Table
    private let named: [Int: Named]
    /// Why days are off that no document names, for the days of the table.
    private let law: [Int: Reason]
    private let references: [Int: CalendarDocument.Reference]

    /// A day some document names.
    private struct Named: Sendable {
        let day: ScheduledDay
        let reference: CalendarDocument.Reference
    }

    /// A calendar of documents.
    ///
    /// Of several documents of a year the one published last counts, alone. A day that documents of two years name is as the one published
    /// last says: the next year's paper has often changed the current December. A year counts as loaded when its document names a day of it.
    ///
    /// - Parameters:
    ///   - documents: Checked documents (``CalendarDocument/problems``). One without a day of publication counts as published right after
    ///     those before it.
    ///   - version: The name of the set.
    package init(documents: [CalendarDocument], version: String) {
        self.version = version
        self.documents = CalendarDocument.inForce(of: documents)
        let arranging = self.documents.filter(\.namesItsYear)
        years = Set(arranging.map(\.year))
        references = Dictionary(arranging.map { ($0.year, $0.reference) }, uniquingKeysWith: { $1 })
        var named: [Int: Named] = [:]
        for document in self.documents {
            for day in document.days { named[day.date.dayNumber] = Named(day: day, reference: document.reference) }
        }
        self.named = named
        let span = Table.span(naming: named.keys)
        var law: [Int: Reason] = [:]
        for year in span {
            law.merge(StatutoryHolidays.daysOff(of: year, isCompensated: !years.contains(year))) { $1 }
        }
        self.law = law
        table = Table(span, named: named.mapValues(\.day.isWorking), off: law.keys, loaded: years)
    }

    /// A calendar of the days the State Council names; the last mention of a day wins.
    ///
    /// A year counts as loaded when a day of it before 25 December is named: its last week may be named by the next year's document alone.
    package init(days: [ScheduledDay], version: String) {
        self.init(documents: CalendarDocument.documents(of: days), version: version)
    }

    /// What one day is, and why.
    package func day(_ date: LocalDate) -> Day {
        let number = date.dayNumber
        if let named = named[number] {
            let name = named.day.name
            return Day(
                date: date,
                isWorking: named.day.isWorking,
                reason: named.day.isWorking ? .makeUpDay(name: name) : .stateCouncilOff(name: name),
                authority: authority(of: date),
                document: named.reference
            )
        }
        let beyond = table.holds(number) ? nil : StatutoryHolidays.daysOff(of: date.year, isCompensated: true)
        if let reason = (beyond ?? law)[number] {
            return Day(date: date, isWorking: false, reason: reason, authority: authority(of: date), document: nil)
        }
        let isWeekend = date.weekday.isWeekend
        return Day(
            date: date,
            isWorking: !isWeekend,
            reason: isWeekend ? .weekend : .weekday,
            authority: authority(of: date),
            document: references[date.year]
        )
    }

    /// Whether a document not yet loaded may change the day.
    private func authority(of date: LocalDate) -> Authority {
        let year = date.year
        return years.contains(year) && (!date.isLateDecember || years.contains(year + 1)) ? .official : .provisional
    }
}
