import ArgumentParser

/// Measures the system beside something that does the least: rates alone say more about the machine than about us.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gongjiang-bench",
        abstract: "Measures; started by Tests/Benchmarks/run.",
        subcommands: [
            MessagingBenchmark.self, CalendarBenchmark.self, EligibilityBenchmark.self, PapersBenchmark.self,
            EmptyDoor.self,
        ]
    )
}
