import AMQP
import Contracts
import Crypto
import Foundation
import Kernel
import Metrics
import Postgres

/// Takes deliveries into a transaction: each fact once, those of one subject in the order of their numbers.
///
/// The transaction holds the inbox rows, the positions, what the reactions changed and what they announced; the
/// deliveries are acknowledged after its COMMIT.
package struct Inbox: Sendable {
    let service: ServiceName
    let queue: String
    /// By CloudEvents type.
    let reactions: [String: FactReaction]
    let clock: BusinessClock
    /// The speakers it hears, by their source.
    private let heard: [String: ServiceName]
    /// The broker's user of a speaker; the broker vouches for the user a message names.
    private let userOf: @Sendable (ServiceName) -> String

    /// - Parameters:
    ///   - service: who hears.
    ///   - subscriptions: what it reacts to; the others are passed over.
    ///   - clock: business time.
    ///   - userOf: the broker's user of a speaker.
    package init(
        service: ServiceName,
        subscriptions: [Subscription],
        clock: BusinessClock,
        userOf: @escaping @Sendable (ServiceName) -> String = \.rawValue
    ) {
        self.userOf = userOf
        self.service = service
        self.clock = clock
        heard = Dictionary(Plan.heard(by: service).map { ($0.source, $0) }) { first, _ in first }
        queue = Topology.queue(of: service)
        reactions = Dictionary(
            subscriptions.compactMap { subscription in
                guard case .fact(let reaction) = subscription.kind else { return nil }
                return (reaction.type, reaction)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Applies what these deliveries tell.
    ///
    /// With `followers` facts that have been waiting for these are applied as well; without, they are left to the sweeper,
    /// each in a transaction of its own, so that a bad one cannot take a good one back with it.
    package func apply(_ messages: [Message], followers: Bool = true, in tx: borrowing Transaction) throws {
        try clock.refresh(in: tx)
        let (readables, unreadable) = try read(messages)
        try Deferred.put(unreadable, reason: "parked", queue: queue, in: tx)
        Counter(label: "inbox_parked_total").increment(by: unreadable.count)
        let fresh = try register(readables, in: tx)
        CrashPoint.reach("inbox.after-register")
        try advance(fresh, followers: followers, in: tx)
        CrashPoint.reach("inbox.before-commit")
    }

    /// Applies facts that are on the inbox's books, as far as their turn has come; the others wait for theirs.
    ///
    /// `stored` names those of them that lie in `inbox_deferred`.
    func advance(
        _ facts: [Readable],
        stored: Set<UUID> = [],
        followers: Bool = true,
        in tx: borrowing Transaction
    ) throws {
        guard !facts.isEmpty else { return }
        let keys = facts.map { Position.Key($0.envelope) }
        var positions = try Position.lock(keys, in: tx)
        let waitingRows = followers ? try Deferred.gaps(of: Array(Set(keys)), in: tx) : []
        var stored = stored.union(waitingRows.map(\.envelope.id))

        var waiting: [Position.Key: [Int: Readable]] = [:]
        for row in waitingRows { waiting[Position.Key(row.envelope), default: [:]][row.envelope.sequence] = row }
        var turn: [Readable] = []
        var moved: [Position.Key: Int] = [:]
        var done: [UUID] = []
        for fact in facts {
            let key = Position.Key(fact.envelope)
            guard fact.envelope.sequence > positions[key, default: 0] else {
                done.append(fact.envelope.id)  // already applied under another delivery, before the inbox forgot it
                continue
            }
            waiting[key, default: [:]][fact.envelope.sequence] = fact
            while let next = waiting[key]?.removeValue(forKey: positions[key, default: 0] + 1) {
                turn.append(next)
                positions[key] = next.envelope.sequence
                moved[key] = next.envelope.sequence
            }
        }
        done += turn.map(\.envelope.id)
        let late = waiting.values.flatMap(\.values).filter { !stored.contains($0.envelope.id) }
        try Deferred.put(
            late.map { try Deferred.Item($0, error: "an earlier fact of the subject is missing") },
            reason: "gap",
            queue: queue,
            in: tx
        )
        stored.formIntersection(done)
        try Deferred.remove(stored.sorted(), in: tx)
        try react(to: turn, in: tx)
        try Position.advance(moved, in: tx)
    }

    /// Runs the reactions, each with the longest run of facts of its type.
    private func react(to facts: [Readable], in tx: borrowing Transaction) throws {
        let now = clock.now
        var start = facts.startIndex
        while start < facts.endIndex {
            let type = facts[start].envelope.type
            let end = facts[start...].firstIndex { $0.envelope.type != type } ?? facts.endIndex
            if let reaction = reactions[type] {
                try reaction.react(Array(facts[start..<end]), now, tx)
                Counter(label: "facts_applied_total", dimensions: [("type", type)]).increment(by: end - start)
            } else {
                Counter(label: "facts_passed_over_total").increment(by: end - start)
            }
            start = end
        }
    }

    /// Splits what can be read as a fact of a known speaker from what cannot.
    private func read(_ messages: [Message]) throws -> ([Readable], [Deferred.Item]) {
        var readables: [Readable] = []
        var unreadable: [Deferred.Item] = []
        for message in messages {
            do {
                let envelope = try Envelope(of: message)
                try vouch(for: envelope, sentBy: message.userID)
                readables.append(Readable(envelope: envelope, body: message.body))
            } catch let problem as UnreadableEnvelope {
                unreadable.append(
                    try Deferred.Item(
                        unreadable: message.outside,
                        body: message.body,
                        error: problem.description
                    )
                )
            }
        }
        return (readables, unreadable)
    }

    /// Refuses a fact of a speaker that is not heard, that another sent in its name, or that is not its to say.
    private func vouch(for envelope: Envelope, sentBy user: String?) throws(UnreadableEnvelope) {
        guard let speaker = heard[envelope.source] else {
            throw UnreadableEnvelope(description: "unknown speaker \(envelope.source)")
        }
        guard user == userOf(speaker) else {
            throw UnreadableEnvelope(description: "sent in the name of \(envelope.source) by \(user ?? "nobody")")
        }
        guard speaker.speaks.contains(where: { envelope.type.hasPrefix("gongjiang.\($0).") }) else {
            throw UnreadableEnvelope(description: "\(envelope.type) is not said by \(envelope.source)")
        }
    }

    /// Enters facts into the inbox; answers those that were not in it, each once.
    ///
    /// Twins in one batch are found here and not by the database: joined back, they would both count as new. A known id
    /// with another body is no repetition but a forgery or a fault, and is parked.
    func register(_ readables: [Readable], in tx: borrowing Transaction) throws -> [Readable] {
        guard !readables.isEmpty else { return [] }
        var digests: [UUID: [UInt8]] = [:]
        var first: [Readable] = []
        var suspects: [(Readable, [UInt8])] = []
        for readable in readables {
            let digest = Array(SHA256.hash(data: readable.body))
            if let known = digests[readable.envelope.id] {
                if known != digest { suspects.append((readable, digest)) }
            } else {
                digests[readable.envelope.id] = digest
                first.append(readable)
            }
        }
        let sorted = first.sorted { $0.envelope.id < $1.envelope.id }
        let inserted = try tx.query(
            """
            INSERT INTO inbox (event_id, body_sha256, source)
            SELECT * FROM unnest(
                \(sorted.map(\.envelope.id))::uuid[], \(sorted.map { digests[$0.envelope.id] ?? [] })::bytea[],
                \(sorted.map(\.envelope.source))::text[])
            ON CONFLICT DO NOTHING
            RETURNING event_id
            """
        )
        let new = Set(try inserted.map { try $0.decode("event_id") as UUID })
        let known = first.filter { !new.contains($0.envelope.id) }
        suspects += known.map { ($0, digests[$0.envelope.id] ?? []) }
        Counter(label: "inbox_repeated_total").increment(by: known.count)
        try parkForgeries(among: suspects, in: tx)
        return first.filter { new.contains($0.envelope.id) }
    }

    private func parkForgeries(among suspects: [(Readable, [UInt8])], in tx: borrowing Transaction) throws {
        guard !suspects.isEmpty else { return }
        let ids = suspects.map(\.0.envelope.id)
        let rows = try tx.query("SELECT event_id, body_sha256 FROM inbox WHERE event_id = ANY(\(ids)::uuid[])")
        var honest: [UUID: [UInt8]] = [:]
        for row in rows { honest[try row.decode("event_id")] = try row.decode("body_sha256") as [UInt8] }
        let forged = suspects.filter { honest[$0.0.envelope.id] != $0.1 }
        try Deferred.put(
            forged.map { readable, _ in
                try Deferred.Item(
                    unreadable: ["id": readable.envelope.id.lowercase, "type": readable.envelope.type],
                    body: readable.body,
                    error: "the id is known with another body"
                )
            },
            reason: "parked",
            queue: queue,
            in: tx
        )
        Counter(label: "inbox_parked_total").increment(by: forged.count)
    }
}

extension Message {
    /// The outside of a message, for a person who looks at it later.
    var outside: [String: String] {
        // What the broker adds differs from delivery to delivery.
        var outside = headers.filter { !$0.key.hasPrefix("x-") }.mapValues { "\($0)" }
        outside["message-id"] = messageID
        outside["type"] = type
        outside["user-id"] = userID
        outside["routing-key"] = routingKey
        // PostgreSQL holds no zero byte, and nothing a stranger sends may keep a message from being put aside.
        return Dictionary(outside.map { ($0.withoutZero, $1.withoutZero) }) { first, _ in first }
    }
}

extension String {
    /// The text with a visible mark in the place of each zero byte.
    var withoutZero: String { replacing("\0", with: "␀") }
}
