import AMQP
import TestSupport
import Testing

@Suite("The topology probe", .timeLimit(.minutes(30)))
struct TopologyProbeTests {
    @Test("names exactly what is missing")
    func missing() async throws {
        try await ScratchBroker.with { broker in
            let definitions = """
                {"exchanges": [{"name": "facts", "vhost": "/", "type": "topic", "durable": true, "auto_delete": false,
                                "internal": false, "arguments": {}}],
                 "queues": [{"name": "work", "vhost": "/", "durable": true, "auto_delete": false,
                             "arguments": {"x-queue-type": "quorum"}}],
                 "bindings": [{"source": "facts", "vhost": "/", "destination": "work", "destination_type": "queue",
                               "routing_key": "#", "arguments": {}}]}
                """
            try await broker.load(definitions: Array(definitions.utf8))
            let missing = try await TopologyProbe.verify(
                broker.configuration(),
                exchanges: ["facts", "no-1", "", "no-2"],
                queues: ["no-3", "work"]
            )
            #expect(missing == ["exchange no-1", "exchange no-2", "queue no-3"])
            let isRouted = try await broker.publish(exchange: "facts", routingKey: "a.b", body: "x")
            #expect(isRouted)
            let hasArrived = try await broker.waitForDepth("work", 1)
            #expect(hasArrived)
            let bodies = try await broker.get("work").map(\.body)
            #expect(bodies == ["x"])
            let absent = try await broker.depth("no-3")
            #expect(absent == nil)
        }
    }

    @Test("throws when there is nobody to ask")
    func unreachable() async throws {
        let configuration = try AMQPConfiguration(url: "amqp://127.0.0.1:1/x", connectionName: "test")
        await #expect(throws: AMQPError.self) {
            _ = try await TopologyProbe.verify(configuration, exchanges: ["a"], queues: [])
        }
    }
}
