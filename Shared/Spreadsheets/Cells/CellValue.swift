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
