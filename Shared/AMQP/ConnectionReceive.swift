import CRabbitMQ
import Glibc

extension Connection {
    /// Whether the library has read more than it has handed out: to be asked before waiting for the socket.
    var hasBuffered: Bool {
        unsafe amqp_frames_enqueued(raw) != 0 || amqp_data_in_buffer(raw) != 0
    }

    /// Takes the next thing the broker has already said, without waiting; heartbeats are sent and checked on the way.
    ///
    /// - Returns: nil when there is nothing.
    borrowing func receive(_ content: inout ContentAssembly) throws(AMQPError) -> Incoming? {
        var frame = unsafe amqp_frame_t()
        var now = timeval()
        let status = unsafe amqp_simple_wait_frame_noblock(raw, &frame, &now)
        if status == AMQP_STATUS_TIMEOUT.rawValue { return nil }
        try check(status, "receiving")
        defer { unsafe amqp_maybe_release_buffers(raw) }
        return unsafe try interpret(frame, &content)
    }

    private borrowing func interpret(
        _ frame: amqp_frame_t,
        _ content: inout ContentAssembly
    ) throws(AMQPError) -> Incoming {
        switch unsafe Int32(frame.frame_type) {
        case AMQP_FRAME_METHOD:
            return unsafe try interpret(frame.payload.method, &content)
        case AMQP_FRAME_HEADER:
            guard let decoded = unsafe frame.payload.properties.decoded else {
                throw .protocolViolation("a header without properties")
            }
            return unsafe try content.header(
                size: frame.payload.properties.body_size,
                properties: UnsafePointer(decoded.assumingMemoryBound(to: amqp_basic_properties_t.self))
            )
        case AMQP_FRAME_BODY:
            return unsafe try content.body(frame.payload.body_fragment)
        case AMQP_FRAME_HEARTBEAT:
            return .partial
        default:
            throw unsafe .protocolViolation("a frame of type \(frame.frame_type)")
        }
    }

    private borrowing func interpret(
        _ method: amqp_method_t,
        _ content: inout ContentAssembly
    ) throws(AMQPError) -> Incoming {
        guard let decoded = unsafe method.decoded else { throw .protocolViolation("a method without arguments") }
        switch unsafe method.id {
        case AMQP_BASIC_ACK_METHOD:
            let ack = unsafe decoded.load(as: amqp_basic_ack_t.self)
            return .acknowledged(ack.delivery_tag, multiple: ack.multiple != 0)
        case AMQP_BASIC_NACK_METHOD:
            let nack = unsafe decoded.load(as: amqp_basic_nack_t.self)
            return .negated(nack.delivery_tag, multiple: nack.multiple != 0)
        case AMQP_BASIC_DELIVER_METHOD:
            unsafe try content.begin(decoded.load(as: amqp_basic_deliver_t.self))
            return .partial
        case AMQP_BASIC_RETURN_METHOD:
            unsafe try content.begin(decoded.load(as: amqp_basic_return_t.self))
            return .partial
        case AMQP_BASIC_CANCEL_METHOD:
            return .cancelled
        case AMQP_BASIC_CANCEL_OK_METHOD:
            return .cancelConfirmed
        case AMQP_CONNECTION_BLOCKED_METHOD:
            let blocked = unsafe decoded.load(as: amqp_connection_blocked_t.self)
            return unsafe .blocked(String(copying: blocked.reason))
        case AMQP_CONNECTION_UNBLOCKED_METHOD:
            return .unblocked
        case AMQP_CHANNEL_FLOW_METHOD:
            return .flow(active: try answerFlow(unsafe decoded.load(as: amqp_channel_flow_t.self)))
        case AMQP_CHANNEL_CLOSE_METHOD:
            let close = unsafe decoded.load(as: amqp_channel_close_t.self)
            let (code, text) = unsafe (Int(close.reply_code), String(copying: close.reply_text))
            var answer = amqp_channel_close_ok_t()
            unsafe amqp_send_method(raw, Self.channel, UInt32(AMQP_CHANNEL_CLOSE_OK_METHOD), &answer)
            return .channelClosed(code: code, text: text)
        case AMQP_CONNECTION_CLOSE_METHOD:
            let close = unsafe decoded.load(as: amqp_connection_close_t.self)
            let (code, text) = unsafe (Int(close.reply_code), String(copying: close.reply_text))
            var answer = amqp_connection_close_ok_t()
            unsafe amqp_send_method(raw, 0, UInt32(AMQP_CONNECTION_CLOSE_OK_METHOD), &answer)
            return .connectionClosed(code: code, text: text)
        default:
            throw unsafe .protocolViolation("method \(String(method.id, radix: 16))")
        }
    }

    private borrowing func answerFlow(_ flow: amqp_channel_flow_t) throws(AMQPError) -> Bool {
        var answer = amqp_channel_flow_ok_t(active: flow.active)
        let status = unsafe amqp_send_method(raw, Self.channel, UInt32(AMQP_CHANNEL_FLOW_OK_METHOD), &answer)
        try check(status, "answering channel.flow")
        return flow.active != 0
    }
}
