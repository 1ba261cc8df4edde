import Kernel

extension Parity {
    /// What bands are measured against on some days.
    package struct Line: Hashable, Sendable {
        /// The code of the band it is for; nil for bands the enterprise has declared none of.
        package let band: String?
        package let from: LocalDate
        package let through: LocalDate
        package let measure: Benchmarked
    }

    /// What each band is measured against on each day from one to another; days on which nothing is in force are missing.
    ///
    /// `declared` is in the order of declaration, as of ``inForce(on:among:)``.
    package static func lines(
        from first: LocalDate,
        through last: LocalDate,
        among declared: [Benchmarked]
    ) -> [Line] {
        guard first <= last else { return [] }
        let effective = Set(declared.map(\.declaration.effectiveFrom)).filter { first < $0 && $0 <= last }
        let days = [first] + effective.sorted()
        let bands = Set(declared.map(\.declaration.band.code)).sorted()
        return ([nil] + bands.map(Optional.some)).flatMap { band in
            var lines: [Line] = []
            for (index, day) in days.enumerated() {
                guard let measure = measure(for: band, on: day, among: declared) else { continue }
                let through = index + 1 < days.count ? days[index + 1].adding(days: -1) : last
                let isSame =
                    lines.last.map { $0.measure.id == measure.id && $0.through.adding(days: 1) == day } ?? false
                let from = isSame ? lines.removeLast().from : day
                lines.append(Line(band: band, from: from, through: through, measure: measure))
            }
            return lines
        }
    }

    private static func measure(for band: String?, on day: LocalDate, among declared: [Benchmarked]) -> Benchmarked? {
        guard let band else { return inForce(on: day, among: declared).values.min(by: lower) }
        return measure(for: band, on: day, among: declared)
    }

    private static func lower(_ left: Benchmarked, _ right: Benchmarked) -> Bool {
        left.declaration.band < right.declaration.band
    }
}
