import ArgumentParser

/// `gongjiang clock show`: what each service takes for now.
struct ShowClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "显示各服务的业务时间。")

    @OptionGroup var system: EnvironmentOptions

    func run() async throws {
        let clocks = Clocks(calls: try await OperatorCalls(system.read(), patience: Patience(limit: .seconds(15))))
        for reading in try await clocks.readings() { print(reading.line) }
    }
}
