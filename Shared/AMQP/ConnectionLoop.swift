import Dispatch
import Foundation
import Logging
import Synchronization

/// Keeps a connection: connects, lets a session use it, and when it is lost makes a new one after a wait.
///
/// Nothing of a connection outlives it; the next one starts from nothing.
final class ConnectionLoop: Sendable {
    private struct State {
        var isRunning = false
        var isStopping = false
        var isReady = false
        var sessions = 0
        var lastFailure: AMQPError?
        var nextWaiter = 0
        var readyWaiters: [Int: CheckedContinuation<Bool, Never>] = [:]
        var endWaiters: [CheckedContinuation<Void, Never>] = []
    }

    let configuration: AMQPConfiguration
    let wakeup = Wakeup()
    let lifeline = Lifeline()
    private let logger: Logger
    private let state = Mutex(State())

    init(_ configuration: AMQPConfiguration, logger: Logger) {
        self.configuration = configuration
        var logger = logger
        logger[metadataKey: "connection"] = "\(configuration.connectionName)"
        self.logger = logger
    }

    var isReady: Bool { state.withLock { $0.isReady } }
    var isStopping: Bool { state.withLock { $0.isStopping } }
    var reconnects: Int { state.withLock { max(0, $0.sessions - 1) } }
    var lastFailure: AMQPError? { state.withLock { $0.lastFailure } }

    /// Connects again and again until stopped.
    ///
    /// - Parameters:
    ///   - stallLimit: How long the session may stand still before its socket is cut.
    ///   - session: Uses the connection, on the loop's thread; returns when stopped, throws when the connection is of no
    ///     more use.
    func run(
        stallLimit: Duration,
        session: @escaping @Sendable (consuming Connection) throws(AMQPError) -> Void
    ) async {
        let mayRun = state.withLock { state in
            if state.isRunning || state.isStopping { return false }
            state.isRunning = true
            return true
        }
        guard mayRun else { return }
        let watch = lifeline.watch(limit: stallLimit)
        await withTaskCancellationHandler {
            await onBlockingThread("amqp \(configuration.connectionName)") { [self] in
                keepConnected(session)
            }
        } onCancel: {
            stop()
        }
        watch.cancel()
        let (ready, ended) = state.withLock { state in
            state.isRunning = false
            defer { (state.readyWaiters, state.endWaiters) = ([:], []) }
            return (state.readyWaiters, state.endWaiters)
        }
        for waiter in ready.values { waiter.resume(returning: false) }
        for waiter in ended { waiter.resume() }
    }

    /// Blocks the thread for as long as the loop runs.
    private func keepConnected(_ session: (consuming Connection) throws(AMQPError) -> Void) {
        var backoff = Backoff()
        while !isStopping {
            let before = state.withLock { $0.sessions }
            do throws(AMQPError) {
                try session(try Connection.open(configuration, lifeline: lifeline))
            } catch {
                logger.debug("The connection to the broker ended", metadata: ["reason": "\(error)"])
                state.withLock { $0.lastFailure = error }
            }
            loseReadiness()
            if state.withLock({ $0.sessions > before }) { backoff.reset() }
            let until = ContinuousClock.now + backoff.next()
            while !isStopping, ContinuousClock.now < until {
                wakeup.wait(socket: nil, upTo: until - ContinuousClock.now) { isStopping }
            }
        }
    }

    /// Called by the session when everything is set up.
    func becomeReady() {
        let waiters = state.withLock { state in
            state.isReady = true
            state.sessions += 1
            state.lastFailure = nil
            defer { state.readyWaiters = [:] }
            return state.readyWaiters
        }
        logger.debug("Connected to the broker")
        for waiter in waiters.values { waiter.resume(returning: true) }
    }

    /// Called by the session before it tells anybody that its connection is gone: who hears it and waits for a
    /// connection shall wait for the next one.
    func loseReadiness() {
        state.withLock { $0.isReady = false }
    }

    /// Lets the session end and makes no other.
    func stop() {
        state.withLock { $0.isStopping = true }
        wakeup.signal()
    }

    /// Stops, and waits until the thread has ended.
    func shutdown() async {
        stop()
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                if state.isRunning { state.endWaiters.append(continuation) }
                return !state.isRunning
            }
            if hasEnded { continuation.resume() }
        }
    }

    /// Waits until the session is ready.
    ///
    /// - Throws: ``AMQPError/notConnected`` when the time has passed, the loop has ended or the task is cancelled.
    func waitUntilReady(within limit: Duration) async throws(AMQPError) {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        let isReady = await withTaskGroup(of: Bool?.self) { group in
            group.addTask { await self.waitUntilReady(id) }
            group.addTask {
                try? await Task.sleep(for: limit)
                self.giveUpWaiting(id)
                return nil
            }
            var answer = false
            for await result in group {
                guard let result else { continue }
                answer = result
                group.cancelAll()
            }
            return answer
        }
        if !isReady { throw .notConnected }
    }

    private func waitUntilReady(_ id: Int) async -> Bool {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = state.withLock { state in
                    if state.isReady { return true }
                    if state.isStopping || Task.isCancelled { return false }
                    state.readyWaiters[id] = continuation
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            giveUpWaiting(id)
        }
    }

    private func giveUpWaiting(_ id: Int) {
        state.withLock { $0.readyWaiters.removeValue(forKey: id) }?.resume(returning: false)
    }
}
