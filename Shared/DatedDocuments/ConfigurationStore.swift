import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// The dated documents laid down, each for good; where none is, what the service brings along is followed.
package struct ConfigurationStore: Sendable {
    /// A store; the service's migrations make its table.
    package init() {}

    /// One of them with who laid it down when.
    struct Row<Kind: DatedDocumentKind> {
        let id: UUID
        let record: ConfigurationRecord<Kind>
        /// Its canonical bytes.
        let document: String
    }

    /// The document followed on a day: of those in force the one in force latest, and of one day the one laid down last.
    package func inForce<Document: DatedDocument>(
        _: Document.Type,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> Document where Document.Kind: BuiltInKind {
        let rows = try tx.query(
            """
            SELECT document FROM configuration WHERE kind = \(Document.kind.rawValue) AND in_force_from <= \(day.description)::date
            ORDER BY in_force_from DESC, id DESC LIMIT 1
            """
        )
        guard let row = rows.first else { return try BuiltInConfiguration.document() }
        let text: String = try row.decode("document")
        return try WireFormat.decode(from: Array(text.utf8))
    }

    /// All of a kind, those followed latest first.
    func all<Kind: DatedDocumentKind>(_ kind: Kind, in tx: borrowing Transaction) throws -> [Row<Kind>] {
        try tx.query(
            """
            SELECT id, state, document FROM configuration WHERE kind = \(kind.rawValue)
            ORDER BY in_force_from DESC, id DESC
            """
        ).map { try Row(id: $0.decode("id"), record: $0.json("state"), document: $0.decode("document")) }
    }

    /// Keeps a document laid down just now; false where the very same was before.
    func insert<Kind: DatedDocumentKind>(
        _ made: Stored<ConfigurationRecord<Kind>>,
        document: String,
        in tx: borrowing Transaction
    ) throws -> Bool {
        guard case .laidDown(let kind, let digest, let from, _, _) = made.state else { return false }
        let inserted = try tx.execute(
            """
            INSERT INTO configuration (id, kind, digest, in_force_from, document, state, version)
            VALUES (\(made.id), \(kind.rawValue), \(digest), \(from.description)::date, \(document),
                \(JSON(made.state))::jsonb, \(made.newVersion))
            ON CONFLICT (kind, digest) DO NOTHING
            """
        )
        return inserted == 1
    }
}
