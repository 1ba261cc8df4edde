import Kernel

/// A publication and how many working days are asked for.
struct DeadlineQuestion: Hashable {
    let published: LocalDate
    let workingDays: Int

    /// How many working days can be asked for.
    static let workingDays = 1...10_000
}

extension LocalDate {
    /// The days from which every period that can be asked for ends before the calendar does.
    static let countable = LocalDate.earliest...LocalDate.latest.adding(years: -50)
}
