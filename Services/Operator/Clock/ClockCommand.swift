import ArgumentParser

/// `gongjiang clock`: the business time of the services.
struct ClockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "各服务的业务时间。",
        subcommands: [ShowClockCommand.self, TravelClockCommand.self]
    )
}
