import AMQP
import Contracts
import Foundation
import Kernel
import Logging
import Postgres
import TestSupport
import Testing

@testable import Messaging

/// What becomes of a message of an enterprise's own system.
@Suite("An enterprise's message", .timeLimit(.minutes(30)))
struct IngressTests {
    private static let creditCode = "91371600MA3N00011J"
    private static let name = "application-submitted"

    /// Runs `body` with a consumer on a fresh database; it takes what it is given and is connected to nothing.
    private func withIngress(_ body: (IngressConsumer, PostgresPool) async throws -> Void) async throws {
        try await ScratchDatabase.with(messagingMigrations + [Effects.migration], service: "evaluation") { database in
            let broker = try AMQPConfiguration(url: "amqp://nobody@127.0.0.1:9/none", connectionName: "none")
            let logger = Logger(label: "test")
            let subscription = Subscription.take(ApplicationSubmitted.self) { received, creditCode, tx in
                let name = received.message.form.name
                try tx.execute("INSERT INTO effect (subject, word) VALUES (\(received.envelope.id), \(name))")
                guard !name.isEmpty else { throw InvalidInput(field: "form.name", code: "test.empty") }
                guard name != "故障" else { throw Effects.CannotApply(word: name) }
                guard name != "拒绝" else { return .rejected([Self.reason("form", "test.refused")]) }
                return .accepted(received.envelope.id)
            }
            guard case .ingress(let reaction) = subscription.kind else { return }
            let ingress = IngressConsumer(
                service: .evaluation,
                database: database,
                consumer: Consumer(broker, queue: "none", logger: logger),
                outbox: Outbox(service: .evaluation),
                reactions: [Self.name: reaction],
                clock: BusinessClock(travels: false),
                explain: { Self.explain($0) },
                seal: { Array("sealed:".utf8) + $0.reversed() },
                logger: logger
            )
            try await body(ingress, database)
        }
    }

    private static func reason(_ field: String?, _ code: String) -> RefusalReason {
        RefusalReason(field: field, code: code, message: "不行")
    }

    private static func explain(_ error: any Error) -> [RefusalReason]? {
        switch error {
        case let input as InvalidInput: input.problems.map { reason($0.field, $0.code) }
        default: nil
        }
    }

    private func message(
        _ id: UUID = NewID.v7(),
        applicant: String = "王建国",
        key: String = "\(creditCode).\(name)",
        user: String? = Topology.enterpriseUser(creditCode)
    ) throws -> Message {
        var form = try ApplicationForm.sample
        form.name = applicant
        return Message(
            exchange: Topology.ingress,
            routingKey: key,
            messageID: id.lowercase,
            userID: user,
            body: try WireFormat.encode(ApplicationSubmitted(round: id, form: form))
        )
    }

    /// The receipts in the outbox with their routing keys, in order.
    private func receipts(in database: PostgresPool) async throws -> [(key: String, receipt: IngressReceipt)] {
        try await database.transaction { tx in
            try tx.query("SELECT exchange, routing_key, body FROM outbox ORDER BY id").map { row in
                #expect(try row.decode("exchange", as: String.self) == Topology.receipts)
                return (try row.decode("routing_key"), try WireFormat.decode(from: row.decode("body")))
            }
        }
    }

    private func effects(in database: PostgresPool) async throws -> Int {
        try await database.number("SELECT count(*) AS n FROM effect")
    }

