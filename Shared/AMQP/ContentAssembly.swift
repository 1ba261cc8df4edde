import CRabbitMQ

/// Puts a message together from its method, its header and the pieces of its body.
struct ContentAssembly {
    private enum Kind {
        case delivery(tag: UInt64, redelivered: Bool)
        case returned(code: Int, text: String)
    }

    private enum State {
        case idle
        case header(Kind)
        case body(Kind)
    }

    private var state = State.idle
    private var message = Message(exchange: "", routingKey: "")
    private var sequence: UInt64?
    private var remaining = 0
    private var memory = TextMemory()

    /// A delivery begins.
    mutating func begin(_ method: amqp_basic_deliver_t) throws(AMQPError) {
        unsafe try begin(
            .delivery(tag: method.delivery_tag, redelivered: method.redelivered != 0),
            method.exchange,
            method.routing_key
        )
    }

    /// The return of a message begins.
    mutating func begin(_ method: amqp_basic_return_t) throws(AMQPError) {
        unsafe try begin(
            .returned(code: Int(method.reply_code), text: String(copying: method.reply_text)),
            method.exchange,
            method.routing_key
        )
    }

    private mutating func begin(
        _ kind: Kind,
        _ exchange: amqp_bytes_t,
        _ routingKey: amqp_bytes_t
    ) throws(AMQPError) {
        guard case .idle = state else { throw .protocolViolation("a message inside a message") }
        state = .header(kind)
        memory.begin()
        message = unsafe Message(exchange: memory.take(exchange), routingKey: memory.take(routingKey))
        sequence = nil
    }

    /// The header of the message.
    mutating func header(
        size: UInt64,
        properties: UnsafePointer<amqp_basic_properties_t>
    ) throws(AMQPError) -> Incoming {
        guard case .header(let kind) = state else { throw .protocolViolation("a header without a message") }
        guard size <= UInt64(Message.maximumBody) else { throw .protocolViolation("a body of \(size) bytes") }
        sequence = unsafe message.take(properties, &memory)
        remaining = Int(size)
        message.body.reserveCapacity(remaining)
        state = .body(kind)
        return finished(kind)
    }

    /// A piece of the body.
    mutating func body(_ fragment: amqp_bytes_t) throws(AMQPError) -> Incoming {
        guard case .body(let kind) = state else { throw .protocolViolation("a body without a header") }
        let piece = unsafe UnsafeRawBufferPointer(start: fragment.bytes, count: fragment.len)
        guard piece.count <= remaining else { throw .protocolViolation("a body longer than its header says") }
        unsafe message.body.append(contentsOf: piece)
        remaining -= piece.count
        return finished(kind)
    }

    private mutating func finished(_ kind: Kind) -> Incoming {
        guard remaining == 0 else { return .partial }
        state = .idle
        switch kind {
        case .delivery(let tag, let redelivered): return .delivered(tag: tag, redelivered: redelivered, message)
        case .returned(let code, let text): return .returned(sequence: sequence, code: code, text: text)
        }
    }
}
