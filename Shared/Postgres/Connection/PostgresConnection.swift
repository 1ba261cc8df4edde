import Executors
import Logging

/// One connection to PostgreSQL, on a thread of its own.
///
/// It is opened by its first use. Most code uses a ``PostgresPool``; a connection of one's own is for what lives as long as
/// a server session, such as an advisory lock held across transactions.
package actor PostgresConnection {
    private let executor: BlockingExecutor
    private let configuration: PostgresConfiguration
    private let reconnects: Bool
    private let logger: Logger
    private var handle: Handle?
    private var wasOpened = false
    private var isClosed = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - configuration: Where to connect.
    ///   - reconnects: Whether a lost connection is opened again by the next use. Without, every later use throws
    ///     `connectionLost`: a lock held by the session is then never taken for granted after it was lost.
    ///   - logger: Told about connections and repetitions, at `debug`.
    package init(_ configuration: PostgresConfiguration, reconnects: Bool = true, logger: Logger) {
        self.executor = BlockingExecutor(label: "pg-\(configuration.applicationName)")
        self.configuration = configuration
        self.reconnects = reconnects
        self.logger = logger
    }

    /// Runs `body` inside `BEGIN … COMMIT`.
    ///
    /// The body is synchronous: nothing else runs on this connection before it ends, and the lent transaction cannot leave it.
    /// It may be run up to three times (deadlock, serialization failure), so it must have no effect outside the transaction.
    ///
    /// - Throws: What the body threw, or ``PostgresError``.
    @discardableResult
    package func transaction<Value: Sendable>(
        _ body: @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        var attempt = 1
        while true {
            do {
                return try runTransaction(body)
            } catch let error as PostgresError where error.isWorthRetrying && attempt < 3 {
                logger.debug("transaction run again", metadata: ["state": "\(error.state)", "attempt": "\(attempt)"])
                try await Task.sleep(for: .milliseconds(Int.random(in: 1...(20 * attempt * attempt))))
                attempt += 1
            }
        }
    }

    /// Runs `body` on the connection without a transaction.
    ///
    /// - Parameters:
    ///   - isShared: Whether locks and settings of the session are undone at the end.
    ///   - body: Uses the session.
    /// - Returns: What the body returned.
    /// - Throws: What the body threw, or ``PostgresError``.
    @discardableResult
    package func session<Value: Sendable>(
        isShared: Bool = false,
        _ body: @Sendable (borrowing Session) throws -> Value
    ) throws -> Value {
        let session = Session(try openAlive())
        let result = Result { try body(session) }
        handle = session.end(isShared: isShared)
        return try result.get()
    }

    /// Closes the connection; a later use throws `closed`.
    package func close() {
        isClosed = true
        handle = nil
    }

    private func runTransaction<Value: Sendable>(
        _ body: @Sendable (borrowing Transaction) throws -> Value
    ) throws -> Value {
        let transaction = try begin()
        let value: Value
        let pending: PendingCommit
        do {
            value = try body(transaction)
            pending = try transaction.prepareCommit()
        } catch {
            let cause = transaction.cause(of: error)
            handle = transaction.rollback()
            throw cause
        }
        switch transaction.commit() {
        case .committed(let handle):
            self.handle = consume handle
        case .refused(let error, let handle):
            self.handle = handle.isIdle ? consume handle : nil
            throw error
        case .lost(let error):
            try settle(pending, after: error)
        }
        return value
    }

    private func begin() throws(PostgresError) -> Transaction {
        let isFresh = handle == nil
        do {
            return try Transaction(begin: try open())
        } catch  where error.kind == .connectionLost && !isFresh && reconnects {
            // It broke while it stood idle. Nothing has been executed on it, so another one will do.
            return try Transaction(begin: try open())
        }
    }

    /// Takes the connection after making sure that the server is still there.
    private func openAlive() throws(PostgresError) -> Handle {
        let isFresh = handle == nil
        let opened = try open()
        if isFresh { return opened }
        do {
            try opened.run("")
        } catch {
            guard error.kind == .connectionLost, reconnects else { throw error }
            return try open()
        }
        return opened
    }

    /// Takes the connection, opening it if need be.
    private func open() throws(PostgresError) -> Handle {
        guard !isClosed else { throw PostgresError(.closed, "the connection is closed") }
        if let handle = handle.take(), handle.isIdle { return handle }
        guard reconnects || !wasOpened else { throw PostgresError(.connectionLost, "the connection was lost earlier") }
        let opened = try Handle(configuration)
        wasOpened = true
        let process = opened.processID
        logger.debug("connected", metadata: ["database": "\(configuration)", "process": "\(process)"])
        return opened
    }

    /// Finds out whether a transaction was committed whose COMMIT got no answer; returns if it was.
    ///
    /// This goes on when the task is cancelled: whoever reads the outcome must not be told a guess.
    private func settle(_ pending: PendingCommit, after error: PostgresError) throws {
        logger.debug("commit without an answer", metadata: ["transaction": "\(pending.transaction ?? "none")"])
        let deadline = ContinuousClock.now.advanced(by: configuration.commitLookUpDeadline)
        var pause = Duration.milliseconds(20)
        repeat {
            if let other = try? Handle(configuration) {
                switch try? pending.lookUp(on: other) {
                case .committed:
                    if reconnects, other.isIdle { handle = consume other }
                    return
                case .aborted:
                    if reconnects, other.isIdle { handle = consume other }
                    throw PostgresError(.connectionLost, error.message)
                case .unknown, nil:
                    break
                }
            }
            Milliseconds(pause).wait()
            pause = min(pause * 2, .seconds(1))
        } while ContinuousClock.now < deadline
        throw PostgresError(.ambiguousCommit, error.message)
    }
}
