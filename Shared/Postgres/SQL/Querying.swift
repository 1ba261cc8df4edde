/// What rows can be asked of: a transaction, or a connection without one.
package protocol Querying: ~Copyable {
    /// Executes a statement and returns its rows.
    borrowing func query(_ sql: SQL) throws -> Rows
}
