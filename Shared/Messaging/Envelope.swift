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

/// The names of the headers, spelled out: a name put together anew each time is most of what reading a fact costs.
private enum Header {
    static let specVersion = "cloudEvents:specversion"
    static let id = "cloudEvents:id"
    static let type = "cloudEvents:type"
    static let source = "cloudEvents:source"
    static let subject = "cloudEvents:subject"
    static let sequence = "cloudEvents:sequence"
    static let time = "cloudEvents:time"
    static let enterprise = "cloudEvents:enterprise"
    static let creditCode = "cloudEvents:creditcode"
    static let person = "cloudEvents:person"
    static let actor = "cloudEvents:actor"
    static let correlation = "cloudEvents:correlationid"
    static let causation = "cloudEvents:causationid"
    static let traceparent = "cloudEvents:traceparent"
}

extension Envelope {
    /// The envelope of a delivery.
    ///
    /// - Throws: ``UnreadableEnvelope`` naming the header that is missing or wrong.
    init(of message: Message) throws {
        func optional(_ name: String) -> String? {
            guard case .string(let value)? = message.headers[name] else { return nil }
            return value
        }
        func text(_ name: String) throws -> String {
            guard let value = optional(name) else {
                throw UnreadableEnvelope(description: "header \(name) is missing")
            }
            return value
        }
        func uuid(_ name: String) throws -> UUID {
            guard let uuid = UUID(text: try text(name)) else {
                throw UnreadableEnvelope(description: "header \(name) is no UUID")
            }
            return uuid
        }
        guard try text(Header.specVersion) == "1.0" else {
            throw UnreadableEnvelope(description: "not CloudEvents 1.0")
        }
        guard let time = WireFormat.date(from: try text(Header.time)) else {
            throw UnreadableEnvelope(description: "header \(Header.time) is no RFC 3339 instant")
        }
        guard let sequence = Int(try text(Header.sequence)), sequence > 0 else {
            throw UnreadableEnvelope(description: "header \(Header.sequence) is no positive number")
        }
        self.init(
            id: try uuid(Header.id),
            type: try text(Header.type),
            source: try text(Header.source),
            subject: try uuid(Header.subject),
            sequence: sequence,
            time: time,
            enterprise: optional(Header.enterprise).flatMap(UUID.init(text:)),
            creditCode: optional(Header.creditCode),
            person: optional(Header.person).flatMap(UUID.init(text:)),
            actor: try text(Header.actor),
            correlation: try uuid(Header.correlation),
            causation: optional(Header.causation).flatMap(UUID.init(text:)),
            traceparent: optional(Header.traceparent)
        )
    }

    /// The headers of a message with this envelope.
    package var headers: [String: HeaderValue] {
        var headers: [String: HeaderValue] = Dictionary(minimumCapacity: 14)
        headers[Header.specVersion] = .string("1.0")
        headers[Header.id] = .string(id.lowercase)
        headers[Header.type] = .string(type)
        headers[Header.source] = .string(source)
        headers[Header.subject] = .string(subject.lowercase)
        headers[Header.sequence] = .string(String(sequence))
        headers[Header.time] = .string(WireFormat.text(of: time))
        headers[Header.actor] = .string(actor)
        headers[Header.correlation] = .string(correlation.lowercase)
        if let enterprise { headers[Header.enterprise] = .string(enterprise.lowercase) }
        if let creditCode { headers[Header.creditCode] = .string(creditCode) }
        if let person { headers[Header.person] = .string(person.lowercase) }
        if let causation { headers[Header.causation] = .string(causation.lowercase) }
        if let traceparent { headers[Header.traceparent] = .string(traceparent) }
        return headers
    }
}
