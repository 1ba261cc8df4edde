import Foundation

/// The value of a message's header.
package enum HeaderValue: Hashable, Sendable {
    /// Text.
    case string(String)
    /// A whole number; a timestamp is read as its seconds.
    case int(Int64)
    /// Yes or no.
    case bool(Bool)
}

/// A message as it is published and delivered; always persistent.
package struct Message: Hashable, Sendable {
    /// The header that ties a returned message to its publish; taken off again before a message is handed out.
    static let sequenceHeader = "x-publish-seq"
    /// The largest body that is sent, in bytes.
    static let maximumBody = 16 << 20

    /// The exchange it is published to; empty is the default exchange, whose key is a queue's name.
    package var exchange: String
    /// The routing key, at most 255 bytes.
    package var routingKey: String
    /// Whether a message that no queue takes comes back instead of vanishing.
    package var mandatory: Bool
    /// `message-id`.
    package var messageID: String?
    /// `type`.
    package var type: String?
    /// `app-id`.
    package var appID: String?
    /// `user-id`; the broker refuses any but the connection's own user.
    package var userID: String?
    /// `content-type`.
    package var contentType: String?
    /// `correlation-id`.
    package var correlationID: String?
    /// `timestamp`, whole seconds.
    package var timestamp: Date?
    /// The application's headers; nested tables and fractions of other publishers are left out on arrival.
    package var headers: [String: HeaderValue] {
        get { fields.byName }
        set { fields = HeaderFields(newValue) }
    }
    /// The same headers as they lie there.
    package var fields: HeaderFields
    /// The body, at most 16 MiB.
    package var body: [UInt8]

    /// Makes a message.
    package init(
        exchange: String,
        routingKey: String,
        mandatory: Bool = true,
        messageID: String? = nil,
        type: String? = nil,
        appID: String? = nil,
        userID: String? = nil,
        contentType: String? = nil,
        correlationID: String? = nil,
        timestamp: Date? = nil,
        headers: [String: HeaderValue] = [:],
        body: [UInt8] = []
    ) {
        self.exchange = exchange
        self.routingKey = routingKey
        self.mandatory = mandatory
        self.messageID = messageID
        self.type = type
        self.appID = appID
        self.userID = userID
        self.contentType = contentType
        self.correlationID = correlationID
        self.timestamp = timestamp
        fields = HeaderFields(headers)
        self.body = body
    }
}
