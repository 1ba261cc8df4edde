import Foundation
import Logging

/// Publishes with confirms, on a connection and a thread of its own.
///
/// Every message is persistent; each gets one outcome. Nothing is kept across connections: what the broker has not
/// answered when a connection ends is unknown, and the caller sends it again.
package final class Publisher: Sendable {
    /// How a publisher is doing.
    package struct Status: Sendable {
        /// Whether a message could be sent now.
        package let isConnected: Bool
        /// Since when the broker does not read, for want of memory or disk.
        package let blockedSince: Date?
        /// When the broker last confirmed something.
        package let lastConfirm: Date?
        /// When the thread was last seen alive.
        package let lastProgress: Date?
        /// How many connections were made after the first.
        package let reconnects: Int
        /// Why the last connection ended or could not be made, while there is none.
        package let lastFailure: AMQPError?
    }

    private let loop: ConnectionLoop
    private let queue = PublishQueue()
    private let window: Int
    private let confirmDeadline: Duration

    /// Makes a publisher; ``run()`` connects it.
    ///
    /// - Parameters:
    ///   - configuration: The broker.
    ///   - window: How many messages may be sent and not confirmed.
    ///   - confirmDeadline: How long the broker may take to confirm one, and a write to make progress.
    ///   - logger: Told at debug when the connection comes and goes.
    package init(
        _ configuration: AMQPConfiguration,
        window: Int = 500,
        confirmDeadline: Duration = .seconds(10),
        logger: Logger
    ) {
        loop = ConnectionLoop(configuration, logger: logger)
        self.window = window
        self.confirmDeadline = confirmDeadline
    }

    /// Keeps the connection; returns when the task is cancelled or ``shutdown()`` is called, once what was taken is
    /// answered.
    package func run() async {
        let (loop, queue, window, confirmDeadline) = (loop, queue, window, confirmDeadline)
        await loop.run(stallLimit: confirmDeadline) { connection throws(AMQPError) in
            try PublishingSession(
                connection,
                loop: loop,
                queue: queue,
                window: window,
                confirmDeadline: confirmDeadline
            ).run()
        }
    }

    /// Publishes messages, in order, and waits for all their outcomes.
    ///
    /// - Parameters:
    ///   - messages: Any number; those beyond the window wait for room.
    ///   - alone: Send each only when nothing else is in flight, so that a refusal names its message.
    /// - Returns: One outcome a message, in the same order.
    /// - Throws: ``AMQPError/notConnected`` at once when there is no connection.
    package func publish(_ messages: [Message], alone: Bool = false) async throws -> [PublishOutcome] {
        if messages.isEmpty { return [] }
        let outcomes = await withCheckedContinuation { continuation in
            if queue.add(PublishBatch(messages, isAlone: alone, continuation)) {
                loop.wakeup.signal()
            } else {
                continuation.resume(returning: [])
            }
        }
        if outcomes.isEmpty { throw AMQPError.notConnected }
        return outcomes
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
            blockedSince: queue.blockedSince,
            lastConfirm: queue.lastConfirm,
            lastProgress: loop.lifeline.lastProgress,
            reconnects: loop.reconnects,
            lastFailure: loop.lastFailure
        )
    }

    /// Takes no more, waits for the outcomes of what was taken, and closes the connection.
    package func shutdown() async {
        await loop.shutdown()
    }
}
