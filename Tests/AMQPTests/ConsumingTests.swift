import AMQP
import TestSupport
import Testing

@Suite("Consuming", .timeLimit(.minutes(30)))
struct ConsumingTests {
    private func texts(_ batch: [Delivery]?) -> [String] {
        (batch ?? []).map { String(decoding: $0.message.body, as: UTF8.self) }
    }

    private func fill(_ broker: ScratchBroker, _ count: Int) async throws {
        try await broker.declareQueue("work", arguments: ["x-delivery-limit": .int(50)])
        let outcomes = try await withPublisher(broker.configuration("filler")) { publisher in
            try await publisher.publish((0..<count).map { message(to: "work", "\($0)") })
        }
        #expect(outcomes.allSatisfy { $0 == .confirmed })
    }

    @Test("keeps the order of 20 000 messages and loses none, with multiple acknowledgements")
    func order() async throws {
        let count = 20_000
        try await ScratchBroker.with { broker in
            try await fill(broker, count)
            let seen = try await withConsumer(broker.configuration(), queue: "work") { consumer in
                var seen: [String] = []
                while seen.count < count {
                    guard let batch = await consumer.nextBatch(max: 200, within: .milliseconds(3)) else { break }
                    #expect(batch.count <= 200)
                    seen += texts(batch)
                    if let last = batch.last { await consumer.acknowledge(through: last) }
                }
                return seen
            }
            #expect(seen == (0..<count).map { "\($0)" })
            // Acknowledged is gone: a shutdown sends what was asked for before it closes.
            let depth = try await broker.depth("work")
            #expect(depth == 0)
        }
    }

    @Test("never holds more than the prefetch")
    func prefetch() async throws {
        try await ScratchBroker.with { broker in
            try await fill(broker, 30)
            try await withConsumer(broker.configuration(), queue: "work", prefetch: 10) { consumer in
                let first = await consumer.nextBatch(max: 100, within: .milliseconds(300))
                #expect(texts(first) == (0..<10).map { "\($0)" })
                if let middle = first?[4] { await consumer.acknowledge(through: middle) }
                let second = await consumer.nextBatch(max: 100, within: .milliseconds(300))
                #expect(texts(second) == (10..<15).map { "\($0)" })
            }
        }
    }

    @Test("gets everything unacknowledged again after giving it back, and old acknowledgements mean nothing")
    func requeue() async throws {
        try await ScratchBroker.with { broker in
            try await fill(broker, 10)
            try await withConsumer(broker.configuration(), queue: "work") { consumer in
                var old: [Delivery] = []
                while old.count < 10, let batch = await consumer.nextBatch(max: 10, within: .milliseconds(100)) {
                    old += batch
                }
                if old.count == 10 { await consumer.acknowledge(through: old[3]) }
                let isAcknowledged = try await eventually { try await broker.unacknowledged("work") == 6 }
                #expect(isAcknowledged)
                await consumer.requeueAll()
                var again: [Delivery] = []
                while again.count < 6, let batch = await consumer.nextBatch(max: 10, within: .milliseconds(100)) {
                    again += batch
                }
                #expect(texts(again) == (4..<10).map { "\($0)" })
                #expect(again.allSatisfy { $0.redelivered })
                // On this connection the old tag would be an error, or take in what it was not meant for.
                if let last = old.last { await consumer.acknowledge(through: last) }
                await consumer.requeueAll()
                let third = await consumer.nextBatch(max: 6, within: .seconds(5))
                #expect(texts(third) == (4..<10).map { "\($0)" })
                #expect(consumer.status.reconnects == 2)
            }
        }
    }

    @Test("goes on after its queue was deleted and made again")
    func deletedQueue() async throws {
        try await ScratchBroker.with { broker in
            try await fill(broker, 1)
            try await withConsumer(broker.configuration(), queue: "work") { consumer in
                let first = await consumer.nextBatch(max: 1, within: .zero)
                #expect(texts(first) == ["0"])
                try await broker.deleteQueue("work")
                let isLost = try await eventually { !consumer.status.isConnected }
                #expect(isLost)
                let isMissed = try await eventually { consumer.status.lastFailure.map(isMissing) ?? false }
                #expect(isMissed)
                try await fill(broker, 2)
                let second = await consumer.nextBatch(max: 2, within: .seconds(5))
                #expect(texts(second) == ["0", "1"])
            }
        }
    }

    private func isMissing(_ error: AMQPError) -> Bool {
        if case .refused(404, _) = error { true } else { false }
    }

    @Test("keeps its connection while a handler takes longer than two heartbeats")
    func slowHandler() async throws {
        try await ScratchBroker.with { broker in
            try await fill(broker, 2)
            try await withConsumer(broker.configuration(heartbeat: 1), queue: "work", prefetch: 1) { consumer in
                let first = await consumer.nextBatch(max: 1, within: .zero)
                // The handler: the broker takes a silent peer for dead after two heartbeats and a little.
                try await Task.sleep(for: .seconds(4))
                if let delivery = first?.last { await consumer.acknowledge(through: delivery) }
                let second = await consumer.nextBatch(max: 1, within: .zero)
                #expect(texts(second) == ["1"])
                #expect(second?.first?.redelivered == false)
                #expect(consumer.status.reconnects == 0)
            }
        }
    }

    @Test("stops when asked: what was received is handed out and acknowledged, the rest stays in the queue")
    func stops() async throws {
        try await ScratchBroker.with { broker in
            try await fill(broker, 30)
            try await withConsumer(broker.configuration(), queue: "work", prefetch: 10) { consumer in
                var received = await consumer.nextBatch(max: 3, within: .milliseconds(200)) ?? []
                await consumer.stopDelivering()
                while let batch = await consumer.nextBatch(max: 3, within: .milliseconds(50)) { received += batch }
                #expect(texts(received) == (0..<10).map { "\($0)" })
                // Room in the prefetch brings nothing more.
                if let last = received.last { await consumer.acknowledge(through: last) }
                let none = await consumer.nextBatch(max: 1, within: .zero)
                #expect(none == nil)
            }
            let depth = try await broker.depth("work")
            #expect(depth == 20)
        }
    }

    @Test("stops at once when there is no connection, and when the task that waits is cancelled")
    func stopsWithoutConnection() async throws {
        let configuration = try AMQPConfiguration(url: "amqp://127.0.0.1:1/x", connectionName: "test")
        try await withConsumer(configuration, queue: "work") { consumer in
            let cancelled = await withTaskGroup(of: Bool.self) { group in
                group.addTask { await consumer.nextBatch(max: 1, within: .zero) == nil }
                group.cancelAll()
                return await group.next()
            }
            #expect(cancelled == true)
            await consumer.stopDelivering()
            let batch = await consumer.nextBatch(max: 1, within: .zero)
            #expect(batch == nil)
        }
    }

    @Test("reads what another client publishes, and leaves out headers it has no word for")
    func foreign() async throws {
        try await ScratchBroker.with { broker in
            try await broker.declareQueue("work")
            let headers: [String: any Sendable] = ["n": 5, "s": "x", "b": true, "nested": ["a": 1], "list": [1, 2]]
            try await broker.publish(
                exchange: "",
                routingKey: "work",
                properties: ["headers": headers, "type": "t"],
                body: "hello"
            )
            try await withConsumer(broker.configuration(), queue: "work") { consumer in
                let batch = await consumer.nextBatch(max: 1, within: .zero)
                let message = batch?.first?.message
                #expect(message?.headers == ["n": .int(5), "s": .string("x"), "b": .bool(true)])
                #expect(message?.type == "t")
                #expect(message?.userID == nil)
            }
        }
    }
}
