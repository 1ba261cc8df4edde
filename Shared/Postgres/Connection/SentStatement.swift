/// The statement that was sent on a connection and not answered yet; there is at most one.
///
/// Confined to the connection's actor.
final class UnansweredStatement {
    private var statement: SentStatement?
    /// Why nothing may be committed, where a statement affected another number of rows than it had to.
    var objection: (any Error)?

    func note(_ statement: SentStatement) { self.statement = statement }

    /// Gives it out once.
    func take() -> SentStatement? {
        defer { statement = nil }
        return statement
    }
}

/// A statement the server is at.
struct SentStatement {
    let key: StatementCache.Key
    /// Whether it was prepared earlier, so that a table can have been altered under it.
    let wasPrepared: Bool
    /// How many rows it has to affect, and what is thrown where it affects another number.
    var expected: (rows: Int, otherwise: any Error)?
}
