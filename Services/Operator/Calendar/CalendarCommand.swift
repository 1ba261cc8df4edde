import ArgumentParser

/// `gongjiang calendar`: what the statutory clock says.
struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "法定期限与工作日历。",
        subcommands: [DeadlineCommand.self, ImportCalendarCommand.self, FestivalsCommand.self]
    )
}
