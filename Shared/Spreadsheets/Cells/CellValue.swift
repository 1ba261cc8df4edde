import Kernel

/// What stands in a cell that is not blank.
package enum CellValue: Hashable, Sendable, Codable {
    case text(String)
    case number(CellNumber)
    /// TRUE or FALSE.
    case truth(Bool)
    /// A day, with the seconds after midnight; 0 where only a day is meant.
    case day(LocalDate, seconds: Int)
    /// A time of day in seconds, without a day.
    case time(seconds: Int)
    /// An error of a formula, like #REF!.
    case error(String)
    /// A formula that no program has calculated yet.
    case uncalculated
}

extension CellValue {
    /// The value as a text that says the same: whole numbers in full, days as 2026-09-30.
    ///
    /// An error is its own text, and a formula without a result nothing.
    package var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): number.text
        case .truth(let isTrue): isTrue ? "TRUE" : "FALSE"
        case .day(let day, seconds: 0): day.description
        case .day(let day, let seconds): "\(day) \(Self.clock(seconds))"
        case .time(let seconds): Self.clock(seconds)
        case .error(let name): name
        case .uncalculated: ""
        }
    }

    private static func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        return rest == 0 ? "\(two(hours)):\(two(minutes))" : "\(two(hours)):\(two(minutes)):\(two(rest))"
    }
}

extension CellValue {
    /// The day a bare whole number stands for where a day belongs, as when a column of days lost its format.
    ///
    /// - Parameter isFrom1904: How the workbook counts.
    /// - Returns: The day; nil where it is no whole number, or of no day between 1927 and 2119.
    package func serialDay(countedFrom1904 isFrom1904: Bool) -> LocalDate? {
        guard case .number(let number) = self, number.value.rounded() == number.value, number.leastDigits == 0,
            (10_000...80_000).contains(number.value),
            case .day(let day, seconds: 0) = SerialDay.read(number.value, from1904: isFrom1904)
        else { return nil }
        return day
    }
}
