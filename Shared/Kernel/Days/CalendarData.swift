/// Why text is not calendar data; lines count from 1.
package enum CalendarError: Error, Hashable {
    /// The first line is not `date,kind,name`.
    case header
    /// A line is not a day, `off` or `work`, and a name.
    case line(Int)
    /// A day is named twice.
    case twice(LocalDate)
    /// There is no day at all.
    case empty
}

extension WorkingCalendar {
    /// Reads a calendar from text with the header `date,kind,name` and lines like `2026-01-04,work,元旦`.
    package init(csv: String, version: String) throws(CalendarError) {
        self.init(days: try ScheduledDay.days(csv: csv), version: version)
    }

    /// The calendar the project starts with: every arrangement from 2007 to 2026.
    package static func initial() throws -> WorkingCalendar {
        WorkingCalendar(days: try ScheduledDay.initial(), version: "state-council-2007-2026")
    }
}

extension ScheduledDay {
    /// The days of ``WorkingCalendar/initial()``.
    package static func initial() throws -> [ScheduledDay] {
        try days(csv: String(decoding: PackageResources.state_council_days_csv, as: UTF8.self))
    }

    /// The days of text as ``WorkingCalendar/init(csv:version:)`` reads it, in the order of the text.
    package static func days(csv: String) throws(CalendarError) -> [ScheduledDay] {
        let text = csv.hasPrefix("\u{FEFF}") ? csv.dropFirst() : csv[...]
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.first == "date,kind,name" else { throw .header }
        var days: [ScheduledDay] = []
        var seen: Set<LocalDate> = []
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count == 3, let date = LocalDate(String(fields[0])), !fields[2].isEmpty,
                fields[1] == "off" || fields[1] == "work"
            else { throw .line(index + 1) }
            guard seen.insert(date).inserted else { throw .twice(date) }
            days.append(ScheduledDay(date: date, isWorking: fields[1] == "work", name: String(fields[2])))
        }
        guard !days.isEmpty else { throw .empty }
        return days
    }
}
