import ArgumentParser
import Contracts

/// `gongjiang replay`: a service sends what it has said again, to one hearer.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "让一个服务按原顺序把已发出的事实重新发给一个收听者。",
        discussion: "收听者已处理过的会被略过,所以可以重复执行;新部署或从备份恢复的服务用它补齐历史。"
    )

    @OptionGroup var system: EnvironmentOptions

    @Option(help: "发出者。")
    var from: ServiceName

    @Option(help: "收听者。")
    var to: ServiceName

    func validate() throws {
        guard Plan.heard(by: to).contains(from) else {
            throw ValidationError("\(to.rawValue) 不收听 \(from.rawValue)。")
        }
    }

    func run() async throws {
        let answer = try await OperatorCalls(system.read())
            .send("replay", of: from, ["to": .text(to.rawValue)])
        print("\(from.rawValue) 向 \(to.rawValue) 重发了 \(answer["sent"].integer ?? 0) 条事实。")
    }
}

extension ServiceName: ExpressibleByArgument {}
