import Logging
import Synchronization

/// A fixed number of connections, lent in the order of asking.
///
/// Connections are opened when they are first needed, and again after they were lost. Waiting ends when the task is cancelled;
/// work that has begun does not.
package final class PostgresPool: Sendable {
    private typealias Waiter = CheckedContinuation<PostgresConnection, any Error>

    private struct State {
        var pool: PoolState<PostgresConnection, Waiter>
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    /// Where the connections go.
    package let configuration: PostgresConfiguration
    private let logger: Logger
    private let state: Mutex<State>
    /// Answers what is only looked up, on a connection beside those that are lent.
    package let lookUps: LookUps

    /// - Parameters:
    ///   - configuration: Where to connect.
    ///   - size: The most connections open at a time, and so the most transactions.
    ///   - logger: Told about connections and repetitions, at `debug`.
    package init(_ configuration: PostgresConfiguration, size: Int = 4, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        self.state = Mutex(State(pool: PoolState(size: size)))
        lookUps = LookUps(configuration, logger: logger)
    }

    /// Runs `body` inside `BEGIN … COMMIT`, and returns its value once that is committed.
    ///
    /// The body is synchronous. After a deadlock or a serialization failure it is run again, up to three times in all, so it must
    /// have no effect outside the transaction. When the connection breaks during COMMIT, the outcome is looked up.
    ///
    /// - Throws: What the body threw, with everything rolled back; ``PostgresError``; `CancellationError` while waiting.
    @discardableResult
    package func transaction<Value: Sendable>(
        _ body: @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        let connection = try await acquire()
        defer { release(connection) }
        return try await connection.transaction(body)
    }

    /// Runs `body` on a connection without a transaction; its advisory locks and settings end with it.
    ///
    /// - Throws: What the body threw; ``PostgresError``; `CancellationError` while waiting.
    @discardableResult
    package func session<Value: Sendable>(
        _ body: @Sendable (borrowing Session) throws -> Value
    ) async throws -> Value {
        let connection = try await acquire()
        defer { release(connection) }
        return try await connection.session(isShared: true, body)
    }

    /// How many tasks wait for a connection.
    package var waiting: Int { state.withLock { $0.pool.waiting } }

    /// How many connections are at work.
    package var lent: Int { state.withLock { $0.pool.lent } }

    /// Refuses further work, waits for what is running, and closes the connections.
    package func close() async {
        await lookUps.close()
        for waiter in state.withLock({ $0.pool.close() }) {
            waiter.resume(throwing: Self.closed)
        }
        await withCheckedContinuation { continuation in
            let isQuiet = state.withLock { state in
                if !state.pool.isQuiet { state.closers.append(continuation) }
                return state.pool.isQuiet
            }
            if isQuiet { continuation.resume() }
        }
        for connection in state.withLock({ $0.pool.takeIdle() }) {
            await connection.close()
        }
    }

    private static var closed: PostgresError { PostgresError(.closed, "the pool is closed") }

    private func acquire() async throws -> PostgresConnection {
        let ticket = Mutex<UInt64?>(nil)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: Waiter) in
                switch state.withLock({ $0.pool.request(continuation) }) {
                case .use(let connection):
                    continuation.resume(returning: connection)
                case .make:
                    continuation.resume(returning: PostgresConnection(configuration, logger: logger))
                case .closed:
                    continuation.resume(throwing: Self.closed)
                case .wait(let number):
                    ticket.withLock { $0 = number }
                    // The handler below may have run before there was a ticket.
                    if Task.isCancelled { withdraw(number) }
                }
            }
        } onCancel: {
            if let number = ticket.withLock({ $0 }) { withdraw(number) }
        }
    }

    private func withdraw(_ ticket: UInt64) {
        state.withLock { $0.pool.withdraw(ticket) }?.resume(throwing: CancellationError())
    }

    private func release(_ connection: PostgresConnection) {
        let (waiter, closers) = state.withLock { state -> (Waiter?, [CheckedContinuation<Void, Never>]) in
            let waiter = state.pool.giveBack(connection)
            guard state.pool.isClosed, state.pool.isQuiet else { return (waiter, []) }
            defer { state.closers = [] }
            return (waiter, state.closers)
        }
        waiter?.resume(returning: connection)
        for closer in closers { closer.resume() }
    }
}
