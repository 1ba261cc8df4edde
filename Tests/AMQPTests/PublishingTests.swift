import AMQP
import Foundation
import TestSupport
import Testing

@Suite("Publishing", .timeLimit(.minutes(30)))
struct PublishingTests {
    @Test("is confirmed by a quorum queue, and everything said about the message arrives")
    func confirms() async throws {
        try await ScratchBroker.with { broker in
            try await broker.declareQueue("work")
            try await broker.declareExchange("facts")
            try await broker.bind("work", to: "facts", key: "filing.*")
            let sent = Message(
                exchange: "facts",
                routingKey: "filing.accepted",
                messageID: "1",
                type: "gongjiang.filing.accepted.v1",
                appID: "filing",
                userID: broker.name,
                contentType: "application/json",
                correlationID: "c",
                timestamp: Date(timeIntervalSince1970: 1_790_000_000),
                headers: ["name": .string("𬭎工匠"), "number": .int(-7), "flag": .bool(true)],
                body: Array("{}".utf8)
            )
            try await withPublisher(broker.configuration()) { publisher in
                let outcomes = try await publisher.publish([sent])
                #expect(outcomes == [.confirmed])
                #expect(publisher.status.lastConfirm != nil)
            }
            let received = try await withConsumer(broker.configuration(), queue: "work") { consumer in
                await consumer.nextBatch(max: 10, within: .zero)
            }
            #expect(received?.map(\.message) == [sent])
            #expect(received?.first?.redelivered == false)
        }
    }

    @Test("tells which of a batch no queue takes, while the others are confirmed")
    func returns() async throws {
        try await ScratchBroker.with { broker in
            try await broker.declareQueue("work")
            let batch = (0..<200).map { message(to: $0 % 50 == 17 ? "nowhere" : "work", "\($0)") }
            let outcomes = try await withPublisher(broker.configuration()) { try await $0.publish(batch) }
            for (index, outcome) in outcomes.enumerated() {
                let expected = index % 50 == 17 ? .returned(code: 312, text: "NO_ROUTE") : PublishOutcome.confirmed
                #expect(outcome == expected, "message \(index)")
            }
            let depth = try await broker.depth("work")
            #expect(depth == 196)
        }
    }

    @Test("is negated by a full queue that rejects")
    func overflow() async throws {
        try await ScratchBroker.with { broker in
            try await broker.declareQueue(
                "small",
                arguments: ["x-max-length": .int(2), "x-overflow": .string("reject-publish")]
            )
            let outcomes = try await withPublisher(broker.configuration()) { publisher in
                var outcomes: [PublishOutcome] = []
                // The broker takes a little more than the limit; one at a time shows where it stops.
                for _ in 0..<10 { outcomes += try await publisher.publish([message(to: "small")]) }
                return outcomes
            }
            #expect(outcomes.first == .confirmed)
            #expect(outcomes.last == .nacked)
            #expect(Set(outcomes) == [.confirmed, .nacked])
        }
    }

    @Test("throws at once without a connection")
    func notConnected() async throws {
        let configuration = try AMQPConfiguration(url: "amqp://127.0.0.1:1/x", connectionName: "test")
        let publisher = Publisher(configuration, logger: quiet)
        await #expect(throws: AMQPError.notConnected) { try await publisher.publish([message(to: "x")]) }
    }
}
