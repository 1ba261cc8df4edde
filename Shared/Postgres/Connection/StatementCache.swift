/// The prepared statements of one connection, the least recently used forgotten first.
///
/// Confined to the connection's actor.
final class StatementCache {
    /// What makes two statements the same.
    struct Key: Hashable {
        let text: String
        let types: [UInt32]
    }

    struct Statement {
        let name: String
        /// Whether every result column can be read in binary form.
        let isBinary: Bool
        fileprivate(set) var lastUse: UInt64 = 0
    }

    private let capacity: Int
    private var statements: [Key: Statement] = [:]
    private var uses: UInt64 = 0
    private var made: UInt64 = 0

    init(capacity: Int = 256) { self.capacity = capacity }

    var count: Int { statements.count }

    /// A name no statement of this connection has had.
    func newName() -> String {
        made += 1
        return "s\(made)"
    }

    func find(_ key: Key) -> Statement? {
        guard var statement = statements.removeValue(forKey: key) else { return nil }
        uses += 1
        statement.lastUse = uses
        statements[key] = statement
        return statement
    }

    /// Remembers a statement, and returns the name of one to deallocate when there are too many.
    func insert(_ statement: Statement, for key: Key) -> String? {
        uses += 1
        var statement = statement
        statement.lastUse = uses
        var evicted: String?
        if statements.count >= capacity, let oldest = statements.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            statements[oldest.key] = nil
            evicted = oldest.value.name
        }
        statements[key] = statement
        return evicted
    }

    /// Forgets a statement the server no longer accepts.
    func forget(_ key: Key) { statements[key] = nil }
}
