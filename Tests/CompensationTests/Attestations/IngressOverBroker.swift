import AMQP
import Contracts
import Cryptography
import Foundation
import Kernel
import Logging
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

/// The real executable, a broker, and enterprises' systems that publish to it under their own names.
@Suite("Attestations an enterprise's system sends over the broker", .timeLimit(.minutes(30)))
struct IngressOverBroker {
    @Test(
        "are each answered: taken once, refused by line and field, refused to others, and refused where they are no such message"
    )
    func answered() async throws {
        try await ServiceGround.with { ground in
            let broker = ground.broker
            try await broker.declareQueue("receipts")
            try await broker.bind("receipts", to: Topology.receipts, key: "#")
            try await ServiceUnderTest.with(Main.self, keys: ground.keys) { service, database in
                let appointments = try await service.appointed(2).compactMap { UUID(uuidString: $0) }
                try await service.travel(to: Sample.day("2026-12-02").start)
                // Nobody is there who could tell it history, or that these enterprises have queues: without one they are sent nothing.
                try await service.database.transaction { tx in
                    for speaker in [ServiceName.filing, .evaluation, .publicityTimer, .certificate] {
                        try tx.execute(
                            """
                            INSERT INTO history_asked (speaker, request, asked_at, heard_at)
                            VALUES (\(speaker.rawValue), \(NewID.v7()), now(), now()) ON CONFLICT DO NOTHING
                            """
                        )
                    }
                    for creditCode in [Sample.employer.creditCode, Sample.other.creditCode] {
                        try tx.execute(
                            "INSERT INTO enterprise_access (credit_code, granted_by) VALUES (\(creditCode), 'test')"
                        )
                    }
                }
                let process = try ground.start(.compensation, on: database)
                do {
                    try await rehearse(service, broker, appointments)
                } catch {
                    await process.kill()
                    throw error
                }
                await process.kill()
            }
        }
    }

    private func rehearse(_ service: Service, _ broker: ScratchBroker, _ appointments: [UUID]) async throws {
        let items = appointments.map {
            AttestationSubmitted.Item(appointment: $0, standing: "met", band: "ZG-2", reason: nil)
        }
        let bad = [
            AttestationSubmitted.Item(
                appointment: appointments[0],
                standing: "not-met",
                band: "16800",
                reason: "少发八千元"
            ),
            AttestationSubmitted.Item(appointment: Sample.id(99), standing: "perhaps", band: "ZG-2", reason: nil),
        ]
        let (own, other) = (Sample.employer.creditCode, Sample.other.creditCode)
        let good = try Self.message(items, from: own)
        let sent = [
            good, good, try Self.message(Array(bad.prefix(1)), from: own), try Self.message(bad, from: own),
            try Self.message(items, from: other),
            Message(
                exchange: Topology.ingress,
                routingKey: "\(own).\(AttestationSubmitted.name)",
                messageID: NewID.v7().lowercase,
                userID: Topology.enterpriseUser(own),
                body: Array(#"{"month":"2026-11","salary":8000}"#.utf8)
            ),
        ]
        try await Self.publish(sent, through: broker)
        #expect(try await broker.waitForDepth("receipts", sent.count, within: .seconds(120)))
        let answers = try await broker.get("receipts").map { shown in
            (key: shown.routingKey, receipt: try WireFormat.decode(IngressReceipt.self, from: Array(shown.body.utf8)))
        }
        func receipts(_ message: Message) -> [IngressReceipt] {
            answers.map(\.receipt).filter { $0.message.lowercase == message.messageID }
        }
        #expect(receipts(good).map(\.accepted) == [true, true])
        #expect(answers.filter { $0.key == "\(own).accepted" }.count == 2)
        #expect(
            receipts(sent[2]).flatMap(\.reasons).map { "\($0.field ?? "") \($0.code)" } == [
                "items.0.band compensation.amount-in-text", "items.0.reason compensation.amount-in-text",
            ]
        )
        #expect(receipts(sent[3]).flatMap(\.reasons).map { $0.field ?? "" }.contains("items.1.standing"))
        // Another enterprise is told about its own, which has no such appointment.
        #expect(answers.filter { $0.key.hasPrefix(other) }.map(\.key) == ["\(other).rejected"])
        #expect(receipts(sent[4]).flatMap(\.reasons).allSatisfy { $0.code == "compensation.not-appointed-here" })
        #expect(receipts(sent[5]).map(\.accepted) == [false])
        let kept = try await service.database.transaction { tx in
            try tx.query(
                """
                SELECT ARRAY[(SELECT count(*) FROM attestation),
                    (SELECT count(*) FROM journal WHERE aggregate = 'attestation')]::int[] AS counts
                """
            ).first?.decode("counts", as: [Int].self)
        }
        #expect(kept == [2, 2])
    }

    private static func message(_ items: [AttestationSubmitted.Item], from creditCode: String) throws -> Message {
        Message(
            exchange: Topology.ingress,
            routingKey: "\(creditCode).\(AttestationSubmitted.name)",
            messageID: NewID.v7().lowercase,
            userID: Topology.enterpriseUser(creditCode),
            body: try WireFormat.encode(
                AttestationSubmitted(month: "2026-11", signer: "王经理", position: "部长", correction: nil, items: items)
            )
        )
    }

    private static func publish(_ messages: [Message], through broker: ScratchBroker) async throws {
        let user = try await broker.addUser("enterprise", write: ".*", tags: "impersonator")
        let publisher = Publisher(
            try AMQPConfiguration(url: broker.url(user: user), connectionName: "enterprise"),
            logger: Logger(label: "test")
        )
        let outcomes = try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await publisher.run() }
            try await publisher.waitUntilConnected(within: .seconds(30))
            let outcomes = try await publisher.publish(messages)
            await publisher.shutdown()
            return outcomes
        }
        #expect(outcomes == messages.map { _ in .confirmed })
    }
}
