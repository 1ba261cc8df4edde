import Cryptography
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Puts the enterprises of a list on the register, all in a few statements.
struct RegisterEnterprises: Sendable {
    let enterprises: EnterpriseStore
    let contacts: ContactStore
    let journal: Journal
    let announce: AnnounceEnterprise

    /// An enterprise with whom to call.
    struct New: Sendable {
        let particulars: EnterpriseParticulars
        let contact: Contact
    }

    /// Registers enterprises that are not on the register.
    ///
    /// - Returns: They by their credit codes.
    /// - Throws: ``Enterprise/Rejection/alreadyRegistered`` where somebody else was quicker.
    func callAsFunction(
        _ new: [New],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [String: Stored<Enterprise>] {
        guard !new.isEmpty else { return [:] }
        let registered = try new.map { one in
            var enterprise = Stored<Enterprise>(new: NewID.v7())
            try enterprise.handle(.register(particulars: one.particulars, units: [], on: cause.today))
            return enterprise
        }
        try enterprises.add(registered, in: tx)
        try contacts.add(Array(zip(registered.map(\.id), new.map(\.contact))), in: tx)
        try journal.append(registered, of: "enterprise", because: cause, in: tx)
        for enterprise in registered { try announce.registered(enterprise, because: cause, in: tx) }
        let pairs = registered.compactMap { one in one.state.particulars.map { ($0.creditCode.text, one) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

extension ContactStore {
    /// Keeps the first contact of each of some new enterprises, in one statement.
    func add(_ contacts: [(UUID, Contact)], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO enterprise_contact (enterprise, purpose, name_sealed, telephone)
            SELECT * FROM unnest(
                \(contacts.map(\.0))::uuid[], \(contacts.map(\.1.purpose.rawValue))::text[],
                \(try contacts.map { try cipher.seal($0.1.name, of: $0.0.lowercase) })::bytea[],
                \(try contacts.map { try cipher.seal($0.1.telephone, of: $0.0.lowercase) })::bytea[])
            """
        )
    }
}
