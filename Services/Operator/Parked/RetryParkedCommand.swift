import ArgumentParser
import Contracts
import Foundation
import Kernel

/// `gongjiang parked retry`: a parked message is tried again at once.
struct RetryParkedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "retry", abstract: "立即重试一条搁置的消息。")

    @OptionGroup var system: EnvironmentOptions

    @Option(help: "搁置它的服务。")
    var service: ServiceName

    @Option(help: "消息编号。")
    var id: UUID

    func run() async throws {
        try await OperatorCalls(system.read()).send("parked/\(id.lowercase)/retry", of: service)
        print("\(service.rawValue) 将重试 \(id.lowercase)。")
    }
}
