import CRabbitMQ

/// Looks whether the broker has what the plan says, without changing anything.
package enum TopologyProbe {
    /// How full a queue is.
    package struct Depth: Sendable {
        /// Messages ready to be delivered.
        package let ready: Int
        /// Consumers the broker knows.
        package let consumers: Int
    }

    /// Names what is missing.
    ///
    /// - Parameters:
    ///   - configuration: The broker; a connection is made for this and closed.
    ///   - exchanges: Names of exchanges that should be there.
    ///   - queues: Names of queues that should be there.
    /// - Returns: Those that are not, as `exchange …` and `queue …`.
    /// - Throws: ``AMQPError`` when the broker cannot be asked.
    package static func verify(
        _ configuration: AMQPConfiguration,
        exchanges: [String],
        queues: [String]
    ) async throws -> [String] {
        try await onBlockingThread("amqp probe") {
            Result { () throws(AMQPError) in
                let connection = try Connection.open(configuration, lifeline: Lifeline())
                var channel = Connection.channel
                var missing: [String] = []
                for exchange in exchanges where !exchange.isEmpty {
                    if try !connection.hasExchange(exchange, on: &channel) { missing.append("exchange \(exchange)") }
                }
                for queue in queues where try connection.depth(of: queue, on: &channel) == nil {
                    missing.append("queue \(queue)")
                }
                connection.close()
                return missing
            }
        }.get()
    }

    /// Counts what is in a queue, exactly and now.
    ///
    /// - Returns: nil when there is no such queue.
    package static func depth(
        _ configuration: AMQPConfiguration,
        queue: String
    ) async throws -> Depth? {
        try await onBlockingThread("amqp probe") {
            Result { () throws(AMQPError) in
                let connection = try Connection.open(configuration, lifeline: Lifeline())
                var channel = Connection.channel
                let depth = try connection.depth(of: queue, on: &channel)
                connection.close()
                return depth
            }
        }.get()
    }
}

extension Connection {
    /// Whether there is an exchange; a "no" closes the channel, and the next number takes its place.
    fileprivate borrowing func hasExchange(_ name: String, on channel: inout amqp_channel_t) throws(AMQPError) -> Bool {
        _ = unsafe withBytes(name) { name in
            unsafe amqp_exchange_declare(raw, channel, name, amqp_empty_bytes, 1, 0, 0, 0, amqp_empty_table)
        }
        return try isThere(on: &channel)
    }

    /// The depth of a queue; nil where there is none.
    fileprivate borrowing func depth(
        of name: String,
        on channel: inout amqp_channel_t
    ) throws(AMQPError) -> TopologyProbe.Depth? {
        let declared = unsafe withBytes(name) { name in
            unsafe amqp_queue_declare(raw, channel, name, 1, 0, 0, 0, amqp_empty_table)
        }
        guard try isThere(on: &channel), let declared = unsafe declared else { return nil }
        return unsafe TopologyProbe.Depth(
            ready: Int(declared.pointee.message_count),
            consumers: Int(declared.pointee.consumer_count)
        )
    }

    private borrowing func isThere(on channel: inout amqp_channel_t) throws(AMQPError) -> Bool {
        do {
            unsafe try check(amqp_get_rpc_reply(raw), "passive declare")
            return true
        } catch .refused(code: 404, _) {
            // Servers keep a closed channel's number until the close is answered; a fresh number needs no waiting.
            channel += 1
            try openChannel(channel)
            return false
        }
    }
}
