import CRabbitMQ
import Foundation

/// What a message breaks the protocol's limits with.
struct TooLarge: Error {
    let reason: String
}

/// The memory a message's properties are laid out in for the C library, reused from message to message.
///
/// The library copies everything before a publish returns, so what is laid out lives exactly long enough.
@safe struct Scratch: ~Copyable {
    private let bytes: UnsafeMutableRawPointer
    private let entries: UnsafeMutablePointer<amqp_table_entry_t>
    private let limit: Int
    private let entryLimit = 1024
    private var used = 0
    private var count = 0
    private var encoded = 0

    /// Makes room for what fits a frame.
    ///
    /// - Parameter frameLimit: The largest frame the broker takes, in bytes.
    init(frameLimit: Int) {
        limit = frameLimit - 100
        unsafe bytes = .allocate(byteCount: frameLimit + 1024, alignment: 8)
        unsafe entries = .allocate(capacity: entryLimit)
    }

    deinit {
        unsafe bytes.deallocate()
        unsafe entries.deallocate()
    }

    /// A message's parts as the C library wants them; valid until the next message is laid out.
    @safe struct Layout {
        var exchange: amqp_bytes_t
        var routingKey: amqp_bytes_t
        var properties: amqp_basic_properties_t
    }

    /// Lays out a message.
    ///
    /// Every size is checked here: the library would find out only after it has sent the first frame, and the
    /// connection would be lost.
    mutating func layOut(_ message: Message, sequence: UInt64) throws(TooLarge) -> Layout {
        guard message.body.count <= Message.maximumBody else {
            throw TooLarge(reason: "body of \(message.body.count) bytes, at most \(Message.maximumBody)")
        }
        used = 0
        count = 0
        encoded = 4
        let exchange = unsafe try short(message.exchange, "exchange")
        let routingKey = unsafe try short(message.routingKey, "routing key")
        var properties = unsafe amqp_basic_properties_t()
        var flags = UInt32(AMQP_BASIC_DELIVERY_MODE_FLAG | AMQP_BASIC_HEADERS_FLAG)
        unsafe properties.delivery_mode = UInt8(AMQP_DELIVERY_PERSISTENT.rawValue)
        if let text = message.messageID {
            unsafe properties.message_id = try short(text, "message-id")
            flags |= UInt32(AMQP_BASIC_MESSAGE_ID_FLAG)
        }
        if let text = message.type {
            unsafe properties.type = try short(text, "type")
            flags |= UInt32(AMQP_BASIC_TYPE_FLAG)
        }
        if let text = message.appID {
            unsafe properties.app_id = try short(text, "app-id")
            flags |= UInt32(AMQP_BASIC_APP_ID_FLAG)
        }
        if let text = message.userID {
            unsafe properties.user_id = try short(text, "user-id")
            flags |= UInt32(AMQP_BASIC_USER_ID_FLAG)
        }
        if let text = message.contentType {
            unsafe properties.content_type = try short(text, "content-type")
            flags |= UInt32(AMQP_BASIC_CONTENT_TYPE_FLAG)
        }
        if let text = message.correlationID {
            unsafe properties.correlation_id = try short(text, "correlation-id")
            flags |= UInt32(AMQP_BASIC_CORRELATION_ID_FLAG)
        }
        if let timestamp = message.timestamp {
            unsafe properties.timestamp = UInt64(clamping: Int64(timestamp.timeIntervalSince1970))
            flags |= UInt32(AMQP_BASIC_TIMESTAMP_FLAG)
        }
        try add(Message.sequenceHeader, .int(Int64(clamping: sequence)))
        try message.fields.forEach { name, value throws(TooLarge) in
            if name != Message.sequenceHeader { try add(name, value) }
        }
        unsafe properties.headers = amqp_table_t(num_entries: Int32(count), entries: entries)
        unsafe properties._flags = flags
        return unsafe Layout(exchange: exchange, routingKey: routingKey, properties: properties)
    }

    private mutating func add(_ key: String, _ value: HeaderValue) throws(TooLarge) {
        guard count < entryLimit else { throw TooLarge(reason: "more than \(entryLimit) headers") }
        var entry = unsafe amqp_table_entry_t()
        unsafe entry.key = try short(key, "header name")
        switch value {
        case .string(let text):
            unsafe entry.value.kind = UInt8(AMQP_FIELD_KIND_UTF8.rawValue)
            unsafe entry.value.value.bytes = try copy(text, what: "header")
            encoded += 5
        case .int(let number):
            unsafe entry.value.kind = UInt8(AMQP_FIELD_KIND_I64.rawValue)
            unsafe entry.value.value.i64 = number
            encoded += 9
        case .bool(let flag):
            unsafe entry.value.kind = UInt8(AMQP_FIELD_KIND_BOOLEAN.rawValue)
            unsafe entry.value.value.boolean = flag ? 1 : 0
            encoded += 2
        }
        guard encoded <= limit else { throw TooLarge(reason: "headers of more than \(limit) bytes") }
        unsafe entries.advanced(by: count).initialize(to: entry)
        count += 1
    }

    /// A text the protocol writes with one byte of length.
    private mutating func short(_ text: String, _ what: StaticString) throws(TooLarge) -> amqp_bytes_t {
        guard text.utf8.count <= 255 else {
            throw TooLarge(reason: "\(what) of \(text.utf8.count) bytes, at most 255")
        }
        encoded += 1
        return unsafe try copy(text, what: what)
    }

    private mutating func copy(_ text: String, what: StaticString) throws(TooLarge) -> amqp_bytes_t {
        let length = text.utf8.count
        encoded += length
        guard encoded <= limit else { throw TooLarge(reason: "\(what): properties of more than \(limit) bytes") }
        let start = unsafe bytes.advanced(by: used)
        let room = unsafe UnsafeMutableRawBufferPointer(start: start, count: length)
        unsafe room.copyBytes(from: text.utf8)
        used += length
        return unsafe amqp_bytes_t(len: length, bytes: start)
    }
}
