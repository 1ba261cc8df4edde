import AMQP
import Contracts
import Foundation
import Kernel
import Logging
import Synchronization

/// The enterprise's own system: publishes to the ingress exchange and reads its own queue, with its own account.
final class EnterpriseSystem: Sendable {
    /// Something that came by the enterprise's queue.
    struct Heard: Hashable, Sendable {
        /// The CloudEvents id, or the receipt's.
        let id: String
        /// The routing key without the credit code: `accepted`, `publicity.opened`.
        let kind: String
        let body: JSON
    }

    private let creditCode: String
    private let user: String
    private let publisher: Publisher
    private let consumer: Consumer
    private let heard = Mutex<[Heard]>([])

    /// - Parameters:
    ///   - address: The broker, `amqp://host:port/vhost`, without an account.
    ///   - creditCode: The enterprise.
    ///   - password: That of its account.
    /// - Throws: ``OperatorError`` or `AMQPError` for an address that is none.
    init(address: String, creditCode: String, password: String) throws {
        guard var parts = URLComponents(string: address) else { throw OperatorError("GONGJIANG_AMQP_ADDRESS 不是地址。") }
        self.creditCode = creditCode
        user = Topology.enterpriseUser(creditCode)
        (parts.user, parts.password) = (user, password)
        let configuration = try AMQPConfiguration(url: parts.string ?? "", connectionName: "demonstration of \(user)")
        var logger = Logger(label: "gongjiang.enterprise")
        logger.logLevel = .critical
        publisher = Publisher(configuration, logger: logger)
        consumer = Consumer(
            configuration,
            queue: Topology.enterpriseQueue(creditCode),
            prefetch: 100,
            logger: logger
        )
    }

    /// Runs `body` while the system is connected; a lost connection is made again.
    func whileConnected(_ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await self.publisher.run() }
            group.addTask { await self.consumer.run() }
            group.addTask { await self.listen() }
            defer { group.cancelAll() }
            try await body()
            await publisher.shutdown()
            await consumer.shutdown()
        }
    }

    /// Publishes until the broker has confirmed.
    ///
    /// - Parameters:
    ///   - form: The application.
    ///   - round: The round it is for.
    ///   - message: Its id; the same however often it is sent.
    /// - Throws: ``OperatorError`` when the broker refuses, or does not confirm in time.
    func submit(_ form: JSON, to round: String, message: String) async throws {
        switch try await publish(form, round, message: message, creditCode: creditCode) {
        case .confirmed: return
        case let other: throw OperatorError("消息代理没有收下报送:\(other)")
        }
    }

    /// Publishes under another enterprise's credit code, which the broker has to refuse.
    ///
    /// - Returns: How it refused.
    /// - Throws: ``OperatorError`` when it did not.
    func submit(_ form: JSON, to round: String, as other: String) async throws -> String {
        switch try await publish(form, round, message: NewID.v7().lowercase, creditCode: other) {
        case .refused(let code, let text): return "\(code) \(text)"
        case let outcome: throw OperatorError("消息代理没有拒绝以他人信用代码的报送:\(outcome)")
        }
    }

    /// What came of these kinds so far; each only once, however often it was delivered.
    func received(_ kinds: String...) -> [Heard] {
        heard.withLock { heard in heard.filter { kinds.contains($0.kind) } }
    }

    /// The answers to one message so far.
    func answers(to message: String) -> [Heard] {
        received("accepted", "rejected").filter { $0.body["message"].text?.lowercased() == message.lowercased() }
    }

    private func publish(
        _ form: JSON,
        _ round: String,
        message id: String,
        creditCode: String
    ) async throws -> PublishOutcome {
        let message = Message(
            exchange: Topology.ingress,
            routingKey: "\(creditCode).\(ApplicationSubmitted.name)",
            messageID: id,
            type: ApplicationSubmitted.name,
            userID: user,
            contentType: "application/json",
            timestamp: Date(),
            body: try WireFormat.encode(["round": JSON.text(round), "form": form] as JSON)
        )
        return try await Patience().wait(for: "消息代理的确认") {
            guard let outcomes = try? await publisher.publish([message], alone: true), let outcome = outcomes.first
            else { return .notYet("没有连上") }
            switch outcome {
            case .confirmed, .refused, .tooLarge: return .answer(outcome)
            case .nacked, .returned, .unknown: return .notYet("\(outcome)")
            }
        }
    }

    private func listen() async {
        while let batch = await consumer.nextBatch(max: 50, within: .milliseconds(20)) {
            for delivery in batch { take(delivery.message) }
            if let last = batch.last { await consumer.acknowledge(through: last) }
        }
    }

    private func take(_ message: Message) {
        let kind = message.routingKey.split(separator: ".", maxSplits: 1).dropFirst().joined()
        let body = (try? JSON(bytes: message.body)) ?? .null
        let news = Heard(id: message.messageID ?? "", kind: kind, body: body)
        heard.withLock { heard in
            if !heard.contains(where: { $0.id == news.id && $0.kind == news.kind }) { heard.append(news) }
        }
    }
}
