import AMQP
import Contracts
import Foundation
import Kernel
import Postgres

/// A row of the outbox or of its archive, as it is sent.
struct SentRow {
    let id: Int
    let exchange: String
    let routingKey: String
    let creditCode: String?
    let envelope: Envelope
    let body: [UInt8]
    /// Whether it was in flight when the broker closed the channel, or was what it closed the channel for.
    let isSuspect: Bool
    private let speaker: ServiceName

    init(_ row: Row, speaker: ServiceName, isSuspect: Bool = false) throws {
        id = try row.decode("id")
        exchange = try row.decode("exchange")
        routingKey = try row.decode("routing_key")
        creditCode = try row.decode("credit_code")
        body = try row.decode("body")
        self.isSuspect = isSuspect
        self.speaker = speaker
        envelope = Envelope(
            id: try row.decode("event_id"),
            type: try row.decode("type"),
            source: speaker.source,
            subject: try row.decode("subject"),
            sequence: try row.decode("sequence"),
            time: try row.decode("at"),
            enterprise: try row.decode("enterprise"),
            creditCode: creditCode,
            jurisdiction: try row.decode("jurisdiction"),
            person: try row.decode("person"),
            actor: try row.decode("actor"),
            correlation: try row.decode("correlation"),
            causation: try row.decode("causation"),
            traceparent: try row.decode("traceparent")
        )
    }

    /// The message; always mandatory, so that what nobody takes is not lost in silence.
    func message(as user: String) -> Message {
        message(as: user, exchange: exchange, routingKey: routingKey)
    }

    /// The message on another way than its own: a replay to one consumer.
    func message(as user: String, exchange: String, routingKey: String) -> Message {
        var message = Message(exchange: exchange, routingKey: routingKey, body: body)
        message.messageID = envelope.id.lowercase
        message.type = envelope.type
        message.appID = speaker.rawValue
        message.userID = user
        message.contentType = "application/json"
        message.correlationID = envelope.correlation.lowercase
        message.timestamp = envelope.time
        message.fields = envelope.fields
        return message
    }
}
