import CRabbitMQ
import Glibc

extension Connection {
    /// Asks the broker to confirm what is published from here on, counting from 1.
    borrowing func selectConfirms() throws(AMQPError) {
        unsafe amqp_confirm_select(raw, Self.channel)
        unsafe try check(amqp_get_rpc_reply(raw), "confirm.select")
    }

    /// Publishes one message that has been laid out.
    ///
    /// - Throws: Any failure means that frames may be half sent: the connection is of no more use.
    borrowing func publish(_ layout: borrowing Scratch.Layout, _ message: borrowing Message) throws(AMQPError) {
        var properties = unsafe layout.properties
        let (exchange, routingKey) = unsafe (layout.exchange, layout.routingKey)
        let mandatory: amqp_boolean_t = message.mandatory ? 1 : 0
        let status = unsafe message.body.withUnsafeBufferPointer { body in
            unsafe amqp_basic_publish(
                raw,
                Self.channel,
                exchange,
                routingKey,
                mandatory,
                0,
                &properties,
                amqp_bytes_t(len: body.count, bytes: UnsafeMutableRawPointer(mutating: body.baseAddress))
            )
        }
        try check(status, "basic.publish")
    }

    /// Holds back half-filled packets while several messages are written, or lets them go.
    borrowing func cork(_ isCorked: Bool) {
        var flag: Int32 = isCorked ? 1 : 0
        _ = unsafe setsockopt(
            socket,
            Int32(IPPROTO_TCP),
            TCP_CORK,
            &flag,
            socklen_t(MemoryLayout<Int32>.size)
        )
    }

    /// Asks for deliveries of a queue, at most `prefetch` unacknowledged.
    ///
    /// - Returns: The consumer's tag.
    borrowing func consume(_ queue: String, prefetch: Int) throws(AMQPError) -> [UInt8] {
        unsafe amqp_basic_qos(raw, Self.channel, 0, UInt16(clamping: prefetch), 0)
        unsafe try check(amqp_get_rpc_reply(raw), "basic.qos")
        let consumed = unsafe withBytes(queue) { name in
            unsafe amqp_basic_consume(
                raw,
                Self.channel,
                name,
                amqp_empty_bytes,
                0,
                0,
                0,
                amqp_empty_table
            )
        }
        unsafe try check(amqp_get_rpc_reply(raw), "basic.consume")
        guard let tag = unsafe consumed?.pointee.consumer_tag else { throw .protocolViolation("no consumer tag") }
        return unsafe Array(UnsafeRawBufferPointer(start: tag.bytes, count: tag.len))
    }

    /// Acknowledges every delivery up to this one.
    borrowing func acknowledge(through tag: UInt64) throws(AMQPError) {
        try check(unsafe amqp_basic_ack(raw, Self.channel, tag, 1), "basic.ack")
    }

    /// Asks for no more deliveries; the answer comes between those under way.
    borrowing func cancel(_ tag: [UInt8]) throws(AMQPError) {
        let status = unsafe tag.withUnsafeBufferPointer { tag in
            var method = unsafe amqp_basic_cancel_t(
                consumer_tag: amqp_bytes_t(
                    len: tag.count,
                    bytes: UnsafeMutableRawPointer(mutating: tag.baseAddress)
                ),
                nowait: 0
            )
            return unsafe amqp_send_method(raw, Self.channel, UInt32(AMQP_BASIC_CANCEL_METHOD), &method)
        }
        try check(status, "basic.cancel")
    }

    /// Lends a text to the C library for the length of a call.
    borrowing func withBytes<Result>(_ text: String, _ body: (amqp_bytes_t) -> Result) -> Result {
        unsafe Array(text.utf8).withUnsafeBufferPointer { buffer in
            unsafe body(
                amqp_bytes_t(len: buffer.count, bytes: UnsafeMutableRawPointer(mutating: buffer.baseAddress))
            )
        }
    }
}
