import AMQP
import Contracts
import Foundation
import Kernel
import Logging
import MessagingWorker
import Postgres
import TestSupport
import Testing

/// Every crash point of messaging, each in a process that is killed there and started again.
///
/// One after the other: each has a virtual host and two databases, and the other tests want to have their turn.
@Suite("A process killed", .serialized, .timeLimit(.minutes(30)))
struct CrashTests {
    /// Points in a speaker; the number says the how manieth time.
    static let speaking = [
        "journal.before-write:3", "outbox.before-write:3", "outbox.after-write:3", "relay.after-fetch",
        "relay.mid-batch", "relay.after-confirm", "relay.after-confirm:2", "relay.before-settle", "relay.after-delete",
        "relay.after-delete:2", "relay.after-settle",
    ]
    static let hearing = [
        "inbox.after-register", "inbox.before-commit", "inbox.before-commit:2", "inbox.after-commit",
        "inbox.after-commit:2", "inbox.after-acknowledge", "retry.before-commit", "drain.after-cancel",
    ]
    static let answering = ["ingress.before-commit:2", "ingress.after-commit:2"]

    private static let queue = Topology.queue(of: .publicityTimer)
    private static let ingressQueue = Topology.ingressQueue(of: .evaluation)

    @Test("while speaking: what it has told arrives exactly once and in order", arguments: speaking)
    func speaker(point: String) async throws {
        try await CrashRig.with(hearer: .hearer) { rig in
            #expect(try await rig.run(.speaker, crashAt: point) == .killed)
            #expect(try await rig.run(.speaker) == .done)
            try await checkHearing(in: rig)
        }
    }

    @Test("while hearing: what it was told takes effect exactly once and in order", arguments: hearing)
    func hearer(point: String) async throws {
        try await CrashRig.with(hearer: .hearer) { rig in
            #expect(try await rig.run(.speaker) == .done)
            if point.hasPrefix("drain") { try await rig.allowFinish(after: 1) }
            let refuse = point.hasPrefix("retry") ? "7" : nil
            #expect(try await rig.run(.hearer, crashAt: point, refuse: refuse) == .killed)
            try await checkHearing(in: rig)
        }
    }

    /// Lets the hearer hear all that is left, and looks into the ledger.
    private func checkHearing(in rig: CrashRig) async throws {
        let all = rig.subjects.count * rig.facts
        #expect(try await rig.runToTheEnd(.hearer, effects: all, queue: Self.queue) == .done)
        let ledger = try await rig.ledger(queue: Self.queue)
        #expect(ledger.effects.count == all)
        #expect(ledger.breaches == [])
    }

    @Test("while answering an enterprise's system: every message has one effect and one answer", arguments: answering)
    func answerer(point: String) async throws {
        try await CrashRig.with(hearer: .answerer) { rig in
            let messages = (0..<5).map { _ in NewID.v7() }
            try await submit(messages, to: rig)
            #expect(try await rig.run(.answerer, crashAt: point) == .killed)
            #expect(try await rig.runToTheEnd(.answerer, effects: 5, queue: Self.ingressQueue) == .done)
            let (effects, answers, receipts, left) = try await rig.query(rig.hearer) { tx in
                (
                    try tx.query("SELECT subject FROM effect ORDER BY id").map {
                        try $0.decode("subject", as: UUID.self)
                    },
                    try CrashRig.number("SELECT count(*) AS n FROM ingress_answer WHERE accepted", tx),
                    try CrashRig.number("SELECT count(DISTINCT (subject, body)) AS n FROM outbox_archive", tx),
                    try CrashRig.number(
                        "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM inbox_deferred) AS n",
                        tx
                    )
                )
            }
            #expect(effects == messages)
            #expect(answers == 5)
            #expect(receipts == 5)
            #expect(left == 0)
            #expect(try await rig.broker.depth(Self.ingressQueue) == 0)
        }
    }

    /// Publishes as the enterprise whose credit code the samples use.
    private func submit(_ messages: [UUID], to rig: CrashRig) async throws {
        let creditCode = "91371600MA3N00011J"
        let user = try await rig.broker.addUser("enterprise", write: ".*", tags: "impersonator")
        let publisher = Publisher(
            try AMQPConfiguration(url: rig.broker.url(user: user), connectionName: "enterprise"),
            logger: Logger(label: "test")
        )
        let outcomes = try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await publisher.run() }
            try await publisher.waitUntilConnected(within: .seconds(30))
            let outcomes = try await publisher.publish(
                messages.map { id in
                    Message(
                        exchange: Topology.ingress,
                        routingKey: "\(creditCode).\(ApplicationSubmitted.name)",
                        messageID: id.lowercase,
                        userID: Topology.enterpriseUser(creditCode),
                        body: try WireFormat.encode(ApplicationSubmitted(round: id, form: ApplicationForm.sample))
                    )
                }
            )
            await publisher.shutdown()
            return outcomes
        }
        #expect(outcomes == messages.map { _ in .confirmed })
    }

    @Test("is tried at every crash point there is")
    func complete() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Shared/Messaging").standardized
        var points: Set<String> = []
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        for case let file as URL in try #require(files) where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /CrashPoint\.reach\("([a-z.-]+)"\)/) { points.insert(String(match.1)) }
        }
        let tried = (Self.speaking + Self.hearing + Self.answering).compactMap { $0.split(separator: ":").first }
        #expect(points == Set(tried.map(String.init)))
    }
}
