import AMQP
import Contracts
import Foundation
import Kernel

extension Inbox {
    /// Deliveries made out as far as that is possible without the database.
    ///
    /// Nothing here depends on what was heard before, so it is done while the batch before is still being committed.
    struct Reading: Sendable {
        var readables: [Readable] = []
        var unreadable: [Deferred.Item] = []
        /// What was said about the telling of history; it stands behind the facts it speaks of.
        var words: [HistoryWord] = []

        init() {}

        /// Puts readings together in their order.
        init(joining parts: [Reading]) {
            readables = parts.flatMap(\.readables)
            unreadable = parts.flatMap(\.unreadable)
            words = parts.flatMap(\.words)
        }
    }

    /// Splits what can be read as a fact of a known speaker from what cannot.
    func read(_ messages: some Sequence<Message>) throws -> Reading {
        var reading = Reading()
        var texts = RepeatedTexts()
        for message in messages {
            do {
                if let word = HistoryWord(message) {
                    try vouch(for: word, sentBy: message.userID)
                    reading.words.append(word)
                    continue
                }
                let envelope = try Envelope(of: message, &texts)
                try vouch(for: envelope, sentBy: message.userID)
                // A body that cannot be read fails in the transaction, where its fate is decided.
                let fact = try? reactions[envelope.type]?.decode(message.body)
                reading.readables.append(Readable(envelope: envelope, body: message.body, fact: fact))
            } catch let problem as UnreadableEnvelope {
                reading.unreadable.append(
                    try Deferred.Item(
                        unreadable: message.outside,
                        body: message.body,
                        error: problem.description
                    )
                )
            }
        }
        return reading
    }

    /// Refuses a word about history of one it is not for, or that another sent in its name.
    private func vouch(for word: HistoryWord, sentBy user: String?) throws(UnreadableEnvelope) {
        let isOurs =
            switch word {
            case .wanted(let hearer, _): Plan.heard(by: hearer).contains(service)
            case .told(let speaker, _): Plan.heard(by: service).contains(speaker)
            }
        guard isOurs, user == userOf(word.sender) else {
            throw UnreadableEnvelope(
                description: "\(user ?? "nobody") asks for or tells history as \(word.sender.rawValue)"
            )
        }
    }

    /// Refuses a fact of a speaker that is not heard, that another sent in its name, or that is not its to say.
    private func vouch(for envelope: Envelope, sentBy user: String?) throws(UnreadableEnvelope) {
        guard let speaker = heard[envelope.source] else {
            throw UnreadableEnvelope(description: "unknown speaker \(envelope.source)")
        }
        guard user == speaker.user else {
            throw UnreadableEnvelope(description: "sent in the name of \(envelope.source) by \(user ?? "nobody")")
        }
        guard speaker.says.contains(where: { envelope.type.hasPrefix($0) }) else {
            throw UnreadableEnvelope(description: "\(envelope.type) is not said by \(envelope.source)")
        }
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
