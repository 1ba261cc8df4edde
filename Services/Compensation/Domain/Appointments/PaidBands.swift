import Kernel

extension Appointment {
    /// A band and the first day it is paid.
    package struct PaidBand: Hashable, Sendable {
        package let band: Band
        package let from: LocalDate

        /// A band from a day on.
        package init(band: Band, from: LocalDate) {
            self.band = band
            self.from = from
        }
    }

    /// What is paid from which day on, oldest first; empty before it is made.
    ///
    /// A step counts from its day until the next later one: what is told of an earlier day corrects it, and nothing after. Of
    /// one day the last told counts.
    package var paidBands: [PaidBand] {
        guard let letter else { return [] }
        let told =
            [PaidBand(band: letter.band, from: letter.payDay)]
            + course.bands.map { PaidBand(band: $0.band, from: $0.from) }
        let byDay = Dictionary(told.map { ($0.from, $0) }) { $1 }
        return byDay.values.sorted { $0.from < $1.from }
    }

    /// The band that is paid on a day; before the first, the first.
    package func band(on day: LocalDate) -> Band? {
        let bands = paidBands
        return (bands.last { $0.from <= day } ?? bands.first)?.band
    }

    /// The band that is paid last: that of the letter, or what it was changed to.
    package var band: Band? { paidBands.last?.band }
}
