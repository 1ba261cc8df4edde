import AMQP
import Contracts
import Crypto
import Foundation
import Kernel

/// The enterprise whose broker user sent a message; the broker has checked the user.
struct Sender: Sendable {
    let creditCode: String

    /// Nil where no user is named, or none of an enterprise's.
    init?(of message: Message) {
        let prefix = Topology.enterpriseUser("")
        guard let user = message.userID, user.hasPrefix(prefix), user.count > prefix.count else { return nil }
        creditCode = String(user.dropFirst(prefix.count))
    }
}

/// A message of an enterprise's system.
struct Incoming: Sendable {
    let id: UUID
    let sender: Sender
    /// The credit code its routing key names.
    let creditCode: String
    let name: String
    let body: [UInt8]
    let digest: [UInt8]
    private let traceparent: String?

    /// Nil where its id is no UUID.
    init?(_ message: Message, sender: Sender) {
        guard let text = message.messageID, let id = UUID(uuidString: text) else { return nil }
        self.init(message, sender: sender, id: id)
    }

    init(_ message: Message, sender: Sender, id: UUID) {
        self.id = id
        self.sender = sender
        let words = message.routingKey.split(separator: ".", maxSplits: 1).map(String.init)
        creditCode = words.first ?? ""
        name = words.count > 1 ? words[1] : ""
        body = message.body
        digest = Array(SHA256.hash(data: message.body))
        traceparent = message.headers["traceparent"].flatMap { header in
            guard case .string(let value) = header,
                value.wholeMatch(of: /[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}/) != nil
            else { return nil }
            return value
        }
    }

    /// The envelope such a message would have if it were a fact: the enterprise is the speaker.
    func envelope(now: Date) -> Envelope {
        Envelope(
            id: id,
            type: "gongjiang.ingress.\(name).v1",
            source: "/enterprise/\(sender.creditCode)",
            subject: id,
            sequence: 1,
            time: now,
            enterprise: nil,
            creditCode: sender.creditCode,
            person: nil,
            actor: "enterprise:\(sender.creditCode)",
            correlation: id,
            causation: nil,
            traceparent: traceparent
        )
    }
}

extension UUID {
    /// A name for a message that has none: the same content, the same name.
    init(digestOf bytes: [UInt8]) {
        var digest = Array(SHA256.hash(data: bytes).prefix(16))
        digest[6] = digest[6] & 0x0f | 0x80  // version 8, of one's own making (RFC 9562)
        digest[8] = digest[8] & 0x3f | 0x80
        self.init(
            uuid: (
                digest[0], digest[1], digest[2], digest[3], digest[4], digest[5], digest[6], digest[7], digest[8],
                digest[9], digest[10], digest[11], digest[12], digest[13], digest[14], digest[15]
            )
        )
    }
}
