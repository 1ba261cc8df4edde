import Cryptography
import FilingDomain
import Foundation
import Kernel
import Postgres

/// Whom to call at an enterprise, and about what.
struct Contact: Hashable, Sendable, Codable {
    let purpose: ContactPurpose
    let name: String
    let telephone: String
    let email: String?

    init(purpose: ContactPurpose, name: String, telephone: String, email: String? = nil) {
        self.purpose = purpose
        self.name = name
        self.telephone = telephone
        self.email = email
    }
}

/// The rows of ``Contact``: personal data, so each name and number is sealed for the enterprise's row and none is in its
/// history.
struct ContactStore: Sendable {
    let cipher: FieldCipher

    /// Keeps these in place of those there were.
    func replace(_ contacts: [Contact], of enterprise: UUID, in tx: borrowing Transaction) throws {
        try tx.execute("DELETE FROM enterprise_contact WHERE enterprise = \(enterprise)")
        guard !contacts.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO enterprise_contact (enterprise, place, purpose, name_sealed, telephone, email)
            SELECT \(enterprise)::uuid, * FROM unnest(
                \(Array(contacts.indices))::int[], \(contacts.map(\.purpose.rawValue))::text[],
                \(try contacts.map { try seal($0.name, of: enterprise) })::bytea[],
                \(try contacts.map { try seal($0.telephone, of: enterprise) })::bytea[],
                \(try contacts.map { try $0.email.map { try seal($0, of: enterprise) } })::bytea[])
            """
        )
    }

    /// The contacts of these enterprises, in the order they were written.
    func load(_ enterprises: [UUID], in tx: borrowing Transaction) throws -> [UUID: [Contact]] {
        let rows = try tx.query(
            """
            SELECT enterprise, purpose, name, name_sealed, telephone, email FROM enterprise_contact
            WHERE enterprise = ANY (\(enterprises)) ORDER BY enterprise, place
            """
        )
        var contacts: [UUID: [Contact]] = [:]
        for row in rows {
            let enterprise: UUID = try row["enterprise"]
            func open(_ column: String) throws -> String? {
                try row.decode(column, as: [UInt8]?.self).map { try cipher.open($0, of: enterprise.lowercase) }
            }
            contacts[enterprise, default: []].append(
                Contact(
                    purpose: ContactPurpose(rawValue: try row["purpose"]) ?? .general,
                    // A name kept before names were sealed is in clear until its turn comes.
                    name: try open("name_sealed") ?? row.decode("name", as: String?.self) ?? "",
                    telephone: try open("telephone") ?? "",
                    email: try open("email")
                )
            )
        }
        return contacts
    }

    /// Seals names that were kept in clear, some at a time; true where more is left.
    func sealNames(in tx: borrowing Transaction) throws -> Bool {
        let rows = try tx.query(
            """
            SELECT id, enterprise, name FROM enterprise_contact WHERE name IS NOT NULL
            ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED
            """
        )
        guard !rows.isEmpty else { return false }
        let sealed: [(UUID, [UInt8])] = try rows.map { row in
            (try row["id"], try seal(row.decode("name"), of: row.decode("enterprise")))
        }
        try tx.execute(
            """
            UPDATE enterprise_contact AS kept SET name = NULL, name_sealed = new.name
            FROM unnest(\(sealed.map(\.0))::uuid[], \(sealed.map(\.1))::bytea[]) AS new (id, name) WHERE kept.id = new.id
            """
        )
        return sealed.count == 500
    }

    private func seal(_ text: String, of enterprise: UUID) throws -> [UInt8] {
        try cipher.seal(text, of: enterprise.lowercase)
    }
}
