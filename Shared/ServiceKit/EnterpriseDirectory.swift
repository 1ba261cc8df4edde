import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// The organisations a service knows, kept from what the filing service tells.
package struct EnterpriseDirectory: Sendable {
    /// One enterprise.
    package struct Entry: Hashable, Sendable {
        /// Its id and credit code.
        package let enterprise: EnterpriseRef
        /// Its registered name.
        package let name: String
        /// The county-level jurisdiction it files under.
        package let jurisdiction: String
    }

    package init() {}

    /// Keeps the directory.
    package static let subscription = Subscription.on(EnterpriseRegistered.self) { registered, tx in
        // Of several facts about one enterprise in a batch the last counts; one statement cannot touch a row twice.
        let facts = Array(Dictionary(registered.map { ($0.message.registered.id, $0.message) }) { $1 }.values)
        try tx.execute(
            """
            INSERT INTO enterprise_directory (id, credit_code, name, jurisdiction)
            SELECT * FROM unnest(
                \(facts.map(\.registered.id))::uuid[], \(facts.map(\.registered.creditCode))::text[],
                \(facts.map(\.enterpriseName))::text[], \(facts.map(\.jurisdiction))::text[])
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, jurisdiction = excluded.jurisdiction
            """
        )
    }

    /// The enterprise of that id, or nil where it is not (yet) known.
    package func find(_ id: UUID, in tx: borrowing Transaction) throws -> Entry? {
        try tx.query("SELECT id, credit_code, name, jurisdiction FROM enterprise_directory WHERE id = \(id)")
            .first.map(entry)
    }

    /// The enterprise of that credit code, or nil where it is not (yet) known.
    package func find(creditCode: String, in tx: borrowing Transaction) throws -> Entry? {
        try tx.query(
            "SELECT id, credit_code, name, jurisdiction FROM enterprise_directory WHERE credit_code = \(creditCode)"
        ).first.map(entry)
    }

    /// The counties or zones of these enterprises, where they are known.
    package func jurisdictions(of enterprises: [UUID], in tx: borrowing Transaction) throws -> [UUID: String] {
        let rows = try tx.query(
            "SELECT id, jurisdiction FROM enterprise_directory WHERE id = ANY (\(enterprises)::uuid[])"
        )
        var jurisdictions: [UUID: String] = [:]
        for row in rows { jurisdictions[try row.decode("id")] = try row.decode("jurisdiction") as String }
        return jurisdictions
    }

    private func entry(_ row: Row) throws -> Entry {
        Entry(
            enterprise: EnterpriseRef(id: try row.decode("id"), creditCode: try row.decode("credit_code")),
            name: try row.decode("name"),
            jurisdiction: try row.decode("jurisdiction")
        )
    }
}
