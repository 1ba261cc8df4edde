import Contracts
import Foundation
import Kernel
import Postgres
import Statements

/// The lists that were published, every version.
struct PublishedListStore: Sendable {
    /// A list as it was published.
    struct Published {
        let version: Int
        let issuedAt: Date
        /// By which keys of the bureau, and over what; nothing changed while it is the same.
        let content: String
        /// The signed list in JSON.
        let document: String
    }

    /// The newest of a kind, nil before the first.
    func newest(_ kind: SignedList.Kind, in tx: borrowing Transaction) throws -> Published? {
        try tx.query(
            """
            SELECT version, issued_at, content, document FROM published_list WHERE kind = \(kind.row)
            ORDER BY version DESC LIMIT 1
            """
        ).first.map(Self.read)
    }

    /// A version of a kind.
    func find(_ kind: SignedList.Kind, _ version: Int, in tx: borrowing Transaction) throws -> Published? {
        try tx.query(
            """
            SELECT version, issued_at, content, document FROM published_list
            WHERE kind = \(kind.row) AND version = \(version)
            """
        ).first.map(Self.read)
    }

    /// Keeps a list signed just now, and of status lists only those of the last days: they change every hour.
    func keep(_ list: Published, _ kind: SignedList.Kind, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO published_list (kind, version, issued_at, content, document)
            VALUES (\(kind.row), \(list.version), \(list.issuedAt), \(list.content), \(list.document))
            """
        )
        guard kind == .status else { return }
        let kept = list.issuedAt.addingTimeInterval(-30 * 86_400)
        try tx.execute("DELETE FROM published_list WHERE kind = \(kind.row) AND issued_at < \(kept)")
    }

    private static func read(_ row: Row) throws -> Published {
        try Published(
            version: row.decode("version"),
            issuedAt: row.decode("issued_at"),
            content: row.decode("content"),
            document: row.decode("document")
        )
    }
}

extension SignedList.Kind {
    /// What rows name it by, whatever form the list has.
    var row: String {
        switch self {
        case .trust: "gongjiang.trust-list"
        case .status: "gongjiang.status-list"
        }
    }
}
