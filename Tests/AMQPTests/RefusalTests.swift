import AMQP
import TestSupport
import Testing

/// What the broker refuses closes the channel, and with it everything in flight.
@Suite("A refused message", .timeLimit(.minutes(30)))
struct RefusalTests {
    enum Fault: String, CaseIterable {
        case noPermission, noExchange, forgedUser, forbiddenTopic

        var code: Int {
            switch self {
            case .noPermission, .forbiddenTopic: 403
            case .noExchange: 404
            case .forgedUser: 406
            }
        }

        var message: Message {
            switch self {
            case .noPermission: Message(exchange: "closed", routingKey: "a")
            case .noExchange: Message(exchange: "open-absent", routingKey: "a")
            case .forgedUser: Message(exchange: "open", routingKey: "mine.a", userID: "somebody-else")
            case .forbiddenTopic: Message(exchange: "open", routingKey: "theirs.a")
            }
        }
    }

    private func withRestrictedPublisher(_ body: (Publisher) async throws -> Void) async throws {
        try await ScratchBroker.with { broker in
            try await broker.declareExchange("open")
            try await broker.declareExchange("closed")
            try await broker.declareQueue("work")
            try await broker.bind("work", to: "open", key: "mine.*")
            let user = try await broker.addUser("enterprise", write: "^open")
            try await broker.permitTopics(user, exchange: "open", write: "^mine\\.")
            let configuration = try AMQPConfiguration(url: broker.url(user: user), connectionName: "enterprise")
            try await withPublisher(configuration, body)
        }
    }

    private let good = Message(exchange: "open", routingKey: "mine.a")

    @Test("is named when it is alone in flight, and the next connection goes on", arguments: Fault.allCases)
    func alone(_ fault: Fault) async throws {
        try await withRestrictedPublisher { publisher in
            let outcomes = try await publisher.publish([fault.message])
            guard case .refused(let code, _) = outcomes.first else {
                Issue.record("\(outcomes)")
                return
            }
            #expect(code == fault.code)
            try await publisher.waitUntilConnected(within: .seconds(20))
            let next = try await publisher.publish([good])
            #expect(next == [.confirmed])
            #expect(publisher.status.reconnects == 1)
        }
    }

    @Test("leaves a batch unknown, so that the caller can bisect", arguments: Fault.allCases)
    func batch(_ fault: Fault) async throws {
        try await withRestrictedPublisher { publisher in
            let outcomes = try await publisher.publish([good, fault.message, good])
            // The first may have been confirmed before the channel was closed.
            #expect(outcomes[1] == .unknown || outcomes[0] == .confirmed)
            #expect(outcomes[2] == .unknown)
        }
    }

    @Test("is named in a batch too when each is sent alone; those before it are confirmed")
    func oneByOne() async throws {
        try await withRestrictedPublisher { publisher in
            let outcomes = try await publisher.publish([good, good, Fault.noExchange.message, good], alone: true)
            #expect(outcomes.prefix(2) == [.confirmed, .confirmed])
            guard case .refused(404, _) = outcomes[2] else {
                Issue.record("\(outcomes)")
                return
            }
            #expect(outcomes[3] == .unknown)
        }
    }

    @Test("that breaks a limit is told so and not sent; the connection lives")
    func tooLarge() async throws {
        let faults: [(String, Message)] = [
            ("routing key", Message(exchange: "open", routingKey: "mine." + String(repeating: "k", count: 251))),
            ("type", Message(exchange: "open", routingKey: "mine.a", type: String(repeating: "工", count: 86))),
            (
                "header",
                Message(
                    exchange: "open",
                    routingKey: "mine.a",
                    headers: ["big": .string(String(repeating: "x", count: 131_000))]
                )
            ),
            (
                "header",
                Message(
                    exchange: "open",
                    routingKey: "mine.a",
                    headers: Dictionary(
                        uniqueKeysWithValues: (0..<1000).map {
                            ("header-\($0)", HeaderValue.string(String(repeating: "y", count: 120)))
                        }
                    )
                )
            ),
            (
                "body",
                Message(exchange: "open", routingKey: "mine.a", body: [UInt8](repeating: 0, count: (16 << 20) + 1))
            ),
        ]
        try await withRestrictedPublisher { publisher in
            let outcomes = try await publisher.publish(faults.flatMap { [good, $0.1] } + [good])
            for (index, outcome) in outcomes.enumerated() {
                if index % 2 == 0 {
                    #expect(outcome == .confirmed, "message \(index)")
                } else {
                    guard case .tooLarge(let reason) = outcome else {
                        Issue.record("\(outcome) for \(faults[index / 2].0)")
                        continue
                    }
                    #expect(reason.contains(faults[index / 2].0))
                }
            }
            #expect(publisher.status.reconnects == 0)
        }
    }

    @Test("is not one whose headers and body just fit")
    func justFits() async throws {
        try await withRestrictedPublisher { publisher in
            var large = good
            // 131072 − 100 for the properties: a table's length (4), our number's header (1 + 13 + 9), this header
            // (1 + 1 + 5), and the lengths and texts of exchange and routing key (1 + 4, 1 + 6).
            large.headers = ["h": .string(String(repeating: "x", count: 131_072 - 100 - 4 - 23 - 7 - 12))]
            large.body = [UInt8](repeating: 7, count: 1 << 20)
            let outcomes = try await publisher.publish([large, good])
            #expect(outcomes == [.confirmed, .confirmed])
            large.headers["i"] = .bool(true)
            let refused = try await publisher.publish([large])
            guard case .tooLarge = refused.first else {
                Issue.record("\(refused)")
                return
            }
        }
    }
}
