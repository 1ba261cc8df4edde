import Kernel

/// Days as Excel counts them.
enum SerialDay {
    /// What a number in a cell with a day's format means; the number itself where it is none of Excel's days.
    ///
    /// Counted from 1899-12-31, or 1904-01-01 in workbooks of old Macintoshes. The first system has a 1900-02-29 that never
    /// was: number 60 is no day, and those after it are one less.
    static func read(_ serial: Double, from1904: Bool) -> CellValue {
        guard serial >= 0, serial < 2_958_466 else { return .number(CellNumber(serial)) }
        var days = Int(serial)
        var seconds = Int(((serial - Double(days)) * 86_400).rounded())
        if seconds >= 86_400 { (days, seconds) = (days + 1, 0) }
        if from1904 {
            if days == 0, serial < 1 { return .time(seconds: seconds) }
            return .day(LocalDate(dayNumber: Self.first1904 + days), seconds: seconds)
        }
        if days == 0 { return .time(seconds: seconds) }
        guard days != 60 else { return .number(CellNumber(serial)) }
        return .day(LocalDate(dayNumber: Self.before1900 + (days > 60 ? days - 1 : days)), seconds: seconds)
    }

    /// 1899-12-31, the day 0.
    private static let before1900 = LocalDate(year: 1899, month: 12, day: 31)?.dayNumber ?? 0
    private static let first1904 = LocalDate(year: 1904, month: 1, day: 1)?.dayNumber ?? 0

    /// A day as ISO 8601 writes it in cells of type d: 2026-09-30, 2026-09-30T08:30:00Z.
    static func read(iso text: String) -> CellValue {
        let sides = text.split(separator: "T", maxSplits: 1)
        guard let first = sides.first, let day = LocalDate(String(first)) else { return .text(text) }
        guard sides.count == 2 else { return .day(day, seconds: 0) }
        let parts = sides[1].split { ":.Z+".contains($0) }.prefix(3).map { Int($0) ?? 0 }
        let seconds = zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        return .day(day, seconds: (0..<86_400).contains(seconds) ? seconds : 0)
    }
}
