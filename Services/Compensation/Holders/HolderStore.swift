import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The persons of determinations, with their certificates: loads and saves sets of them.
struct HolderStore {
    /// One person of one determination.
    struct Key: Hashable {
        let determination: UUID
        let person: UUID
    }

    /// Those that exist, locked, by key.
    func load(_ keys: [Key], in tx: borrowing Transaction) throws -> [Key: Stored<Holder>] {
        let rows = try tx.query(
            """
            SELECT id, version, state::text AS state, determination, person FROM holder
            WHERE (determination, person) IN (
                SELECT * FROM unnest(\(keys.map(\.determination))::uuid[], \(keys.map(\.person))::uuid[]))
            ORDER BY id FOR UPDATE
            """
        )
        let found = try rows.map { row in
            (
                Key(determination: try row.decode("determination"), person: try row.decode("person")),
                try row.stored(Holder.self)
            )
        }
        return Dictionary(found) { $1 }
    }

    /// All of a person, locked.
    func load(person: UUID, in tx: borrowing Transaction) throws -> [Stored<Holder>] {
        try tx.query(
            "SELECT id, version, state::text AS state FROM holder WHERE person = \(person) ORDER BY id FOR UPDATE"
        ).map { try $0.stored() }
    }

    /// The one an appointment of a person rests on, to be read.
    func find(appointment: UUID, person: UUID, in tx: borrowing Transaction) throws -> Holder? {
        try tx.query("SELECT id, version, state::text AS state FROM holder WHERE person = \(person)")
            .map { try $0.stored(Holder.self).state }
            .first { holder in holder.seats.contains { $0.appointment == appointment } }
    }

    /// A page of those without an appointment, oldest first, of one enterprise where given.
    func pageOfFree(
        creditCode: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Holder>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM holder
            WHERE phase <> 'appointed' AND (\(creditCode)::text IS NULL OR credit_code = \(creditCode)::text)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map { try $0.stored() }
    }

    /// Writes what was decided about some holders.
    ///
    /// - Throws: `VersionMismatch` when one was changed since it was loaded.
    func save(_ changed: [Stored<Holder>], in tx: borrowing Transaction) throws {
        let new = changed.filter { $0.version == 0 && !$0.events.isEmpty }
        let old = changed.filter { $0.version > 0 && !$0.events.isEmpty }
        if !new.isEmpty { try insert(new, in: tx) }
        guard let first = old.first else { return }
        let updated = try tx.execute(
            """
            UPDATE holder SET version = t.version, certificate = t.certificate, phase = t.phase, state = t.state::jsonb
            FROM unnest(
                \(old.map(\.id))::uuid[], \(old.map(\.version))::int[], \(old.map(\.newVersion))::int[],
                \(old.map(\.state.certificate?.id))::uuid[], \(old.map(\.state.phase.rawValue))::text[],
                \(try old.map { try Column.text($0.state) })::text[])
                AS t(id, loaded, version, certificate, phase, state)
            WHERE holder.id = t.id AND holder.version = t.loaded
            """
        )
        guard updated == old.count else { throw VersionMismatch(expected: first.version, actual: first.newVersion) }
    }

    private func insert(_ new: [Stored<Holder>], in tx: borrowing Transaction) throws {
        let identified = new.compactMap { holder in holder.state.identity.map { (holder, $0) } }
        try tx.execute(
            """
            INSERT INTO holder (id, version, phase, state, determination, person, certificate, credit_code)
            SELECT id, version, phase, state::jsonb, determination, person, certificate, credit_code FROM unnest(
                \(identified.map(\.0.id))::uuid[], \(identified.map(\.0.newVersion))::int[],
                \(identified.map(\.0.state.phase.rawValue))::text[],
                \(try identified.map { try Column.text($0.0.state) })::text[],
                \(identified.map(\.1.key.determination))::uuid[], \(identified.map(\.1.key.person))::uuid[],
                \(identified.map(\.0.state.certificate?.id))::uuid[], \(identified.map(\.1.creditCode))::text[])
                AS t(id, version, phase, state, determination, person, certificate, credit_code)
            """
        )
    }
}

extension Holder {
    /// What a holder is found by, and whose it is; nil for one nothing is known of.
    fileprivate var identity: (key: HolderStore.Key, creditCode: String)? {
        if let determination {
            return (
                .init(determination: determination.id, person: determination.person), determination.employer.creditCode
            )
        }
        return certificate.map {
            (.init(determination: $0.determination, person: $0.person), $0.issuer.creditCode)
        }
    }
}
