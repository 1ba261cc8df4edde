/// The life of one consuming connection, on its thread.
final class ConsumingSession {
    private let connection: Connection
    private let loop: ConnectionLoop
    private let shelf: DeliveryShelf
    private let queue: String
    private let prefetch: Int
    private var content = ContentAssembly()
    private var arrived: [Delivery] = []
    private var generation = 0
    private var consumerTag: [UInt8] = []
    private var isCancelSent = false
    /// The highest number handed over so far, and the highest acknowledged.
    private var lastTag: UInt64 = 0
    private var lastAcknowledged: UInt64 = 0

    init(
        _ connection: consuming Connection,
        loop: ConnectionLoop,
        shelf: DeliveryShelf,
        queue: String,
        prefetch: Int
    ) {
        self.connection = connection
        self.loop = loop
        self.shelf = shelf
        self.queue = queue
        self.prefetch = prefetch
    }

    /// Consumes until stopped; throws when the connection is of no more use.
    func run() throws(AMQPError) {
        consumerTag = try connection.consume(queue, prefetch: prefetch)
        generation = shelf.open()
        defer {
            loop.loseReadiness()
            shelf.close()
        }
        loop.becomeReady()
        while true {
            loop.lifeline.beat()
            let isStopping = loop.isStopping
            try carryOut(shelf.takeRequests())
            if isStopping { return connection.close() }
            try receive()
            let due = shelf.put(arrived)
            arrived.removeAll(keepingCapacity: true)
            wait(due: due)
        }
    }

    private func carryOut(_ requests: DeliveryShelf.Requests) throws(AMQPError) {
        if requests.discard { throw .discarded }
        if let tag = requests.acknowledgeThrough, tag > lastAcknowledged {
            try connection.acknowledge(through: tag)
            lastAcknowledged = tag
        }
        if requests.cancel, !isCancelSent {
            try connection.cancel(consumerTag)
            isCancelSent = true
        }
    }

    /// Takes in everything the broker has said.
    private func receive() throws(AMQPError) {
        while let incoming = try connection.receive(&content) {
            switch incoming {
            case .delivered(let tag, let redelivered, let message):
                guard tag > lastTag, tag - lastAcknowledged <= UInt64(prefetch) else {
                    throw .protocolViolation("delivery \(tag) after \(lastTag), prefetch \(prefetch)")
                }
                lastTag = tag
                arrived.append(
                    Delivery(tag: tag, generation: generation, message: message, redelivered: redelivered)
                )
            case .cancelConfirmed:
                _ = shelf.put(arrived)
                arrived.removeAll(keepingCapacity: true)
                shelf.cancelConfirmed()
            case .cancelled:
                throw .consumerCancelled
            case .channelClosed(let code, let text):
                throw .refused(code: code, text: text)
            case .connectionClosed(let code, let text):
                throw .connectionLost("closed by the broker: \(code) \(text)")
            case .partial, .blocked, .unblocked, .flow: continue
            case .acknowledged, .negated, .returned:
                throw .protocolViolation("an answer to a publish, without a publish")
            }
        }
    }

    private func wait(due: ContinuousClock.Instant?) {
        if connection.hasBuffered { return }
        var limit = min(.seconds(1), .seconds(loop.configuration.heartbeat) / 2)
        if let due { limit = min(limit, due - .now) }
        loop.wakeup.wait(socket: connection.socket, upTo: limit) { shelf.hasRequests || loop.isStopping }
    }
}
