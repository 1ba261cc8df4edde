import ArgumentParser

/// `gongjiang topology`: the broker's exchanges, queues and bindings.
struct TopologyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topology",
        abstract: "输出消息代理的交换机、队列与绑定(deploy/rabbitmq/definitions.json 即此输出)。",
        subcommands: [LoadTopologyCommand.self]
    )

    func run() async throws { print(try TopologyText.planned()) }
}
