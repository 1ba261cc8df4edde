import AMQP
import Contracts
import Foundation
import Kernel
import Logging
import Postgres
import Synchronization

/// All of a service's messaging: the relay, the consumers, the sweepers and the tickers.
///
/// A service cannot publish or acknowledge by itself; it announces into its outbox and reacts in a transaction.
package final class Messaging: Sendable {
    /// What an enterprise's message needs beyond the database.
    package struct IngressSupport: Sendable {
        let explain: @Sendable (any Error) -> [RefusalReason]?
        let seal: @Sendable ([UInt8]) throws -> [UInt8]

        /// - Parameters:
        ///   - explain: what to tell a person of an error, or nil where it is a fault of ours.
        ///   - seal: seals a body before it is stored.
        package init(
            explain: @escaping @Sendable (any Error) -> [RefusalReason]?,
            seal: @escaping @Sendable ([UInt8]) throws -> [UInt8]
        ) {
            self.explain = explain
            self.seal = seal
        }
    }

    package let service: ServiceName
    package let relayStatus = RelayStatus()
    private let configuration: AMQPConfiguration
    private let database: PostgresPool
    private let publisher: Publisher
    private let relay: Relay
    private let consumers: [Consumer]
    private let facts: FactConsumer?
    private let ingress: IngressConsumer?
    private let dead: DeadLetters?
    private let sweeper: RetrySweeper?
    private let tickers: [Ticker]
    private let history: History
    private let logger: Logger
    private let hasReceivedAll = Mutex(false)

    package init(
        service: ServiceName,
        subscriptions: [Subscription],
        outbox: Outbox,
        clock: BusinessClock,
        database: PostgresPool,
        broker: AMQPConfiguration,
        userOf: @escaping @Sendable (ServiceName) -> String = \.rawValue,
        ingress support: IngressSupport,
        foreground: Foreground = Foreground(),
        logger: Logger
    ) {
        self.service = service
        self.database = database
        self.logger = logger
        configuration = broker
        publisher = Publisher(broker.named("\(service.rawValue) publishing"), logger: logger)
        relay = Relay(
            service: service,
            database: database,
            publisher: publisher,
            user: broker.user,
            wake: outbox.wake,
            status: relayStatus,
            foreground: foreground,
            logger: logger
        )

        let answers = Dictionary(
            subscriptions.compactMap { subscription -> (String, IngressReaction)? in
                guard case .ingress(let reaction) = subscription.kind else { return nil }
                return (reaction.name, reaction)
            },
            uniquingKeysWith: { first, _ in first }
        )
        func ticker(
            _ name: String,
            _ interval: Duration,
            _ come: @escaping @Sendable (PostgresPool, BusinessClock) async throws -> Bool
        ) -> Ticker {
            Ticker(
                name: name,
                interval: interval,
                come: come,
                database: database,
                clock: clock,
                foreground: foreground,
                logger: logger
            )
        }
        let history = History(service: service, database: database, publisher: publisher, user: broker.user)
        self.history = history
        tickers =
            subscriptions.compactMap { subscription in
                guard case .tick(let name, let interval, let come) = subscription.kind else { return nil }
                return ticker(name, interval, come)
            } + [
                ticker("ask for history", .milliseconds(500)) { _, _ in try await history.ask() },
                ticker("tell history", .milliseconds(500)) { _, _ in try await history.tell() },
            ]

        var consumers: [Consumer] = []
        func consumer(of queue: String, prefetch: Int) -> Consumer {
            let consumer = Consumer(
                broker.named("\(service.rawValue) consuming \(queue)"),
                queue: queue,
                prefetch: prefetch,
                logger: logger
            )
            consumers.append(consumer)
            return consumer
        }
        let inbox = Inbox(service: service, subscriptions: subscriptions, clock: clock, userOf: userOf)
        if Plan.heard(by: service).isEmpty {
            facts = nil
            sweeper = nil
        } else {
            facts = FactConsumer(
                database: database,
                consumer: consumer(of: Topology.queue(of: service), prefetch: 2000),
                inbox: inbox,
                logger: logger
            )
            sweeper = RetrySweeper(database: database, inbox: inbox, logger: logger)
        }
        if Plan.takenFromEnterprises(by: service).isEmpty {
            ingress = nil
        } else {
            ingress = IngressConsumer(
                service: service,
                database: database,
                consumer: consumer(of: Topology.ingressQueue(of: service), prefetch: 100),
                outbox: outbox,
                reactions: answers,
                clock: clock,
                explain: support.explain,
                seal: support.seal,
                logger: logger
            )
        }
        if let facts {
            dead = DeadLetters(
                consumer: consumer(of: Topology.deadQueue(of: service), prefetch: 10),
                facts: facts,
                ingress: ingress,
                logger: logger
            )
        } else {
            dead = nil
        }
        self.consumers = consumers
    }

    /// Runs until it is cancelled or ``drain()``ed.
    package func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.publisher.run() }
            group.addTask { await self.relay.run() }
            for consumer in consumers { group.addTask { await consumer.run() } }
            group.addTask {
                await self.receive()
                self.hasReceivedAll.withLock { $0 = true }
            }
            if let sweeper { group.addTask { await sweeper.run() } }
            for ticker in tickers { group.addTask { await ticker.run() } }
            await group.waitForAll()
        }
    }

    private func receive() async {
        await withTaskGroup(of: Void.self) { group in
            if let facts { group.addTask { await facts.run() } }
            if let ingress { group.addTask { await ingress.run() } }
            if let dead { group.addTask { await dead.run() } }
            await group.waitForAll()
        }
    }

    /// Takes nothing new, finishes and acknowledges what was taken, and sends what that put into the outbox.
    package func drain() async {
        for consumer in consumers { await consumer.stopDelivering() }
        CrashPoint.reach("drain.after-cancel")
        let deadline = ContinuousClock.now + .seconds(10)
        while !hasReceivedAll.withLock({ $0 }), ContinuousClock.now < deadline {
            try? await Task.sleep(for: .milliseconds(10))
        }
        for consumer in consumers { await consumer.shutdown() }
        _ = try? await relay.pass()
        await publisher.shutdown()
    }

    /// What keeps messaging from being ready, in real time `now`.
    package func complaints(now: Date) -> [String] {
        var complaints: [String] = []
        let publishing = publisher.status
        if !publishing.isConnected { complaints.append("not connected to the broker for publishing") }
        if let since = publishing.blockedSince, now.timeIntervalSince(since) > 30 {
            complaints.append("the broker has blocked publishing for \(Int(now.timeIntervalSince(since))) s")
        }
        if consumers.contains(where: { !$0.status.isConnected }) {
            complaints.append("not connected to the broker for consuming")
        }
        let relay = relayStatus.snapshot
        if now.timeIntervalSince(relay.lastPass ?? .distantPast) > 30 {
            complaints.append("the outbox was not gone through: \(relay.lastError ?? "not yet")")
        }
        return complaints
    }

    /// The speakers whose history this service still waits for.
    package func unheardHistory(in tx: borrowing Transaction) throws -> [ServiceName] {
        try HistoryBook.unheard(by: service, in: tx)
    }

    /// Whether the broker holds the planned topology; answers what is missing.
    package func missingTopology() async throws -> [String] {
        var queues =
            Plan.heard(by: service).isEmpty ? [] : [Topology.queue(of: service), Topology.deadQueue(of: service)]
        if !Plan.takenFromEnterprises(by: service).isEmpty { queues.append(Topology.ingressQueue(of: service)) }
        return try await TopologyProbe.verify(
            configuration.named("\(service.rawValue) probing"),
            exchanges: [Topology.facts, Topology.enterprise, Topology.receipts, Topology.planned.marker],
            queues: queues
        )
    }

    /// Publishes something nobody takes and waits for its confirm: proof that the broker can take a fact now.
    package func confirmCanary() async throws {
        var canary = Message(exchange: Topology.planned.marker, routingKey: "canary")
        canary.mandatory = false
        let outcome = try await publisher.publish([canary]).first
        guard outcome == .confirmed else { throw NotConfirmed(outcome: "\(outcome ?? .unknown)") }
    }

    /// The broker did not take a canary.
    struct NotConfirmed: Error {
        let outcome: String
    }

    /// Sends the archive again to one hearer.
    package var replay: Replay {
        Replay(service: service, database: database, publisher: publisher, user: configuration.user)
    }
}

extension AMQPConfiguration {
    /// The same broker under another connection's name.
    fileprivate func named(_ name: String) -> AMQPConfiguration {
        var copy = self
        copy.connectionName = name
        return copy
    }
}
