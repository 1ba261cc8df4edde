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
    /// The county or zone of the enterprise.
    package let jurisdiction: String?
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
        jurisdiction: String? = nil,
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
        self.jurisdiction = jurisdiction
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

/// The names of the headers.
private enum Header {
    static let specVersion: StaticString = "cloudEvents:specversion"
    static let id: StaticString = "cloudEvents:id"
    static let type: StaticString = "cloudEvents:type"
    static let source: StaticString = "cloudEvents:source"
    static let subject: StaticString = "cloudEvents:subject"
    static let sequence: StaticString = "cloudEvents:sequence"
    static let time: StaticString = "cloudEvents:time"
    static let enterprise: StaticString = "cloudEvents:enterprise"
    static let creditCode: StaticString = "cloudEvents:creditcode"
    static let jurisdiction: StaticString = "cloudEvents:jurisdiction"
    static let dataSchema: StaticString = "cloudEvents:dataschema"
    static let person: StaticString = "cloudEvents:person"
    static let actor: StaticString = "cloudEvents:actor"
    static let correlation: StaticString = "cloudEvents:correlationid"
    static let causation: StaticString = "cloudEvents:causationid"
    static let traceparent: StaticString = "cloudEvents:traceparent"
}

/// Texts that are mostly the same from fact to fact, so that they are not made anew for each.
struct RepeatedTexts {
    /// The last text of a header.
    struct Last {
        private(set) var text = ""

        /// The text of these bytes.
        mutating func take(_ bytes: ArraySlice<UInt8>) -> String {
            if !text.utf8.elementsEqual(bytes) { text = bytes.text }
            return text
        }
    }

    var type = Last()
    var source = Last()
    var actor = Last()
    var creditCode = Last()
    var time = Last()
}

extension Envelope {
    /// The envelope of a delivery.
    ///
    /// - Throws: ``UnreadableEnvelope`` naming the header that is missing or wrong.
    init(of message: Message) throws {
        var texts = RepeatedTexts()
        try self.init(of: message, &texts)
    }

    /// The envelope of a delivery, after others.
    init(of message: Message, _ texts: inout RepeatedTexts) throws {
        let fields = message.fields
        func bytes(of name: StaticString) throws -> ArraySlice<UInt8> {
            guard let bytes = fields.text(name) else {
                throw UnreadableEnvelope(description: "header \(name) is missing")
            }
            return bytes
        }
        func uuid(_ name: StaticString) throws -> UUID {
            let text = try bytes(of: name)
            guard let uuid = text.uuid else {
                throw UnreadableEnvelope(description: "header \(name) is no UUID")
            }
            return uuid
        }
        func optionalUUID(_ name: StaticString) -> UUID? {
            fields.text(name)?.uuid
        }
        guard try bytes(of: Header.specVersion).elementsEqual("1.0".utf8) else {
            throw UnreadableEnvelope(description: "not CloudEvents 1.0")
        }
        guard let time = WireFormat.date(from: texts.time.take(try bytes(of: Header.time))) else {
            throw UnreadableEnvelope(description: "header \(Header.time) is no RFC 3339 instant")
        }
        guard let sequence = Int(try bytes(of: Header.sequence).text), sequence > 0 else {
            throw UnreadableEnvelope(description: "header \(Header.sequence) is no positive number")
        }
        self.init(
            id: try uuid(Header.id),
            type: texts.type.take(try bytes(of: Header.type)),
            source: texts.source.take(try bytes(of: Header.source)),
            subject: try uuid(Header.subject),
            sequence: sequence,
            time: time,
            enterprise: optionalUUID(Header.enterprise),
            creditCode: fields.text(Header.creditCode).map { texts.creditCode.take($0) },
            jurisdiction: fields.text(Header.jurisdiction)?.text,
            person: optionalUUID(Header.person),
            actor: texts.actor.take(try bytes(of: Header.actor)),
            correlation: try uuid(Header.correlation),
            causation: optionalUUID(Header.causation),
            traceparent: fields.text(Header.traceparent)?.text
        )
    }

    /// The headers of a message with this envelope.
    package var fields: HeaderFields {
        var fields = HeaderFields()
        fields.append(Header.specVersion, "1.0")
        fields.append(Header.id, id.lowercase)
        fields.append(Header.type, type)
        fields.append(Header.dataSchema, "urn:gongjiang:\(type.utf8.dropFirst("gongjiang.".utf8.count))")
        fields.append(Header.source, source)
        fields.append(Header.subject, subject.lowercase)
        fields.append(Header.sequence, String(sequence))
        fields.append(Header.time, WireFormat.text(of: time))
        fields.append(Header.actor, actor)
        fields.append(Header.correlation, correlation.lowercase)
        if let enterprise { fields.append(Header.enterprise, enterprise.lowercase) }
        if let creditCode { fields.append(Header.creditCode, creditCode) }
        if let jurisdiction { fields.append(Header.jurisdiction, jurisdiction) }
        if let person { fields.append(Header.person, person.lowercase) }
        if let causation { fields.append(Header.causation, causation.lowercase) }
        if let traceparent { fields.append(Header.traceparent, traceparent) }
        return fields
    }
}

extension ArraySlice<UInt8> {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }

    fileprivate var uuid: UUID? {
        unsafe withUnsafeBufferPointer { bytes in unsafe UUID(utf8: bytes.span) }
    }
}
