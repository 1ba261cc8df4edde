import ArgumentParser
import Contracts

/// `gongjiang parked list`: what is parked in every service, and why.
struct ListParkedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "列出各服务搁置的消息及原因。"
    )

    @OptionGroup var system: EnvironmentOptions

    func run() async throws {
        let calls = try await OperatorCalls(system.read(), patience: Patience(limit: .seconds(15)))
        var count = 0
        for service in ServiceName.allCases {
            for item in try await calls.get("parked", of: service)["items"].elements {
                count += 1
                print(Self.line(of: item, service: service))
            }
        }
        print(count == 0 ? "没有搁置的消息。" : "共 \(count) 条。重试:gongjiang parked retry --service 服务 --id 编号")
    }

    private static func line(of item: JSON, service: ServiceName) -> String {
        let parts: [String?] = [
            service.rawValue, item["id"].text?.lowercased(), item["queue"].text, item["source"].text,
            item["attempts"].integer.map { "试过\($0)次" }, item["since"].text, item["error"].text,
        ]
        return parts.compactMap { $0 }.joined(separator: "  ")
    }
}
