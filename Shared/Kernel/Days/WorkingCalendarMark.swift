extension WorkingCalendar {
    /// One day in the calendar's table.
    struct Mark: Sendable {
        private(set) var isWorking: Bool
        private(set) var isScheduled = false
        private var isOfficial = false

        var authority: Authority { isOfficial ? .official : .provisional }

        /// A day nothing is known of: weekends and 1 January are off, and the answer is provisional.
        static func unscheduled(_ dayNumber: Int) -> Mark {
            guard !CivilCalendar.weekday(ofDayNumber: dayNumber).isWeekend else { return Mark(isWorking: false) }
            let date = CivilCalendar.date(ofDayNumber: dayNumber)
            return Mark(isWorking: !(date.month == 1 && date.day == 1))
        }

        func with(isOfficial: Bool) -> Mark {
            var mark = self
            mark.isOfficial = isOfficial
            return mark
        }

        mutating func schedule(isWorking: Bool) {
            (self.isWorking, isScheduled) = (isWorking, true)
        }

        private init(isWorking: Bool) { self.isWorking = isWorking }
    }
}
