import AMQP
import Contracts
import Foundation

/// The C publisher and consumer; each run is a process of its own that tells its seconds.
struct CProgram {
    let path: String
    let broker: AMQPConfiguration
    let facts: Int
    let bytes: Int

    /// It failed, or said no number.
    struct Failure: Error {
        let status: Int32
    }

    /// Publishes as many messages as a cell has; answers messages a second.
    func publish() async throws -> Double {
        try await run("publish", [Topology.facts, "evaluation.list-withdrawn", String(facts), String(bytes)])
    }

    /// Consumes as many; answers messages a second.
    func consume() async throws -> Double {
        try await run("consume", [Topology.queue(of: .publicityTimer), String(facts)])
    }

    /// Consumes as many into the inbox of a database; answers messages a second.
    func store(in database: String) async throws -> Double {
        try await run("store", [Topology.queue(of: .publicityTimer), String(facts), database])
    }

    private func run(_ verb: String, _ arguments: [String]) async throws -> Double {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments =
            [verb, broker.host, String(broker.port), broker.user, broker.password, broker.virtualHost] + arguments
        let output = Pipe()
        process.standardOutput = output
        let ends = AsyncStream<Void>.makeStream()
        process.terminationHandler = { _ in ends.continuation.finish() }
        try process.run()
        for await _ in ends.stream {}
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        guard process.terminationStatus == 0, let seconds = Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw Failure(status: process.terminationStatus) }
        return Double(facts) / seconds
    }
}
