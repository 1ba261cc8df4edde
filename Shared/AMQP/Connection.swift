import CRabbitMQ
import Glibc

/// One connection with one channel, used by one thread, closed exactly once.
///
/// The C library keeps state between calls and drops frames of other channels while it waits for an answer, hence one
/// thread and one channel.
@safe struct Connection: ~Copyable {
    static let channel: amqp_channel_t = 1
    static let frameLimit = 131_072
    private static let ignoreBrokenPipes: Void = gongjiang_ignore_broken_pipes()

    let raw: amqp_connection_state_t
    private let lifeline: Lifeline

    private init(raw: amqp_connection_state_t, lifeline: Lifeline) {
        unsafe self.raw = unsafe raw
        self.lifeline = lifeline
    }

    deinit {
        lifeline.detach()
        unsafe amqp_destroy_connection(raw)
    }

    /// The socket, for waiting; it belongs to the connection.
    var socket: Int32 { unsafe amqp_get_sockfd(raw) }

    /// The largest frame agreed on, in bytes.
    var agreedFrameLimit: Int { unsafe Int(amqp_get_frame_max(raw)) }

    /// Connects, logs in and opens the channel; each step has a deadline.
    static func open(_ configuration: AMQPConfiguration, lifeline: Lifeline) throws(AMQPError) -> Connection {
        _ = ignoreBrokenPipes
        guard let raw = unsafe amqp_new_connection() else { throw .connectionLost("out of memory") }
        let connection = unsafe Connection(raw: raw, lifeline: lifeline)
        try connection.connect(configuration)
        try connection.logIn(configuration)
        try connection.openChannel(channel)
        lifeline.attach(connection.socket)
        return connection
    }

    private borrowing func connect(_ configuration: AMQPConfiguration) throws(AMQPError) {
        var patience = timeval(tv_sec: configuration.patience, tv_usec: 0)
        unsafe amqp_set_handshake_timeout(raw, &patience)
        unsafe amqp_set_rpc_timeout(raw, &patience)
        let transport: OpaquePointer?
        if configuration.usesTLS {
            unsafe transport = amqp_ssl_socket_new(raw)
            guard let transport = unsafe transport else { throw .connectionLost("out of memory") }
            unsafe amqp_ssl_socket_set_verify_peer(transport, 1)
            unsafe amqp_ssl_socket_set_verify_hostname(transport, 1)
            let status = unsafe amqp_ssl_socket_set_cacert(transport, configuration.authorities ?? "")
            try check(status, "reading the certificate authorities")
        } else {
            unsafe transport = amqp_tcp_socket_new(raw)
        }
        guard let transport = unsafe transport else { throw .connectionLost("out of memory") }
        let status = unsafe amqp_socket_open_noblock(
            transport,
            configuration.host,
            Int32(clamping: configuration.port),
            &patience
        )
        try check(status, "connecting to \(configuration.host):\(configuration.port)")
        // What was sent and not acknowledged by the peer's kernel for this long ends the connection.
        var milliseconds = UInt32(clamping: configuration.heartbeat * 2000)
        _ = unsafe setsockopt(
            socket,
            Int32(IPPROTO_TCP),
            TCP_USER_TIMEOUT,
            &milliseconds,
            socklen_t(MemoryLayout<UInt32>.size)
        )
    }

    private borrowing func logIn(_ configuration: AMQPConfiguration) throws(AMQPError) {
        let reply = unsafe gongjiang_login(
            raw,
            configuration.virtualHost,
            Int32(Self.frameLimit),
            Int32(clamping: configuration.heartbeat),
            configuration.connectionName,
            configuration.user,
            configuration.password
        )
        unsafe try check(reply, "login")
    }

    /// Opens a channel.
    borrowing func openChannel(_ channel: amqp_channel_t) throws(AMQPError) {
        unsafe amqp_channel_open(raw, channel)
        unsafe try check(amqp_get_rpc_reply(raw), "opening the channel")
    }

    /// Closes politely, so that what was sent before is taken in; the deadline is that of every call with an answer.
    borrowing func close() {
        unsafe amqp_connection_close(raw, Int32(AMQP_REPLY_SUCCESS))
    }

    /// Fails for a status that is not success.
    borrowing func check(_ status: Int32, _ step: @autoclosure () -> String) throws(AMQPError) {
        guard status != AMQP_STATUS_OK.rawValue else { return }
        if status == AMQP_STATUS_TIMEOUT.rawValue { throw .timedOut(step()) }
        throw .connectionLost("\(step()): \(unsafe String(cString: amqp_error_string2(status)))")
    }

    /// Fails for an answer that is not the one asked for.
    borrowing func check(_ reply: amqp_rpc_reply_t, _ step: @autoclosure () -> String) throws(AMQPError) {
        switch unsafe reply.reply_type {
        case AMQP_RESPONSE_NORMAL: return
        case AMQP_RESPONSE_LIBRARY_EXCEPTION: unsafe try check(reply.library_error, step())
        case AMQP_RESPONSE_SERVER_EXCEPTION:
            guard let decoded = unsafe reply.reply.decoded else { break }
            if unsafe reply.reply.id == AMQP_CHANNEL_CLOSE_METHOD {
                let close = unsafe decoded.load(as: amqp_channel_close_t.self)
                throw unsafe .refused(code: Int(close.reply_code), text: String(copying: close.reply_text))
            }
            if unsafe reply.reply.id == AMQP_CONNECTION_CLOSE_METHOD {
                let close = unsafe decoded.load(as: amqp_connection_close_t.self)
                throw unsafe .refused(code: Int(close.reply_code), text: String(copying: close.reply_text))
            }
        default: break
        }
        throw .connectionLost("\(step()): no answer")
    }
}
