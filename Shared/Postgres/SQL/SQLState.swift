/// A five-character error code of the SQL standard and of PostgreSQL (Appendix A of its manual).
///
/// Errors are told apart by this and never by their text, which depends on the server's language.
package struct SQLState: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The five characters.
    package let rawValue: String

    /// Takes the five characters as they are.
    package init(rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }

    /// 08003: there is no connection; here, the pool is closed.
    package static let connectionDoesNotExist = SQLState(rawValue: "08003")
    /// 08006: the connection was lost, or could not be made.
    package static let connectionFailure = SQLState(rawValue: "08006")
    /// 08007: whether the transaction was committed could not be found out.
    package static let transactionResolutionUnknown = SQLState(rawValue: "08007")
    /// 0A000: not supported; also a prepared statement whose result type has changed.
    package static let featureNotSupported = SQLState(rawValue: "0A000")
    /// 22021: text that the encoding cannot hold, such as a zero character.
    package static let characterNotInRepertoire = SQLState(rawValue: "22021")
    /// 22P02: text that is no value of the type.
    package static let invalidTextRepresentation = SQLState(rawValue: "22P02")
    /// 23502: NULL where there must be a value.
    package static let notNullViolation = SQLState(rawValue: "23502")
    /// 23503: a reference to a row that does not exist.
    package static let foreignKeyViolation = SQLState(rawValue: "23503")
    /// 23505: the key exists already.
    package static let uniqueViolation = SQLState(rawValue: "23505")
    /// 23514: a check does not hold.
    package static let checkViolation = SQLState(rawValue: "23514")
    /// 25P02: a statement after an error, in a transaction that can only be rolled back.
    package static let inFailedTransaction = SQLState(rawValue: "25P02")
    /// 26000: a prepared statement the server does not know.
    package static let invalidStatementName = SQLState(rawValue: "26000")
    /// 28P01: the password is wrong.
    package static let invalidPassword = SQLState(rawValue: "28P01")
    /// 3D000: the database does not exist.
    package static let invalidCatalogName = SQLState(rawValue: "3D000")
    /// 40001: concurrent transactions got into each other's way; run it again.
    package static let serializationFailure = SQLState(rawValue: "40001")
    /// 40P01: a deadlock, of which this transaction was the victim; run it again.
    package static let deadlockDetected = SQLState(rawValue: "40P01")
    /// 42501: the role may not do this.
    package static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// 42601: the statement is no SQL.
    package static let syntaxError = SQLState(rawValue: "42601")
    /// 42703: no such column.
    package static let undefinedColumn = SQLState(rawValue: "42703")
    /// 42P01: no such table.
    package static let undefinedTable = SQLState(rawValue: "42P01")
    /// 42P04: the database exists already.
    package static let duplicateDatabase = SQLState(rawValue: "42P04")
    /// 42710: the object exists already.
    package static let duplicateObject = SQLState(rawValue: "42710")
    /// 55006: the object is in use.
    package static let objectInUse = SQLState(rawValue: "55006")
    /// 55P03: a lock was not had in time.
    package static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// 57014: the statement was cancelled, or ran into `statement_timeout`.
    package static let queryCanceled = SQLState(rawValue: "57014")

    /// Matches an error by its state, so that `catch SQLState.uniqueViolation` can be written.
    package static func ~= (state: SQLState, error: any Error) -> Bool {
        (error as? PostgresError)?.state == state
    }
}
