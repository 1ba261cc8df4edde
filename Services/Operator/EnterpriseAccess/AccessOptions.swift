import ArgumentParser
import Kernel

/// Which enterprise, in which system.
struct AccessOptions: ParsableArguments {
    @OptionGroup var system: EnvironmentOptions

    @Option(help: ArgumentHelp("统一社会信用代码。", valueName: "credit-code"))
    var creditCode: CreditCode

    /// The access in question.
    func access() async throws -> EnterpriseAccess {
        let environment = try system.read()
        return EnterpriseAccess(
            creditCode: creditCode,
            broker: try BrokerManagement(environment),
            calls: try await OperatorCalls(environment)
        )
    }
}

extension CreditCode: ExpressibleByArgument {
    package init?(argument: String) {
        guard let code = try? CreditCode(argument) else { return nil }
        self = code
    }
}
