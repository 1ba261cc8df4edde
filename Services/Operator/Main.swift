import ArgumentParser

/// The operator's command line.
@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gongjiang",
        abstract: "工匠:特级技师评价服务的运维命令。",
        subcommands: [
            CalendarCommand.self,
            IdentifiersCommand.self,
            KeysCommand.self,
            TopologyCommand.self,
            TokenCommand.self,
            ClockCommand.self,
            ReplayCommand.self,
            ParkedCommand.self,
            EnterpriseAccessCommand.self,
            TallyCommand.self,
            CertificateCommand.self,
            DemoCommand.self,
        ]
    )

    @OptionGroup var system: EnvironmentOptions
}
