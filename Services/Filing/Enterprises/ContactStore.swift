import Cryptography
import Foundation
import Kernel
import Postgres

/// Whom to call at an enterprise.
struct Contact: Hashable, Sendable, Codable {
    let name: String
    let telephone: String
}

/// The rows of ``Contact``, with the telephone sealed for the enterprise's row.
struct ContactStore: Sendable {
    let cipher: FieldCipher

    /// Keeps the contact of a new enterprise.
    func add(_ contact: Contact, of enterprise: UUID, in tx: borrowing Transaction) throws {
        let telephone = try cipher.seal(contact.telephone, of: enterprise.lowercase)
        try tx.execute(
            """
            INSERT INTO enterprise_contact (enterprise, name, telephone)
            VALUES (\(enterprise), \(contact.name), \(telephone))
            """
        )
    }

    /// The contacts of these enterprises.
    func load(_ enterprises: [UUID], in tx: borrowing Transaction) throws -> [UUID: Contact] {
        let rows = try tx.query(
            "SELECT enterprise, name, telephone FROM enterprise_contact WHERE enterprise = ANY (\(enterprises))"
        )
        var contacts: [UUID: Contact] = [:]
        for row in rows {
            let enterprise: UUID = try row["enterprise"]
            let telephone = try cipher.open(try row["telephone"], of: enterprise.lowercase)
            contacts[enterprise] = Contact(name: try row["name"], telephone: telephone)
        }
        return contacts
    }
}
