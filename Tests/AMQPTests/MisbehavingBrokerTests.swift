import AMQP
import TestSupport
import Testing

@Suite("A broker that misbehaves", .timeLimit(.minutes(30)))
struct MisbehavingBrokerTests {
    private func withFake(
        _ behaviour: FakeBroker.Behaviour,
        _ body: (FakeBroker, AMQPConfiguration) async throws -> Void
    ) async throws {
        let fake = try FakeBroker(behaviour)
        defer {
            fake.unblock()
            fake.stop()
        }
        var configuration = try AMQPConfiguration(
            url: "amqp://a:b@127.0.0.1:\(fake.port)/",
            connectionName: "test",
            heartbeat: 1
        )
        configuration.patience = 1
        try await body(fake, configuration)
    }

    @Test("by having no memory left is shown; what waits is unknown in time, and the connection is kept")
    func blocked() async throws {
        try await withFake(.blocked) { fake, configuration in
            try await withPublisher(configuration, confirmDeadline: .seconds(1)) { publisher in
                let first = try await publisher.publish([message(to: "q")])
                #expect(first == [.unknown])
                #expect(publisher.status.blockedSince != nil)
                let second = try await publisher.publish([message(to: "q"), message(to: "q")])
                #expect(second == [.unknown, .unknown])
                fake.unblock()
                let isFree = try await eventually { publisher.status.blockedSince == nil }
                #expect(isFree)
                let third = try await publisher.publish([message(to: "q"), message(to: "q")])
                #expect(third == [.confirmed, .confirmed])
                #expect(publisher.status.reconnects == 0)
            }
        }
    }

    @Test("by asking to pause is obeyed until it asks to go on")
    func paused() async throws {
        try await withFake(.paused) { fake, configuration in
            try await withPublisher(configuration, confirmDeadline: .seconds(20)) { publisher in
                async let outcomes = publisher.publish([message(to: "q")])
                fake.unblock()
                let settled = try await outcomes
                #expect(settled == [.confirmed])
                let hasAgreed = try await eventually { fake.flowAnswers == 2 }
                #expect(hasAgreed)
                #expect(publisher.status.reconnects == 0)
            }
        }
    }

    @Test(
        "while publishing leaves the message unknown, and the next connection takes it",
        arguments: [FakeBroker.Behaviour.garbage, .wrongConfirm, .silent, .dead]
    )
    func publishing(_ behaviour: FakeBroker.Behaviour) async throws {
        try await withFake(behaviour) { fake, configuration in
            try await withPublisher(configuration, confirmDeadline: .seconds(2)) { publisher in
                let first = try? await publisher.publish([message(to: "q")])
                // It may have been found out before anything was published, and another connection made.
                let wasLeftBefore = first == [.confirmed] && publisher.status.reconnects > 0
                #expect(first == [.unknown] || first == nil || wasLeftBefore)
                let hasReturned = try await eventually { fake.connections >= 2 }
                #expect(hasReturned)
                try await publisher.waitUntilConnected(within: .seconds(20))
                let second = try await publisher.publish([message(to: "q")])
                #expect(second == [.confirmed])
            }
        }
    }

    @Test("by not reading cannot hold a caller for ever, though its heart beats", arguments: [1, 12 << 20])
    func deaf(_ size: Int) async throws {
        try await withFake(.deaf) { fake, configuration in
            try await withPublisher(configuration, confirmDeadline: .seconds(2)) { publisher in
                var large = message(to: "q")
                large.body = [UInt8](repeating: 0, count: size)
                // Far more than the kernel's buffers hold: the write itself has to be cut.
                let outcomes = try await publisher.publish([large, large])
                #expect(outcomes == [.unknown, .unknown])
                let hasReturned = try await eventually { fake.connections >= 2 }
                #expect(hasReturned)
                try await publisher.waitUntilConnected(within: .seconds(20))
                large.body = [1]
                let next = try await publisher.publish([large])
                #expect(next == [.confirmed])
            }
        }
    }

    @Test(
        "while consuming is left, and another connection made",
        arguments: [FakeBroker.Behaviour.stalledConsume, .garbage, .wrongConfirm, .dead]
    )
    func consuming(_ behaviour: FakeBroker.Behaviour) async throws {
        try await withFake(behaviour) { fake, configuration in
            try await withConsumer(configuration, queue: "q") { consumer in
                let hasReturned = try await eventually { fake.connections >= 2 && consumer.status.isConnected }
                #expect(hasReturned)
                #expect(consumer.status.lastFailure == nil)
            }
        }
    }
}
