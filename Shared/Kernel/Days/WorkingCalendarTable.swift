extension WorkingCalendar {
    /// The days around the documents counted in advance, so that a deadline is three reads of memory.
    struct Table: Sendable {
        /// The number of the first day in it.
        let first: Int
        /// How many working days there are from the first day up to each, it included.
        private let ordinals: [Int32]
        /// Where the working days are, in order.
        private let workingDays: [Int32]
        /// Where the next provisional day is, for each day; the day itself if it is one.
        private let nextProvisional: [Int32]

        /// The years to count: those of the days named, the one before and a generation after; what lies beyond is seldom asked for.
        static func span(naming days: some Sequence<Int>) -> ClosedRange<Int> {
            let years = Set(days.map { LocalDate(dayNumber: $0).year })
            // Years 1 and 9999 are left to the slow way: nothing lies beyond them.
            let first = min(max(2, (years.min() ?? 2007) - 1), 9998)
            return first...max(first, min((years.max() ?? 2007) + 30, 9998))
        }

        /// Counts.
        ///
        /// - Parameters:
        ///   - span: The years to count.
        ///   - named: Which days documents name, and whether they are worked.
        ///   - off: Days off by law where no document names them.
        ///   - years: The years whose arrangement is loaded.
        init(_ span: ClosedRange<Int>, named: [Int: Bool], off: some Sequence<Int>, loaded years: Set<Int>) {
            first = CivilCalendar.dayNumber(year: span.lowerBound, month: 1, day: 1)
            let end = CivilCalendar.dayNumber(year: span.upperBound + 1, month: 1, day: 1)

            var isWorking = [Bool](repeating: true, count: end - first)
            var isProvisional = [Bool](repeating: false, count: end - first)
            for year in span {
                let start = CivilCalendar.dayNumber(year: year, month: 1, day: 1) - first
                let next = CivilCalendar.dayNumber(year: year + 1, month: 1, day: 1) - first
                let unsettled = years.contains(year) ? years.contains(year + 1) ? 0 : 7 : next - start
                for index in (next - unsettled)..<next { isProvisional[index] = true }
            }
            for number in off { isWorking[number - first] = false }
            for index in isWorking.indices where CivilCalendar.weekday(ofDayNumber: first + index).isWeekend {
                isWorking[index] = false
            }
            for (number, isWorked) in named where isWorking.indices.contains(number - first) {
                isWorking[number - first] = isWorked
            }
            (ordinals, workingDays) = Self.count(isWorking)
            nextProvisional = Self.next(isProvisional)
        }

        /// The last day of a period and whether a day of it is provisional, or nil where the table does not hold the period.
        func lastDay(published: Int, workingDays required: Int) -> (dayNumber: Int, isOfficial: Bool)? {
            let index = published - first
            guard index >= 0, index < ordinals.count else { return nil }
            let ordinal = Int(ordinals[index]) &+ required
            guard required <= workingDays.count, ordinal <= workingDays.count else { return nil }
            let last = Int(workingDays[ordinal - 1])
            return (first + last, nextProvisional[index + 1] > last)
        }

        /// Whether a day is in it.
        func holds(_ dayNumber: Int) -> Bool { dayNumber >= first && dayNumber - first < ordinals.count }

        /// Whether a day is worked, or nil where the table does not hold it.
        func isWorking(_ dayNumber: Int) -> Bool? {
            let index = dayNumber - first
            guard index >= 0, index < ordinals.count else { return nil }
            return ordinals[index] != (index == 0 ? 0 : ordinals[index - 1])
        }

        /// Whether a day is provisional; every day outside is.
        func isProvisional(_ dayNumber: Int) -> Bool {
            let index = dayNumber - first
            return index < 0 || index >= ordinals.count || nextProvisional[index] == index
        }

        /// How many working days there are after one day up to the other, or nil where the table does not hold both.
        func workingDays(after start: Int, through end: Int) -> Int? {
            let (start, end) = (start - first, end - first)
            guard start >= 0, end < ordinals.count, start <= end else { return nil }
            return Int(ordinals[end] - ordinals[start])
        }

        private static func count(_ isWorking: [Bool]) -> (ordinals: [Int32], workingDays: [Int32]) {
            var ordinals: [Int32] = []
            var workingDays: [Int32] = []
            ordinals.reserveCapacity(isWorking.count)
            for (index, isWorked) in isWorking.enumerated() {
                if isWorked { workingDays.append(Int32(index)) }
                ordinals.append(Int32(workingDays.count))
            }
            return (ordinals, workingDays)
        }

        /// One longer than the days: after the last, no day is.
        private static func next(_ isProvisional: [Bool]) -> [Int32] {
            var next = [Int32](repeating: .max, count: isProvisional.count + 1)
            for index in isProvisional.indices.reversed() {
                next[index] = isProvisional[index] ? Int32(index) : next[index + 1]
            }
            return next
        }
    }
}
