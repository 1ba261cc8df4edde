import ArgumentParser
import Hummingbird
import Logging

/// A web server of one route that does nothing: what HTTP costs here whatever is asked.
struct EmptyDoor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "door",
        abstract: "Answers POST / with two bytes until it is stopped."
    )

    @Option(help: "Where it listens, on 127.0.0.1.")
    var port: Int

    func run() async throws {
        let router = Router()
        router.post("/") { _, _ in "ok" }
        var logger = Logger(label: "door")
        logger.logLevel = .error
        let server = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            logger: logger
        )
        try await server.runService()
    }
}
