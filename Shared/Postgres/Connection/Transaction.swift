/// A transaction, lent to the body of ``PostgresPool/transaction(_:)``.
///
/// It cannot be copied, kept or awaited across. What is executed in it takes effect together when the body returns, or not at
/// all when it throws.
package struct Transaction: Querying, ~Copyable {
    private let handle: Handle
    private let companions = Companions()
    private let failure = FirstFailure()

    init(begin handle: consuming Handle) throws(PostgresError) {
        try handle.begin()
        self.handle = handle
    }

    /// Executes a statement and returns the number of rows it affected.
    @discardableResult
    package borrowing func execute(_ sql: SQL) throws -> Int {
        try remembering { try handle.execute(sql).affectedRows }
    }

    /// Sends a statement and goes on while the server executes it: for a write of which nobody asks how many rows it affected.
    ///
    /// The next statement waits for it. What it throws is thrown by that one, or instead of the COMMIT.
    package borrowing func send(_ sql: SQL) throws {
        try remembering { try handle.send(sql) }
    }

    /// Sends a statement that has to affect so many rows.
    ///
    /// Where it does not, nothing is committed, and `otherwise` is thrown instead.
    package borrowing func send(_ sql: SQL, affecting rows: Int, otherwise: any Error) throws {
        try remembering { try handle.send(sql, expecting: (rows, otherwise)) }
    }

    /// Executes a statement that may fail with `state`, and then leaves everything as it was before.
    ///
    /// - Returns: The number of rows it affected; nil when it failed so.
    package borrowing func execute(_ sql: SQL, undoingOn state: SQLState) throws -> Int? {
        try remembering {
            try handle.run("savepoint attempt")
            do {
                let count = try handle.execute(sql).affectedRows
                try handle.run("release attempt")
                return count
            } catch let error as PostgresError where error.state == state {
                try handle.run("rollback to attempt; release attempt")
                return nil
            }
        }
    }

    /// Executes a statement and returns its rows.
    package borrowing func query(_ sql: SQL) throws -> Rows {
        try remembering { Rows(try handle.execute(sql)) }
    }

    /// The transaction's companion of a type, made on first use.
    package borrowing func companion<Companion: TransactionCompanion>(_ type: Companion.Type) -> Companion {
        companions.find(type)
    }

    /// Runs `body` with companions of its own, writes what they collected, and keeps it all or undoes it all, as the body says.
    ///
    /// What would come of something is shown by what is undone.
    ///
    /// - Returns: The value the body returned.
    /// - Throws: What the body or a companion threw; then everything is undone too.
    package borrowing func provisionally<Value>(
        _ body: (borrowing Transaction) throws -> (value: Value, isKept: Bool)
    ) throws -> Value {
        try remembering { _ = try handle.run("savepoint provisional") }
        let before = companions.setAside()
        let objection = handle.objection
        defer { companions.bringBack(before) }
        do {
            let (value, isKept) = try body(self)
            while let companion = companions.next() { try companion.flush(in: self) }
            try remembering { try handle.settle() }
            if isKept, let objection = handle.objection { throw objection }
            let ending = isKept ? "release provisional" : "rollback to provisional; release provisional"
            try remembering { _ = try handle.run(ending) }
            handle.objection = objection
            return value
        } catch {
            try? handle.settle()
            _ = try? handle.run("rollback to provisional; release provisional")
            handle.objection = objection
            throw error
        }
    }

    /// Executes a text of several statements; only migrations do.
    borrowing func run(script: String) throws {
        try remembering { _ = try handle.run(script) }
    }

    /// Whether the transaction is still open; a script can have ended it.
    var isOpen: Bool { handle.isInTransaction }

    /// Flushes the companions and makes sure that there is something to commit.
    ///
    /// A body that swallowed an error has left a transaction the server would answer COMMIT with ROLLBACK; the first error is
    /// thrown instead.
    borrowing func prepareCommit() throws -> PendingCommit {
        while let companion = companions.next() { try companion.flush(in: self) }
        try remembering { try handle.settle() }
        if let objection = handle.objection { throw objection }
        if handle.isInFailedTransaction, let first = failure.error { throw first }
        guard handle.isInTransaction else {
            throw failure.error ?? PostgresError(.misuse, "a statement ended the transaction")
        }
        let id = try handle.run("select pg_current_xact_id_if_assigned()").string(0, 0)
        return PendingCommit(transaction: id, processID: handle.processID)
    }

    /// What to throw for an error the body threw: the server's own when it tells to run the transaction again.
    borrowing func cause(of error: any Error) -> any Error {
        if let first = failure.error, first.isWorthRetrying || first.kind == .connectionLost { return first }
        // What failed behind a statement that missed its rows failed because of that.
        return handle.objection ?? error
    }

    /// Commits, and hands the connection back when it can still be used.
    consuming func commit() -> Ending {
        do {
            let tag = try handle.run("commit").commandTag
            guard tag == "COMMIT" else {
                return .refused(PostgresError(.misuse, "COMMIT was answered with \(tag)"), handle)
            }
            return .committed(handle)
        } catch  where error.kind == .connectionLost {
            return .lost(error)
        } catch {
            return handle.isIdle ? .refused(error, handle) : .lost(error)
        }
    }

    /// Rolls back, and hands the connection back when that succeeded.
    consuming func rollback() -> Handle? {
        try? handle.settle()
        if !handle.isIdle { _ = try? handle.run("rollback") }
        guard handle.isIdle else { return nil }
        return handle
    }

    private borrowing func remembering<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as PostgresError {
            failure.remember(error)
            throw error
        }
    }
}

/// How a COMMIT ended.
enum Ending: ~Copyable {
    case committed(Handle)
    /// The server said no: nothing was committed.
    case refused(PostgresError, Handle)
    /// The connection broke before an answer came.
    case lost(PostgresError)
}

/// The first error of a transaction; later ones only say that there was one.
private final class FirstFailure {
    private(set) var error: PostgresError?

    func remember(_ error: PostgresError) {
        if self.error == nil { self.error = error }
    }
}
