import AMQP
import Contracts
import Foundation
import Kernel

/// What is written on the outside of a fact: CloudEvents 1.0 in AMQP 0-9-1 headers.
///
/// The binding is ours (there is none for 0-9-1) and is written down in docs/api/messages.yaml.
package struct Envelope: Codable, Hashable, Sendable {
    package let id: UUID
    /// `gongjiang.publicity.completed.v1`.
    package let type: String
    /// `/gongjiang/publicity-timer`.
    package let source: String
    /// The aggregate it is about.
    package let subject: UUID
    /// The dense number of this fact among the published facts of its subject, beginning with 1.
    package let sequence: Int
    /// Business time.
    package let time: Date
    package let enterprise: UUID?
    package let creditCode: String?
    package let person: UUID?
    package let actor: String
    package let correlation: UUID
    package let causation: UUID?
    package let traceparent: String?

    package init(
        id: UUID,
        type: String,
        source: String,
        subject: UUID,
        sequence: Int,
        time: Date,
        enterprise: UUID?,
        creditCode: String?,
        person: UUID?,
        actor: String,
        correlation: UUID,
        causation: UUID?,
        traceparent: String?
    ) {
        self.id = id
        self.type = type
        self.source = source
        self.subject = subject
        self.sequence = sequence
        self.time = time
        self.enterprise = enterprise
        self.creditCode = creditCode
        self.person = person
        self.actor = actor
        self.correlation = correlation
        self.causation = causation
        self.traceparent = traceparent
    }
}

/// Why a delivery could not be read as a fact.
package struct UnreadableEnvelope: Error, CustomStringConvertible {
    package let description: String
}

extension Envelope {
    private static let prefix = "cloudEvents:"

    /// The envelope of a delivery.
    ///
    /// - Throws: ``UnreadableEnvelope`` naming the header that is missing or wrong.
    init(of message: Message) throws {
        func text(_ name: String) throws -> String {
            guard case .string(let value)? = message.headers[Self.prefix + name] else {
                throw UnreadableEnvelope(description: "header \(Self.prefix)\(name) is missing")
            }
            return value
        }
        func optional(_ name: String) -> String? {
            guard case .string(let value)? = message.headers[Self.prefix + name] else { return nil }
            return value
        }
        func uuid(_ name: String) throws -> UUID {
            let value = try text(name)
            guard let uuid = UUID(uuidString: value) else {
                throw UnreadableEnvelope(description: "header \(Self.prefix)\(name) is no UUID")
            }
            return uuid
        }
        guard try text("specversion") == "1.0" else {
            throw UnreadableEnvelope(description: "not CloudEvents 1.0")
        }
        guard let time = WireFormat.date(from: try text("time")) else {
            throw UnreadableEnvelope(description: "header \(Self.prefix)time is no RFC 3339 instant")
        }
        guard let sequence = Int(try text("sequence")), sequence > 0 else {
            throw UnreadableEnvelope(description: "header \(Self.prefix)sequence is no positive number")
        }
        self.init(
            id: try uuid("id"),
            type: try text("type"),
            source: try text("source"),
            subject: try uuid("subject"),
            sequence: sequence,
            time: time,
            enterprise: optional("enterprise").flatMap(UUID.init(uuidString:)),
            creditCode: optional("creditcode"),
            person: optional("person").flatMap(UUID.init(uuidString:)),
            actor: try text("actor"),
            correlation: try uuid("correlationid"),
            causation: optional("causationid").flatMap(UUID.init(uuidString:)),
            traceparent: optional("traceparent")
        )
    }

    /// The headers of a message with this envelope.
    package var headers: [String: HeaderValue] {
        var headers: [String: HeaderValue] = [:]
        func set(_ name: String, _ value: String?) {
            headers[Self.prefix + name] = value.map(HeaderValue.string)
        }
        set("specversion", "1.0")
        set("id", id.lowercase)
        set("type", type)
        set("source", source)
        set("subject", subject.lowercase)
        set("sequence", String(sequence))
        set("time", WireFormat.text(of: time))
        set("enterprise", enterprise?.lowercase)
        set("creditcode", creditCode)
        set("person", person?.lowercase)
        set("actor", actor)
        set("correlationid", correlation.lowercase)
        set("causationid", causation?.lowercase)
        set("traceparent", traceparent)
        return headers
    }
}
