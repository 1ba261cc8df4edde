import CLibPQ
import Glibc

/// Owns one `PGconn`, closed exactly once.
///
/// All calls block; a handle belongs to an actor on a thread that may.
@safe struct Handle: ~Copyable {
    let raw: OpaquePointer
    /// How long an answer is waited for.
    let patience: Duration?
    private let statements = StatementCache()
    private let unanswered = UnansweredStatement()

    /// Connects.
    init(_ configuration: PostgresConfiguration) throws(PostgresError) {
        let settings = try configuration.settings()
        var keywords = PackedStrings()
        var values = PackedStrings()
        for (keyword, value) in settings {
            keywords.append(Array(keyword.utf8))
            values.append(Array(value.utf8))
        }
        keywords.append(nil)
        values.append(nil)
        let made = unsafe keywords.withPointers { keywords in
            unsafe values.withPointers { values in unsafe PQconnectdbParams(keywords, values, 0) }
        }
        guard let made = unsafe made else { throw PostgresError(.connectionLost, "no memory for a connection") }
        guard unsafe PQstatus(made) == CONNECTION_OK else {
            let message = unsafe String(cString: PQerrorMessage(made))
            unsafe PQfinish(made)
            throw PostgresError(.connectionLost, message)
        }
        // Without this libpq writes the server's notices to the standard error output.
        unsafe PQsetNoticeProcessor(made, { _, _ in }, nil)
        unsafe raw = unsafe made
        patience = configuration.patience
    }

    deinit { unsafe PQfinish(raw) }

    /// The server process at the other end.
    var processID: Int32 { unsafe PQbackendPID(raw) }

    /// Whether the connection can be used again as if it were new: alive, and in no transaction.
    var isIdle: Bool {
        unsafe PQstatus(raw) == CONNECTION_OK && PQtransactionStatus(raw) == PQTRANS_IDLE
            && PQpipelineStatus(raw) == PQ_PIPELINE_OFF
    }

    /// Whether the connection is in a transaction that can still be committed.
    var isInTransaction: Bool { unsafe PQstatus(raw) == CONNECTION_OK && PQtransactionStatus(raw) == PQTRANS_INTRANS }

    /// Whether an error has left the transaction to be rolled back only.
    var isInFailedTransaction: Bool { unsafe PQtransactionStatus(raw) == PQTRANS_INERROR }

    /// Runs a text of one or more statements without parameters, and returns the last one's result.
    @discardableResult
    borrowing func run(_ text: String) throws(PostgresError) -> ResultSet {
        guard !text.utf8.contains(0) else { throw PostgresError.zeroByte(in: text) }
        try settle()
        return try receive(sent: unsafe PQsendQuery(raw, text), statement: text)
    }

    /// Runs one statement with its parameters, prepared on first use.
    borrowing func execute(_ sql: SQL) throws -> ResultSet {
        try answer(to: dispatch(sql))
    }

    /// Sends one statement with its parameters and does not wait for the server to do it.
    ///
    /// What comes of it is known to whatever is run next, or to ``settle()``.
    borrowing func send(_ sql: SQL, expecting expected: (rows: Int, otherwise: any Error)? = nil) throws {
        var statement = try dispatch(sql)
        statement.expected = expected
        unanswered.note(statement)
    }

    /// Waits for the statement that was only sent, if there is one.
    ///
    /// - Throws: What came of it, but for another number of rows than it had to affect: see ``objection``.
    borrowing func settle() throws(PostgresError) {
        guard let statement = unanswered.take() else { return }
        let affected = try answer(to: statement).affectedRows
        if let expected = statement.expected, affected != expected.rows {
            unanswered.objection = objection ?? expected.otherwise
        }
    }

    /// Why the transaction must not be committed, where a statement that was sent affected another number of rows than it had to.
    var objection: (any Error)? {
        get { unanswered.objection }
        nonmutating set { unanswered.objection = newValue }
    }

    /// Begins a transaction.
    borrowing func begin() throws(PostgresError) {
        objection = nil
        try run("begin")
    }

    /// Sends a statement, after the answer to the one before.
    private borrowing func dispatch(_ sql: SQL) throws -> SentStatement {
        let bound = try BoundStatement(sql)
        try settle()
        let (statement, wasKnown) = try prepared(bound)
        guard send(bound, as: statement) else { throw failure() }
        return SentStatement(key: bound.key, wasPrepared: wasKnown)
    }

