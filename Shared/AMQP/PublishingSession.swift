import Foundation

/// The life of one publishing connection, on its thread.
final class PublishingSession {
    /// So many messages are written between two looks at what the broker has said.
    private static let stride = 32

    private struct Slot {
        let batch: PublishBatch
        let index: Int
    }

    private let connection: Connection
    private let loop: ConnectionLoop
    private let queue: PublishQueue
    private let confirmDeadline: Duration
    private var window: ConfirmWindow<Slot>
    private var scratch: Scratch
    private var content = ContentAssembly()
    private var waiting: [PublishBatch] = []
    private var isWindowClosed = false
    private var isPaused = false
    private var isLastAlone = false
    private var blockedSince: ContinuousClock.Instant?
    private var refusal: PublishOutcome?

    init(
        _ connection: consuming Connection,
        loop: ConnectionLoop,
        queue: PublishQueue,
        window: Int,
        confirmDeadline: Duration
    ) {
        scratch = Scratch(frameLimit: connection.agreedFrameLimit)
        self.connection = connection
        self.loop = loop
        self.queue = queue
        self.window = ConfirmWindow(limit: window)
        self.confirmDeadline = confirmDeadline
    }

    /// Publishes until stopped; throws when the connection is of no more use.
    func run() throws(AMQPError) {
        defer { giveUp() }
        try connection.selectConfirms()
        queue.open()
        loop.becomeReady()
        while true {
            loop.lifeline.beat()
            let isStopping = loop.isStopping
            waiting += isStopping ? queue.close() : queue.take()
            let needsRoom = try send()
            try receive()
            try checkDeadlines(needsRoom: needsRoom)
            if isStopping, window.outstanding == 0, waiting.isEmpty { return connection.close() }
            wait(needsRoom: needsRoom, stopSeen: isStopping)
        }
    }

    /// Everything nobody will answer any more becomes unknown.
    private func giveUp() {
        loop.loseReadiness()
        waiting += queue.close()
        window.close(alone: refusal) { $0.batch.settle($0.index, $1) }
        for batch in waiting { batch.abandonUnsent() }
    }

    /// Whether there is something that may be sent now.
    private var maySend: Bool {
        guard let batch = waiting.first, blockedSince == nil, !isPaused, !isWindowClosed else { return false }
        return window.outstanding == 0 || !(batch.isAlone || isLastAlone)
    }

    /// Writes as much as the window and the socket take.
    ///
    /// - Returns: Whether only the socket's room is wanting.
    private func send() throws(AMQPError) -> Bool {
        if isWindowClosed, window.hasRoom { isWindowClosed = false }
        guard maySend else { return false }
        connection.cork(true)
        defer { connection.cork(false) }
        while maySend {
            let socket = Wakeup.look(at: connection.socket)
            if socket.canRead { return false }
            if !socket.canWrite { return true }
            try sendStride()
        }
        return false
    }

    private func sendStride() throws(AMQPError) {
        let now = ContinuousClock.now
        var count = 0
        while count < Self.stride, maySend, let batch = waiting.first {
            count += 1
            loop.lifeline.beat()
            try sendNext(of: batch, at: now)
            if batch.isSent { waiting.removeFirst() }
            if window.isFull { isWindowClosed = true }
        }
    }

    private func sendNext(of batch: PublishBatch, at now: ContinuousClock.Instant) throws(AMQPError) {
        let index = batch.position
        batch.position += 1
        let layout: Scratch.Layout
        do {
            layout = try scratch.layOut(batch.messages[index], sequence: window.next)
        } catch {
            return batch.settle(index, .tooLarge(error.reason))
        }
        window.append(Slot(batch: batch, index: index), at: now)
        isLastAlone = batch.isAlone
        try connection.publish(layout, batch.messages[index])
    }

    /// Takes in everything the broker has said.
    private func receive() throws(AMQPError) {
        var hasConfirms = false
        while let incoming = try connection.receive(&content) {
            switch incoming {
            case .acknowledged(let number, let multiple):
                if !hasConfirms { queue.noteConfirm() }
                hasConfirms = true
                try window.settle(number, multiple: multiple, as: .confirmed) { $0.batch.settle($0.index, $1) }
            case .negated(let number, let multiple):
                try window.settle(number, multiple: multiple, as: .nacked) { $0.batch.settle($0.index, $1) }
            case .returned(let number, let code, let text):
                guard let number, window.markReturned(number, .returned(code: code, text: text)) else {
                    throw .protocolViolation("a returned message that is not in flight")
                }
            case .blocked:
                blockedSince = .now
                queue.setBlocked(Date())
            case .unblocked:
                blockedSince = nil
                queue.setBlocked(nil)
            case .flow(let active):
                isPaused = !active
            case .channelClosed(let code, let text):
                if [403, 404, 406].contains(code) { refusal = .refused(code: code, text: text) }
                throw .refused(code: code, text: text)
            case .connectionClosed(let code, let text):
                throw .connectionLost("closed by the broker: \(code) \(text)")
            case .partial: continue
            case .delivered, .cancelled, .cancelConfirmed:
                throw .protocolViolation("a message for a consumer, without a consumer")
            }
        }
    }

    /// Nobody waits longer than the deadline.
    ///
    /// While the broker has said that it does not read, the connection is kept: a new one would be blocked too.
    private func checkDeadlines(needsRoom: Bool) throws(AMQPError) {
        let late = ContinuousClock.now - confirmDeadline
        if blockedSince != nil || isPaused {
            if let oldest = window.oldest, oldest < late {
                window.abandon { $0.batch.settle($0.index, $1) }
            }
            for batch in waiting where batch.enqueued < late { batch.abandonUnsent() }
            waiting.removeAll(where: \.isSent)
        } else if let oldest = window.oldest, oldest < late {
            throw .timedOut("confirming")
        } else if needsRoom, window.outstanding == 0, let batch = waiting.first, batch.enqueued < late {
            throw .timedOut("taking in what is published")
        }
    }

    private func wait(needsRoom: Bool, stopSeen: Bool) {
        if maySend, !needsRoom { return }
        if isWindowClosed, window.hasRoom { return }
        if connection.hasBuffered { return }
        var limit = min(.seconds(1), .seconds(loop.configuration.heartbeat) / 2, confirmDeadline / 4)
        if let oldest = window.oldest { limit = min(limit, oldest + confirmDeadline - .now + .milliseconds(1)) }
        loop.wakeup.wait(socket: connection.socket, forWriting: needsRoom, upTo: limit) {
            !queue.isEmpty || (loop.isStopping && !stopSeen)
        }
    }
}
