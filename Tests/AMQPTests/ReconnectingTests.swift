import AMQP
import Synchronization
import TestSupport
import Testing

@Suite("A lost connection", .timeLimit(.minutes(30)))
struct ReconnectingTests {
    /// Publishes until it is told to stop.
    private func flood(
        _ publisher: Publisher,
        until isOver: borrowing Atomic<Bool>
    ) async throws
        -> (confirmed: Int, unknown: Int)
    {
        var (confirmed, unknown) = (0, 0)
        while !isOver.load(ordering: .relaxed), !Task.isCancelled {
            let batch = (0..<500).map { message(to: "work", "\(confirmed)-\($0)") }
            guard let outcomes = try? await publisher.publish(batch) else {
                try await publisher.waitUntilConnected(within: .seconds(20))
                continue
            }
            confirmed += outcomes.count { $0 == .confirmed }
            unknown += outcomes.count { $0 == .unknown }
            if outcomes.contains(where: { $0 != .confirmed && $0 != .unknown }) { Issue.record("\(Set(outcomes))") }
        }
        return (confirmed, unknown)
    }

    @Test("leaves what was in flight unknown; the same publisher goes on, and nothing confirmed is lost")
    func publisher() async throws {
        try await ScratchBroker.with { broker in
            try await broker.declareQueue("work")
            try await withPublisher(broker.configuration("victim"), window: 50) { publisher in
                let isOver = Atomic(false)
                async let flooding = flood(publisher, until: isOver)
                let hasBegun = try await eventually { publisher.status.lastConfirm != nil }
                #expect(hasBegun)
                // The broker may not have listed a young connection yet and then closes none: it is asked again. And a
                // flood that nobody ended would fill the broker's memory, which blocks every publisher there is.
                let isClosed = try await eventually {
                    try await broker.closeConnections()
                    return publisher.status.reconnects >= 1
                }
                #expect(isClosed)
                let before = publisher.status.lastConfirm
                let goesOn = try await eventually { publisher.status.lastConfirm != before }
                #expect(goesOn)
                isOver.store(true, ordering: .relaxed)
                let (confirmed, unknown) = try await flooding
                let depth = try await broker.depth("work") ?? 0
                #expect(depth >= confirmed)
                #expect(depth <= confirmed + unknown)
            }
        }
    }

    @Test("brings the consumer back by itself, with what was not acknowledged")
    func consumer() async throws {
        try await ScratchBroker.with { broker in
            try await broker.declareQueue("work")
            try await broker.publish(exchange: "", routingKey: "work", body: "a")
            try await withConsumer(broker.configuration(), queue: "work") { consumer in
                let first = await consumer.nextBatch(max: 1, within: .zero)
                let isClosed = try await eventually {
                    try await broker.closeConnections()
                    return consumer.status.reconnects >= 1
                }
                #expect(isClosed)
                let second = await consumer.nextBatch(max: 1, within: .zero)
                #expect(second?.first?.message.body == first?.first?.message.body)
                #expect(second?.first?.redelivered == true)
                #expect(second?.first?.generation != first?.first?.generation)
            }
        }
    }

    @Test("is tried again while the broker refuses the login, and the reason is shown")
    func wrongPassword() async throws {
        try await ScratchBroker.with { broker in
            var configuration = try broker.configuration()
            configuration.password = "wrong"
            let publisher = Publisher(configuration, logger: quiet)
            async let running: Void = publisher.run()
            let hasFailed = try await eventually { publisher.status.lastFailure != nil }
            #expect(hasFailed)
            guard case .refused(403, _) = publisher.status.lastFailure else {
                Issue.record("\(String(describing: publisher.status.lastFailure))")
                return
            }
            await #expect(throws: AMQPError.notConnected) {
                try await publisher.waitUntilConnected(within: .milliseconds(300))
            }
            await publisher.shutdown()
            await running
        }
    }
}