    /// A statement as the server knows it; it is prepared on first use.
    borrowing func prepared(
        _ bound: BoundStatement
    ) throws(PostgresError) -> (statement: StatementCache.Statement, wasKnown: Bool) {
        if let known = statements.find(bound.key) { return (known, true) }
        return (try prepare(bound.key, parameterCount: bound.lengths.count), false)
    }

    /// Sends a prepared statement; false where the connection is broken.
    borrowing func send(_ bound: BoundStatement, as statement: StatementCache.Statement) -> Bool {
        let sent = unsafe bound.values.withPointers { values in
            unsafe PQsendQueryPrepared(
                raw,
                statement.name,
                Int32(bound.lengths.count),
                values,
                bound.lengths,
                bound.formats,
                statement.isBinary ? 1 : 0
            )
        }
        return sent == 1
    }

    /// Waits for the answer to a statement that was sent.
    private borrowing func answer(to statement: SentStatement) throws(PostgresError) -> ResultSet {
        do {
            return try receive(sent: 1, statement: statement.key.text)
        } catch {
            throw statement.wasPrepared ? stale(statement.key, error) : error
        }
    }

    /// What to throw for the error of a statement that had been prepared before.
    ///
    /// When the table was altered under it ("cached plan must not change result type"), nothing is wrong with the statement:
    /// prepared anew it works, so the transaction is run again.
    borrowing func stale(_ key: StatementCache.Key, _ error: PostgresError) -> PostgresError {
        guard error.state == .featureNotSupported || error.state == .invalidStatementName else { return error }
        statements.forget(key)
        var again = PostgresError(.server(.serializationFailure), error.message)
        again.statement = key.text
        return again
    }

    private borrowing func prepare(
        _ key: StatementCache.Key,
        parameterCount: Int
    ) throws(PostgresError) -> StatementCache.Statement {
        let name = statements.newName()
        _ = try receive(
            sent: unsafe PQsendPrepare(raw, name, key.text, Int32(parameterCount), key.types),
            statement: key.text
        )
        let description = try receive(sent: unsafe PQsendDescribePrepared(raw, name), statement: key.text)
        let isBinary = description.fields().allSatisfy { PostgresType.isReadableInBinary($0.type) }
        let statement = StatementCache.Statement(name: name, isBinary: isBinary)
        if let evicted = statements.insert(statement, for: key) { try run("deallocate \(evicted)") }
        return statement
    }

    /// Waits for the answer to what was sent.
    private borrowing func receive(sent: Int32, statement: String) throws(PostgresError) -> ResultSet {
        guard sent == 1 else { throw failure() }
        let deadline = patience.map { ContinuousClock.now.advanced(by: $0) }
        var last: ResultSet?
        var problem: PostgresError?
        while let result = try next(until: deadline) {
            switch result.status {
            case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE:
                // After FATAL libpq adds an error of its own; the server's words are the first.
                problem = problem ?? result.error(statement: statement)
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                // The connection is left in the middle of it, so it is not idle and will not be used again.
                throw PostgresError(.misuse, "COPY is not supported")
            default:
                break
            }
            last = consume result
        }
        if let problem { throw problem }
        guard let last else { throw failure() }
        return last
    }

    /// The next result, waited for until the deadline; nil at the end of a statement's.
    borrowing func next(until deadline: ContinuousClock.Instant?) throws(PostgresError) -> ResultSet? {
        while unsafe PQisBusy(raw) == 1 { try waitForInput(until: deadline) }
        guard let next = unsafe PQgetResult(raw) else { return nil }
        return unsafe ResultSet(next)
    }

    /// Reads what the server has sent, waiting for it until the deadline.
    ///
    /// The server's own `statement_timeout` is shorter: only a server that stands still runs into this one.
    private borrowing func waitForInput(until deadline: ContinuousClock.Instant?) throws(PostgresError) {
        var descriptor = unsafe pollfd(fd: PQsocket(raw), events: Int16(POLLIN), revents: 0)
        let remaining = deadline.map { Milliseconds(until: $0) }
        let ready = unsafe poll(&descriptor, 1, remaining?.count ?? -1)
        if ready == 0, let deadline, ContinuousClock.now >= deadline {
            throw PostgresError(.connectionLost, "the server did not answer in time")
        }
        guard ready != 0 else { return }
        guard unsafe PQconsumeInput(raw) == 1 else { throw failure() }
    }

    /// The error libpq itself reports.
    borrowing func failure() -> PostgresError {
        let message = unsafe String(cString: PQerrorMessage(raw))
        return PostgresError(unsafe PQstatus(raw) == CONNECTION_OK ? .misuse : .connectionLost, message)
    }
}
