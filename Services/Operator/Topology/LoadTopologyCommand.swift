import ArgumentParser

/// `gongjiang topology load`: makes in the broker what is planned and not there yet.
struct LoadTopologyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "把计划的拓扑装入一个虚拟主机;已有的不变。"
    )

    @OptionGroup var system: EnvironmentOptions

    @Option(help: "管理接口地址,http://用户:密码@主机:端口;没有时取 GONGJIANG_MANAGEMENT_URL。")
    var management: String?

    @Option(help: "虚拟主机;没有时取 GONGJIANG_VHOST。")
    var vhost: String?

    func run() async throws {
        let environment = try system.read()
        let broker = try BrokerManagement(
            url: management ?? environment.required("GONGJIANG_MANAGEMENT_URL"),
            virtualHost: vhost ?? environment.required("GONGJIANG_VHOST")
        )
        try await broker.load(definitions: TopologyText.planned())
        print("拓扑已装入虚拟主机 \(broker.virtualHost)。")
    }
}
