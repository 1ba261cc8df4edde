import AMQP
import ArgumentParser
import Foundation
import Logging

/// Relay and consumer beside a C publisher and a C consumer, in the same run, by turns.
struct MessagingBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "messaging",
        abstract: "Relay and consume rates beside a minimal C publisher and consumer; writes Markdown."
    )

    @Option(help: "The database of the speaker; the owner's address.")
    var speaker: String
    @Option(help: "The database of the hearer; the owner's address.")
    var hearer: String
    @Option(help: "The broker's address, with the planned topology loaded.")
    var broker: String
    @Option(help: "The C program.")
    var reference: String
    @Option(help: "The process of the postmaster, to tell its processor time.")
    var postgresProcess: Int?
    @Option(help: "The process of the broker, to tell its processor time.")
    var rabbitmqProcess: Int?
    @Option(help: "Facts a cell.")
    var facts = 50_000
    @Option(help: "Bytes a body has.")
    var bytes = 512
    @Option(help: "Rounds.")
    var rounds = 3
    @Flag(help: "Only the cells of our own, once: for a profiler.")
    var profile = false

    func run() async throws {
        LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }
        let configuration = try AMQPConfiguration(url: broker, connectionName: "benchmark")
        let stage = try await Stage(speaker: speaker, hearer: hearer, broker: configuration, facts: facts, bytes: bytes)
        let meter = CostMeter(postgres: postgresProcess, rabbitmq: rabbitmqProcess)
        func measured(_ cell: () async throws -> Double) async throws -> Measure {
            let before = meter.read()
            let rate = try await cell()
            return Measure(rate: rate, cost: (meter.read() - before).perMessage(facts))
        }
        if profile {
            try await stage.fill()
            note("relay \(try await measured(stage.relay))")
            note("consume \(try await measured(stage.consume))")
            return
        }
        let c = CProgram(path: reference, broker: configuration, facts: facts, bytes: bytes)
        var results: [Round] = []
        for number in 1...rounds {
            var round = Round(load: try Self.loadAverage())
            // By turns: what runs first meets another machine than what runs last.
            for cell in number.isMultiple(of: 2) ? Cell.allCases.reversed() : Cell.allCases {
                switch cell {
                case .relayAndConsumeInC:
                    try await stage.fill()
                    round.relay.append(try await measured(stage.relay))
                    round.consumeInC = try await measured(c.consume)
                    try await stage.checkQueue(holds: 0)
                case .publishInC:
                    round.publishInC = try await measured(c.publish)
                    try await stage.checkQueue(holds: facts)
                    _ = try await c.consume()
                case .relayAndStoreInC:
                    try await stage.fill()
                    round.relay.append(try await measured(stage.relay))
                    round.storeInC = try await measured { try await c.store(in: hearer) }
                    try await stage.checkInbox()
                    try await stage.checkQueue(holds: 0)
                case .relayAndConsume:
                    try await stage.fill()
                    round.relay.append(try await measured(stage.relay))
                    round.consume = try await measured(stage.consume)
                    try await stage.checkQueue(holds: 0)
                }
            }
            note("round \(number): \(round)")
            results.append(round)
        }
        print(Report(rounds: results, facts: facts, bytes: bytes).markdown)
    }

    private func note(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }

    private static func loadAverage() throws -> Double {
        let text = try String(contentsOfFile: "/proc/loadavg", encoding: .utf8)
        return text.split(separator: " ").first.flatMap { Double($0) } ?? 0
    }

    private enum Cell: CaseIterable {
        case relayAndConsumeInC, publishInC, relayAndConsume, relayAndStoreInC
    }
}
