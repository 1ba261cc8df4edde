import ArgumentParser
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// 沙箱: plays the provincial system in tests and demonstrations, and never anything else.
@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gongjiang-sandbox-province",
        abstract: "Plays the provincial system (沙箱/sandbox); nothing it says is real.",
        subcommands: [Serve.self, MakeKey.self]
    )
}

/// Answers until it is told to end.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answers on GONGJIANG_HTTP_HOST and GONGJIANG_HTTP_PORT, with the key in GONGJIANG_PROVINCE_KEY."
    )

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        var logger = Logger(label: "sandbox-province")
        logger[metadataKey: "sandbox"] = "沙箱/sandbox"
        if environment["GONGJIANG_LOG_LEVEL"] == "error" { logger.logLevel = .error }
        let key = try SandboxKey(file: environment["GONGJIANG_PROVINCE_KEY"] ?? "")
        logger.critical("沙箱/SANDBOX: this is not the provincial system, and nothing it says is real")
        let front = FrontDoor(province: Province(), key: key, logger: logger)
        let port = environment["GONGJIANG_HTTP_PORT"].flatMap(Int.init) ?? 8090
        let portFile = environment["GONGJIANG_PORT_FILE"]
        let application = Application(
            responder: CallbackResponder { (request: Request, _: BasicRequestContext) in
                await front.respond(to: request)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(environment["GONGJIANG_HTTP_HOST"] ?? "127.0.0.1", port: port),
                serverName: "gongjiang-sandbox-province"
            ),
            onServerRunning: { channel in
                guard let portFile, let port = channel.localAddress?.port else { return }
                try? String(port).write(toFile: portFile, atomically: true, encoding: .utf8)
            },
            logger: logger
        )
        try await application.runService()
    }
}

/// Makes a key of a sandbox.
struct MakeKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Prints a key for a sandbox and whoever asks it: write it to a file of mode 0600."
    )

    func run() throws { print(SandboxKey.made()) }
}
