import Contracts
import Cryptography
import Foundation
import Kernel
import Postgres

/// The person register: the only place that knows names with numbers.
///
/// Numbers and telephones are encrypted for their row; a person is found again by the keyed hash of document type and
/// number, so two persons of one name stay two and one person with one document stays one.
struct PersonRegister: Sendable {
    let keys: KeyRing

    /// Finds or enters each of them, in order.
    ///
    /// - Returns: for each its person, or nil where the document is registered under another name.
    func enrol(_ identities: [PersonalIdentity], in tx: borrowing Transaction) throws -> [UUID?] {
        guard !identities.isEmpty else { return [] }
        let hashes = identities.map { key(of: $0) }
        var known = try known(by: hashes, in: tx)
        let missing = zip(hashes, identities).filter { known[$0.0] == nil }
        if !missing.isEmpty {
            try enter(Dictionary(missing, uniquingKeysWith: { first, _ in first }), in: tx)
            known.merge(try self.known(by: missing.map(\.0), in: tx), uniquingKeysWith: { $1 })
        }
        return zip(hashes, identities).map { hash, identity in
            known[hash].flatMap { $0.name == identity.name ? $0.id : nil }
        }
    }

    /// The names of persons.
    func names(of persons: [UUID], in tx: borrowing Transaction) throws -> [UUID: String] {
        let rows = try tx.query("SELECT id, name FROM person WHERE id = ANY(\(persons))")
        return try Dictionary(rows.map { (try $0.decode("id"), try $0.decode("name")) }, uniquingKeysWith: { $1 })
    }

    /// What a certificate prints of persons; in clear only until it is sealed for the service that needs it.
    func identities(of persons: [UUID], in tx: borrowing Transaction) throws -> [UUID: PersonIdentity] {
        let rows = try tx.query(
            "SELECT id, document_type, document_number FROM person WHERE id = ANY(\(persons))"
        )
        return try Dictionary(
            rows.map { row in
                let id: UUID = try row.decode("id")
                let number = try keys.fields.open(try row.decode("document_number"), of: id.lowercase)
                return (id, PersonIdentity(documentType: try row.decode("document_type"), documentNumber: number))
            },
            uniquingKeysWith: { $1 }
        )
    }

    /// The telephones of persons who named one; in clear only until they are sealed for the service that needs them.
    func telephones(of persons: [UUID], in tx: borrowing Transaction) throws -> [UUID: String] {
        let rows = try tx.query(
            "SELECT id, telephone FROM person WHERE id = ANY(\(persons)) AND telephone IS NOT NULL"
        )
        return try Dictionary(
            rows.map { row in
                let id: UUID = try row.decode("id")
                return (id, try keys.fields.open(try row.decode("telephone"), of: id.lowercase))
            },
            uniquingKeysWith: { $1 }
        )
    }

    /// Who a person is, for a form the person fills in; nil where there is none.
    func identity(of person: UUID, in tx: borrowing Transaction) throws -> PersonalIdentity? {
        let rows = try tx.query(
            "SELECT name, document_type, document_number, telephone FROM person WHERE id = \(person)"
        )
        return try rows.first.map { row in
            let telephone: [UInt8]? = try row.decode("telephone")
            return PersonalIdentity(
                name: try row.decode("name"),
                documentType: try row.decode("document_type"),
                documentNumber: try keys.fields.open(try row.decode("document_number"), of: person.lowercase),
                telephone: try telephone.map { try keys.fields.open($0, of: person.lowercase) }
            )
        }
    }

    /// The keyed hash a person is found by.
    func key(of identity: PersonalIdentity) -> [UInt8] {
        keys.index.of("\(identity.documentType)\u{1F}\(identity.documentNumber)")
    }

    /// Enters those not there yet; in the order of their hashes, so that two imports at once cannot lock each other out.
    private func enter(_ identities: [[UInt8]: PersonalIdentity], in tx: borrowing Transaction) throws {
        let rows = try identities.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { hash in
            try identities[hash].map { identity in
                let id = NewID.v7()
                return (
                    id: id, hash: hash, identity: identity,
                    number: try keys.fields.seal(identity.documentNumber, of: id.lowercase),
                    telephone: try identity.telephone.map { try keys.fields.seal($0, of: id.lowercase) }
                )
            }
        }
        guard !rows.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO person (id, name, document_type, document_hash, document_number, telephone)
            SELECT * FROM unnest(
                \(rows.map(\.id))::uuid[], \(rows.map(\.identity.name))::text[],
                \(rows.map(\.identity.documentType))::text[], \(rows.map(\.hash))::bytea[],
                \(rows.map(\.number))::bytea[], \(rows.map(\.telephone))::bytea[])
            ON CONFLICT (document_hash) DO NOTHING
            """
        )
    }

    private func known(
        by hashes: [[UInt8]],
        in tx: borrowing Transaction
    ) throws -> [[UInt8]: (id: UUID, name: String, telephone: [UInt8]?)] {
        let rows = try tx.query(
            "SELECT id, name, document_hash, telephone FROM person WHERE document_hash = ANY(\(hashes)::bytea[])"
        )
        return try Dictionary(
            rows.map { row in
                (
                    try row.decode("document_hash"),
                    (id: try row.decode("id"), name: try row.decode("name"), telephone: try row.decode("telephone"))
                )
            },
            uniquingKeysWith: { $1 }
        )
    }

    /// Takes telephones that are new or others than before; asked for those whose application was taken, and no others.
    func renewTelephones(of identities: [PersonalIdentity], in tx: borrowing Transaction) throws {
        let identities = identities.filter { $0.telephone != nil }
        guard !identities.isEmpty else { return }
        let hashes = identities.map { key(of: $0) }
        let known = try known(by: hashes, in: tx)
        var renewed: [UUID: [UInt8]] = [:]
        for (hash, identity) in zip(hashes, identities) {
            guard let telephone = identity.telephone, let person = known[hash], person.name == identity.name else {
                continue
            }
            let before = try person.telephone.map { try keys.fields.open($0, of: person.id.lowercase) }
            if before != telephone { renewed[person.id] = try keys.fields.seal(telephone, of: person.id.lowercase) }
        }
        guard !renewed.isEmpty else { return }
        let ids = renewed.keys.sorted { $0.uuidString < $1.uuidString }
        try tx.execute(
            """
            UPDATE person SET telephone = n.telephone
            FROM unnest(\(ids)::uuid[], \(ids.map { renewed[$0] })::bytea[]) AS n (id, telephone)
            WHERE person.id = n.id
            """
        )
    }
}

/// Who somebody is: personal data, never logged, never in a fact in clear.
struct PersonalIdentity: Sendable, CustomReflectable {
    /// In its one form.
    let name: String
    let documentType: String
    /// Normalised.
    let documentNumber: String
    let telephone: String?

    /// Nothing, so that no dump shows a number.
    var customMirror: Mirror { Mirror(self, children: []) }
}
