import Kernel

/// One line of `calendar deadline --batch`.
enum DeadlineLine {
    /// Answers `YYYY-MM-DD N` with `YYYY-MM-DD official|provisional`, or says why not.
    static func answer(_ line: Substring, by calendar: WorkingCalendar) -> BatchAnswer {
        let fields = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
        guard !fields.isEmpty else { return .invalid("empty-line", "空行,应为“YYYY-MM-DD 工作日数”。") }
        guard fields.count == 2 else { return .invalid("line", "应为“YYYY-MM-DD 工作日数”两项。") }
        guard let published = LocalDate(String(fields[0])), LocalDate.countable.contains(published) else {
            return .invalid("date", "日期应存在且写作YYYY-MM-DD。")
        }
        guard fields[1].utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains), let days = Int(fields[1]),
            DeadlineQuestion.workingDays.contains(days)
        else {
            return .invalid("working-days", "工作日数应为1至\(DeadlineQuestion.workingDays.upperBound)的整数。")
        }
        let found = calendar.lastDay(published: published, workingDays: days)
        return .valid("\(found.lastDay) \(found.authority.rawValue)")
    }
}
