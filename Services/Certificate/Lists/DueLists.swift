import Postgres
import Statements

/// Which lists have to be published again; a row more is no harm, so nobody waits for anybody.
struct DueLists: Sendable {
    /// Something on a list of this kind changed.
    func note(_ kind: SignedList.Kind, in tx: borrowing Transaction) throws {
        try tx.execute("INSERT INTO list_due (kind) VALUES (\(kind.row))")
    }

    /// Whether something changed since the last time this was asked.
    func take(_ kind: SignedList.Kind, in tx: borrowing Transaction) throws -> Bool {
        try tx.execute("DELETE FROM list_due WHERE kind = \(kind.row)") > 0
    }
}
