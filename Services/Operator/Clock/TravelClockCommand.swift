import ArgumentParser

/// `gongjiang clock travel`: sets business time in every service.
struct TravelClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "travel",
        abstract: "把所有服务的业务时间拨到某一时刻(仅限 GONGJIANG_CLOCK=travel 的演示与测试系统)。",
        discussion: "空系统可以拨到任何时刻;已有数据的只能向后拨。等所有服务都到了才结束,并逐个显示。"
    )

    @OptionGroup var system: EnvironmentOptions

    @Option(help: "北京时间,形如 2026-09-01 或 2026-09-01T09:00;只有日期时为当日 09:00。")
    var to: TravelTarget

    func run() async throws {
        let clocks = Clocks(calls: try await OperatorCalls(system.read()))
        for reading in try await clocks.travel(to: to.instant) { print(reading.line) }
    }
}

extension TravelTarget: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}