    @Test("is taken and answered in one transaction")
    func accepted() async throws {
        try await withIngress { ingress, database in
            let id = NewID.v7()
            try await ingress.take(message(id))
            let receipts = try await receipts(in: database)
            #expect(receipts.map(\.key) == ["\(Self.creditCode).accepted"])
            #expect(
                receipts.map(\.receipt) == [
                    IngressReceipt(message: id, name: Self.name, accepted: true, result: id, reasons: [])
                ]
            )
            #expect(try await effects(in: database) == 1)
        }
    }

    @Test("that comes twice takes effect once and gets the same answer again")
    func repeated() async throws {
        try await withIngress { ingress, database in
            let message = try message()
            try await ingress.take(message)
            try await ingress.take(message)
            #expect(try await effects(in: database) == 1)
            #expect(try await receipts(in: database).count == 2)
            #expect(try await database.number("SELECT count(DISTINCT body) AS n FROM outbox") == 1)
            #expect(try await database.number("SELECT count(*) AS n FROM ingress_answer") == 1)
        }
    }

    @Test("that comes twice at once takes effect once")
    func concurrent() async throws {
        try await withIngress { ingress, database in
            let message = try message()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { try await ingress.take(message) } }
                try await group.waitForAll()
            }
            #expect(try await effects(in: database) == 1)
            #expect(try await receipts(in: database).allSatisfy { $0.receipt.accepted })
        }
    }

    @Test("with the id of another message is rejected, and nothing is applied")
    func reused() async throws {
        try await withIngress { ingress, database in
            let id = NewID.v7()
            try await ingress.take(message(id))
            try await ingress.take(message(id, applicant: "李建国"))
            #expect(try await effects(in: database) == 1)
            let last = try #require(try await receipts(in: database).last)
            #expect(last.key == "\(Self.creditCode).rejected")
            #expect(last.receipt.reasons.map(\.code) == ["ingress.message-id-reused"])
            try await ingress.take(message(id))
            #expect(try await receipts(in: database).last?.receipt.accepted == true)
        }
    }

    /// What makes a message one that is rejected, and what its receipt says.
    struct Flaw: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let field: String?
        let code: String
        let spoil: @Sendable (inout Message) throws -> Void
    }

    private static let flaws: [Flaw] = [
        Flaw(testDescription: "under another's key", field: "routing-key", code: "ingress.other-enterprise") {
            $0.routingKey = "91371600MA3N00022X.\(name)"
        },
        Flaw(testDescription: "of an unknown kind", field: "routing-key", code: "ingress.unknown-message") {
            $0.routingKey = "\(creditCode).something-else"
        },
        Flaw(testDescription: "whose id is no UUID", field: "message-id", code: "ingress.message-id") {
            $0.messageID = "1"
        },
        Flaw(testDescription: "without id", field: "message-id", code: "ingress.message-id") { $0.messageID = nil },
        Flaw(testDescription: "without a member", field: "form.unit", code: "common.missing-member") {
            $0.body = Array(String(decoding: $0.body, as: UTF8.self).replacing("\"unit\":", with: "\"room\":").utf8)
        },
        Flaw(testDescription: "that is no JSON", field: "", code: "common.not-json") { $0.body = Array("{\"ro".utf8) },
    ]

    @Test("that has a flaw is rejected with the reason, and nothing is applied", arguments: flaws)
    func flawed(flaw: Flaw) async throws {
        try await withIngress { ingress, database in
            var message = try message()
            try flaw.spoil(&message)
            try await ingress.take(message)
            try await ingress.take(message)
            let receipts = try await receipts(in: database)
            #expect(receipts.map(\.key) == Array(repeating: "\(Self.creditCode).rejected", count: 2))
            for receipt in receipts.map(\.receipt) {
                #expect(receipt.reasons.map(\.field) == [flaw.field])
                #expect(receipt.reasons.map(\.code) == [flaw.code])
            }
            #expect(Set(receipts.map(\.receipt)).count == 1)
            #expect(try await effects(in: database) == 0)
            #expect(try await database.number("SELECT count(*) AS n FROM inbox_deferred") == 0)
        }
    }

    @Test("that is rejected by an error leaves nothing behind; one that is refused by an answer may note why")
    func rejected() async throws {
        try await withIngress { ingress, database in
            try await ingress.take(message(applicant: ""))
            #expect(try await effects(in: database) == 0)
            try await ingress.take(message(applicant: "拒绝"))
            #expect(try await effects(in: database) == 1)
            let reasons = try await receipts(in: database).flatMap(\.receipt.reasons)
            #expect(reasons.map(\.code) == ["test.empty", "test.refused"])
            #expect(reasons.map(\.field) == ["form.name", "form"])
        }
    }

    @Test(
        "that nobody can be answered for, or that meets a fault of ours, is parked with its body sealed",
        arguments: [
            (nil, "王建国"), ("filing", "王建国"), ("enterprise-", "王建国"), ("enterprise-91371600MA3N00011J", "故障"),
        ]
    )
    func parked(user: String?, applicant: String) async throws {
        try await withIngress { ingress, database in
            let message = try message(applicant: applicant, user: user)
            try await ingress.take(message)
            #expect(try await effects(in: database) == 0)
            let codes = try await receipts(in: database).flatMap(\.receipt.reasons).map(\.code)
            #expect(codes == (applicant == "故障" ? ["ingress.fault"] : []))
            let (bodies, queues) = try await database.transaction { tx in
                let rows = try tx.query("SELECT body, queue FROM inbox_deferred WHERE reason = 'parked'")
                return (
                    try rows.map { try $0.decode("body", as: [UInt8].self) },
                    try rows.map { try $0.decode("queue", as: String.self) }
                )
            }
            #expect(bodies == [Array("sealed:".utf8) + message.body.reversed()])
            #expect(queues == [Topology.ingressQueue(of: .evaluation)])
        }
    }
}
