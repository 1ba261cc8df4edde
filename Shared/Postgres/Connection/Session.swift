/// A connection without a transaction, lent to the body of ``PostgresPool/session(_:)``.
///
/// Each statement commits by itself. For advisory locks and for statements that cannot run in a transaction.
package struct Session: Querying, ~Copyable {
    private let handle: Handle

    init(_ handle: consuming Handle) { self.handle = handle }

    /// Executes a statement and returns the number of rows it affected.
    @discardableResult
    package borrowing func execute(_ sql: SQL) throws -> Int { try handle.execute(sql).affectedRows }

    /// Executes a statement and returns its rows.
    package borrowing func query(_ sql: SQL) throws -> Rows { Rows(try handle.execute(sql)) }

    /// Ends the session, and hands the connection back when it can be used again.
    ///
    /// - Parameter isShared: Whether others use the connection afterwards; locks and settings are then undone.
    /// - Returns: The connection, or nil when it is closed.
    consuming func end(isShared: Bool) -> Handle? {
        guard handle.isIdle else { return nil }
        if isShared, (try? handle.run("select pg_advisory_unlock_all(); reset all")) == nil { return nil }
        return handle
    }

    /// Opens a connection on the calling thread, which must be one that may block, for the time of `body`.
    package static func onThisThread<Value>(
        _ configuration: PostgresConfiguration,
        _ body: (borrowing Session) throws -> Value
    ) throws -> Value {
        let session = Session(try Handle(configuration))
        return try body(session)
    }
}
