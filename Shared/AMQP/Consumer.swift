import Foundation
import Logging

/// Consumes one queue with manual acknowledgement, on a connection and a thread of its own.
///
/// The thread never runs a handler, so the heart beats however long one takes; what is not acknowledged is bounded by the
/// prefetch.
package final class Consumer: Sendable {
    /// How a consumer is doing.
    package struct Status: Sendable {
        /// Whether the broker knows this consumer now.
        package let isConnected: Bool
        /// When the thread was last seen alive.
        package let lastProgress: Date?
        /// How many connections were made after the first.
        package let reconnects: Int
        /// Why the last connection ended or could not be made, while there is none.
        package let lastFailure: AMQPError?
    }

    private let loop: ConnectionLoop
    private let shelf = DeliveryShelf()
    private let queue: String
    private let prefetch: Int

    /// Makes a consumer; ``run()`` connects it.
    ///
    /// - Parameters:
    ///   - configuration: The broker.
    ///   - queue: The queue, which must exist; while it does not, connecting is tried again and again.
    ///   - prefetch: How many deliveries may be unacknowledged, 1 to 65535.
    ///   - logger: Told at debug when the connection comes and goes.
    package init(_ configuration: AMQPConfiguration, queue: String, prefetch: Int = 1000, logger: Logger) {
        loop = ConnectionLoop(configuration, logger: logger)
        self.queue = queue
        self.prefetch = min(max(1, prefetch), Int(UInt16.max))
    }

    /// Keeps the connection; returns when the task is cancelled or ``shutdown()`` is called.
    package func run() async {
        let (loop, shelf, queue, prefetch) = (loop, shelf, queue, prefetch)
        // A stuck write (an acknowledgement) is cut after as long as a silent peer is.
        await loop.run(stallLimit: .seconds(max(5, loop.configuration.heartbeat * 2))) { connection throws(AMQPError) in
            defer { if shelf.isCancelled { loop.stop() } }
            if shelf.isCancelled { return }
            try ConsumingSession(connection, loop: loop, shelf: shelf, queue: queue, prefetch: prefetch).run()
        }
        shelf.shutDown()
    }

    /// Waits for deliveries.
    ///
    /// - Parameters:
    ///   - max: The most to hand out at once.
    ///   - within: How long to wait for more once there is one.
    /// - Returns: At least one delivery, in the queue's order; nil after ``shutdown()``, after ``stopDelivering()`` when
    ///   everything received was handed out, and when the task is cancelled.
    package func nextBatch(max: Int, within: Duration) async -> [Delivery]? {
        let wakeup = loop.wakeup
        return await shelf.next(max: max, within: within) { wakeup.signal() }
    }

    /// Acknowledges this delivery and all before it; nothing happens when its connection is gone.
    package func acknowledge(through delivery: Delivery) async {
        if shelf.acknowledge(through: delivery) { loop.wakeup.signal() }
    }

    /// Gives the connection up: the broker delivers again what is not acknowledged, on the next connection.
    package func requeueAll() async {
        shelf.discard()
        loop.wakeup.signal()
    }

    /// Asks the broker for no more, and waits until it has agreed.
    ///
    /// What was received until then is still handed out and may be acknowledged. Nothing is consumed again afterwards.
    package func stopDelivering() async {
        let wakeup = loop.wakeup
        await shelf.cancel { wakeup.signal() }
    }

    /// Waits for a connection.
    ///
    /// - Throws: ``AMQPError/notConnected`` when there is none in time.
    package func waitUntilConnected(within limit: Duration) async throws {
        try await loop.waitUntilReady(within: limit)
    }

    /// How it is doing.
    package var status: Status {
        Status(
            isConnected: loop.isReady,
            lastProgress: loop.lifeline.lastProgress,
            reconnects: loop.reconnects,
            lastFailure: loop.lastFailure
        )
    }

    /// Sends the acknowledgements asked for, closes the connection and hands nothing out any more.
    package func shutdown() async {
        shelf.shutDown()
        await loop.shutdown()
    }
}
