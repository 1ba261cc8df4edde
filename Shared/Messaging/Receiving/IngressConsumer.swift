import AMQP
import Contracts
import Crypto
import Foundation
import Kernel
import Logging
import Metrics
import Postgres

/// Takes messages of enterprises' own systems, each in a transaction of its own, and answers every one of them.
struct IngressConsumer: Sendable {
    let service: ServiceName
    let database: PostgresPool
    let consumer: Consumer
    let outbox: Outbox
    /// By message name.
    let reactions: [String: IngressReaction]
    let clock: BusinessClock
    /// What to tell a person of an error, or nil where it is a fault of ours.
    let explain: @Sendable (any Error) -> [RefusalReason]?
    /// Seals a body before it is stored: it holds personal data.
    let seal: @Sendable ([UInt8]) throws -> [UInt8]
    let logger: Logger

    func run() async {
        var fault = Duration.milliseconds(100)
        while let batch = await consumer.nextBatch(max: 50, within: .milliseconds(3)) {
            do {
                for delivery in batch {
                    try await take(delivery.message)
                    CrashPoint.reach("ingress.after-commit")
                    await consumer.acknowledge(through: delivery)
                }
                fault = .milliseconds(100)
            } catch {
                logger.warning("messages go back to the broker", metadata: ["error": "\(error)"])
                await consumer.requeueAll()
                try? await Task.sleep(for: fault * Double.random(in: 0.5...1.5))
                fault = min(fault * 2, .seconds(10))
            }
        }
    }

    /// Answers one message.
    func take(_ message: Message) async throws {
        guard let sender = Sender(of: message) else {
            return try await park(message, error: "no enterprise's user sent it")
        }
        guard let incoming = Incoming(message, sender: sender) else {
            let id = UUID(digestOf: message.body)
            let reason = RefusalReason(
                field: "message-id",
                code: "ingress.message-id",
                message: "消息的 message-id 必须是 UUID"
            )
            return try await refuse([reason], Incoming(message, sender: sender, id: id))
        }
        guard sender.creditCode == incoming.creditCode else {
            return try await refuse(
                [
                    RefusalReason(
                        field: "routing-key",
                        code: "ingress.other-enterprise",
                        message: "只能以本企业的统一社会信用代码报送,\(incoming.creditCode) 不是本企业"
                    )
                ],
                incoming
            )
        }
        guard incoming.body.count <= Outbox.mostBytes else {
            let reason = RefusalReason(field: nil, code: "ingress.too-large", message: "消息过大,最多 256 KiB")
            return try await refuse([reason], incoming)
        }
        guard let reaction = reactions[incoming.name] else {
            return try await refuse(
                [
                    RefusalReason(
                        field: "routing-key",
                        code: "ingress.unknown-message",
                        message: "不认识的消息种类 \(incoming.name)"
                    )
                ],
                incoming
            )
        }
        do {
            try await database.transaction { [clock] tx in
                try clock.refresh(in: tx)
                guard try !answeredBefore(incoming, in: tx) else { return }
                let answer = try reaction.answer(
                    incoming.body,
                    incoming.envelope(now: clock.now),
                    clock.now,
                    sender.creditCode,
                    tx
                )
                try record(answer, to: incoming, in: tx)
                CrashPoint.reach("ingress.before-commit")
            }
        } catch let error as PostgresError where error.meansAway || error.meansBusy {
            throw error
        } catch {
            guard let reasons = explain(error) else {
                logger.error(
                    "a message of an enterprise could not be handled",
                    metadata: ["id": "\(incoming.id)", "enterprise": "\(sender.creditCode)", "error": "\(error)"]
                )
                try await park(message, error: "\(error)")
                let fault = RefusalReason(
                    field: nil,
                    code: "ingress.fault",
                    message: "系统未能处理本条消息,已留存待查;请稍后以新的 message-id 重新报送"
                )
                return try await refuse([fault], incoming)
            }
            try await refuse(reasons, incoming)
        }
    }

    /// Sends the stored answer again if this message was answered; a known id with another body is refused.
    private func answeredBefore(_ incoming: Incoming, in tx: borrowing Transaction) throws -> Bool {
        // Two deliveries of one message: the second waits here for the first.
        try tx.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(\(incoming.creditCode + incoming.id.lowercase)::text, 0))"
        )
        let known = try tx.query(
            """
            SELECT body_sha256, accepted, receipt FROM ingress_answer
            WHERE credit_code = \(incoming.sender.creditCode) AND message = \(incoming.id)
            """
        ).first
        guard let known else { return false }
        let digest: [UInt8] = try known.decode("body_sha256")
        if digest == incoming.digest {
            send(try known.decode("receipt"), accepted: try known.decode("accepted"), to: incoming, in: tx)
        } else {
            let reason = RefusalReason(
                field: "message-id",
                code: "ingress.message-id-reused",
                message: "同一 message-id 已用于另一内容的消息"
            )
            let receipt = IngressReceipt(
                message: incoming.id,
                name: incoming.name,
                accepted: false,
                result: nil,
                reasons: [reason]
            )
            send(try WireFormat.encode(receipt), accepted: false, to: incoming, in: tx)
        }
        return true
    }

    private func refuse(_ reasons: [RefusalReason], _ incoming: Incoming) async throws {
        try await database.transaction { tx in
            guard try !answeredBefore(incoming, in: tx) else { return }
            try record(.rejected(reasons), to: incoming, in: tx)
        }
    }

    private func record(_ answer: IngressAnswer, to incoming: Incoming, in tx: borrowing Transaction) throws {
        let receipt =
            switch answer {
            case .accepted(let result):
                IngressReceipt(message: incoming.id, name: incoming.name, accepted: true, result: result, reasons: [])
            case .rejected(let reasons):
                IngressReceipt(
                    message: incoming.id,
                    name: incoming.name,
                    accepted: false,
                    result: nil,
                    reasons: reasons
                )
            }
        let bytes = try WireFormat.encode(receipt)
        try tx.execute(
            """
            INSERT INTO ingress_answer (credit_code, message, body_sha256, accepted, receipt)
            VALUES (\(incoming.sender.creditCode), \(incoming.id), \(incoming.digest), \(receipt.accepted), \(bytes))
            """
        )
        send(bytes, accepted: receipt.accepted, to: incoming, in: tx)
        Counter(label: "ingress_answered_total", dimensions: [("accepted", "\(receipt.accepted)")]).increment()
    }

    private func send(_ receipt: [UInt8], accepted: Bool, to incoming: Incoming, in tx: borrowing Transaction) {
        outbox.answer(
            receipt,
            accepted: accepted,
            message: incoming.id,
            to: incoming.sender.creditCode,
            because: incoming.envelope(now: clock.now).cause(now: clock.now),
            in: tx
        )
    }

    /// Keeps what nobody can be answered for; its body is sealed.
    private func park(_ message: Message, error: String) async throws {
        let item = try Deferred.Item(unreadable: message.outside, body: try seal(message.body), error: error)
        try await database.transaction { tx in
            try Deferred.put([item], reason: "parked", queue: Topology.ingressQueue(of: service), in: tx)
        }
        Counter(label: "inbox_parked_total").increment()
    }
}
