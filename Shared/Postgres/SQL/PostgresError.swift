/// What went wrong between this program and PostgreSQL.
///
/// `description` is fit to be shown to anyone: it names the state and the schema's objects, never a value. `debugDescription`
/// holds the server's words, which quote values; it belongs in a debugger.
package struct PostgresError: Error, Sendable {
    /// What happened, as far as a caller can act on it.
    package enum Kind: Hashable, Sendable {
        /// The server refused a statement; the transaction is rolled back.
        case server(SQLState)
        /// There is no connection, or it broke before COMMIT was sent or was found to be rolled back: nothing was committed.
        case connectionLost
        /// The connection broke during COMMIT, and the outcome could not be found out in time.
        case ambiguousCommit
        /// The pool or connection was closed.
        case closed
        /// The module was used in a way it forbids, such as ending a transaction by a statement.
        case misuse
    }

    /// What happened.
    package let kind: Kind
    /// The server's or libpq's words; may quote values.
    package var message: String
    /// The server's details; may quote values.
    package var detail: String?
    /// The constraint concerned.
    package var constraint: String?
    /// The table concerned.
    package var table: String?
    /// The column concerned.
    package var column: String?
    /// The text of the statement, without its parameters.
    package var statement: String?

    /// - Parameters:
    ///   - kind: What happened.
    ///   - message: The words of the server, of libpq or of this module.
    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// The SQLSTATE; for what the server did not say itself, the standard's code for it.
    package var state: SQLState {
        switch kind {
        case .server(let state): state
        case .connectionLost: .connectionFailure
        case .ambiguousCommit: .transactionResolutionUnknown
        case .closed: .connectionDoesNotExist
        case .misuse: SQLState(rawValue: "25000")
        }
    }

    /// Whether running the whole transaction again can help.
    var isWorthRetrying: Bool {
        kind == .server(.serializationFailure) || kind == .server(.deadlockDetected)
    }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String {
        let what =
            switch kind {
            case .server(let state): "PostgreSQL refused a statement with state \(state)"
            case .connectionLost: "the connection to PostgreSQL was lost"
            case .ambiguousCommit: "the connection to PostgreSQL was lost during COMMIT, and the outcome is not known"
            case .closed: "the connection to PostgreSQL is closed"
            case .misuse: message
            }
        let objects = [("table", table), ("column", column), ("constraint", constraint)]
            .compactMap { name, value in value.map { "\(name) \($0)" } }
        return objects.isEmpty ? what : what + " (" + objects.joined(separator: ", ") + ")"
    }

    package var debugDescription: String {
        [description, message, detail, statement.map { "in: \($0)" }].compactMap(\.self).joined(separator: "\n")
    }
}
