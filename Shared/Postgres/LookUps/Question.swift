import Synchronization

/// A statement that only asks, and what came of it.
final class Question: Sendable {
    let sql: SQL
    private let kept = Mutex<Result<Rows, any Error>?>(nil)

    init(_ sql: SQL) { self.sql = sql }

    /// Nil until it is answered.
    var answer: Result<Rows, any Error>? {
        get { kept.withLock { $0 } }
        set { kept.withLock { $0 = newValue } }
    }
}
