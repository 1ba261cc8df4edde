import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// What was attested: loads and saves sets of a month.
struct AttestationStore {
    /// Those of a month and these appointments, locked.
    func load(
        _ month: Month,
        _ appointments: [UUID],
        in tx: borrowing Transaction
    ) throws -> [UUID: Stored<Attestation>] {
        let rows = try tx.query(
            """
            SELECT id, version, appointment, state::text AS state FROM attestation
            WHERE appointment = ANY (\(appointments)::uuid[]) AND month = \(month.first.description)::text::date
            ORDER BY appointment FOR UPDATE
            """
        )
        var found: [UUID: Stored<Attestation>] = [:]
        for row in rows { found[try row.decode("appointment")] = try row.stored() }
        return found
    }

    /// What was attested of these appointments in a month.
    func read(
        _ month: Month,
        _ appointments: [UUID],
        in tx: borrowing Transaction
    ) throws -> [UUID: Stored<Attestation>] {
        let rows = try tx.query(
            """
            SELECT id, version, appointment, state::text AS state FROM attestation
            WHERE appointment = ANY (\(appointments)::uuid[]) AND month = \(month.first.description)::text::date
            """
        )
        var found: [UUID: Stored<Attestation>] = [:]
        for row in rows { found[try row.decode("appointment")] = try row.stored() }
        return found
    }

    /// All that was attested of a person, the newest month first.
    func of(person: UUID, limit: Int, in tx: borrowing Transaction) throws -> [Stored<Attestation>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM attestation WHERE person = \(person)
            ORDER BY month DESC, appointment LIMIT \(limit)
            """
        ).map { try $0.stored() }
    }

    /// Writes what was decided.
    ///
    /// - Throws: `VersionMismatch` when one was changed since it was loaded.
    func save(_ changed: [Stored<Attestation>], in tx: borrowing Transaction) throws {
        let new = changed.filter { $0.version == 0 }.compactMap { one in one.state.statement.map { (one, $0) } }
        let old = changed.filter { $0.version > 0 }.compactMap { one in one.state.statement.map { (one, $0) } }
        if !new.isEmpty {
            try tx.execute(
                """
                INSERT INTO attestation
                    (id, version, credit_code, month, appointment, person, standing, band, corrections, is_late, state)
                SELECT id, version, credit_code, month::date, appointment, person, standing, band, 0, is_late, state::jsonb
                FROM unnest(
                    \(new.map(\.0.id))::uuid[], \(new.map(\.0.newVersion))::int[], \(new.map(\.1.creditCode))::text[],
                    \(new.map(\.1.month.first.description))::text[], \(new.map(\.1.appointment))::uuid[],
                    \(new.map(\.1.person))::uuid[], \(new.map(\.1.standing.rawValue))::text[],
                    \(new.map(\.1.band))::text[], \(new.map(\.1.isLate))::bool[],
                    \(try new.map { try Column.text($0.0.state) })::text[])
                    AS t(id, version, credit_code, month, appointment, person, standing, band, is_late, state)
                """
            )
        }
        guard let first = old.first?.0 else { return }
        let updated = try tx.execute(
            """
            UPDATE attestation SET version = t.version, standing = t.standing, band = t.band,
                corrections = t.corrections, state = t.state::jsonb
            FROM unnest(
                \(old.map(\.0.id))::uuid[], \(old.map(\.0.version))::int[], \(old.map(\.0.newVersion))::int[],
                \(old.map(\.1.standing.rawValue))::text[], \(old.map(\.1.band))::text[],
                \(old.map(\.0.state.corrections))::int[], \(try old.map { try Column.text($0.0.state) })::text[])
                AS t(id, loaded, version, standing, band, corrections, state)
            WHERE attestation.id = t.id AND attestation.version = t.loaded
            """
        )
        guard updated == old.count else { throw VersionMismatch(expected: first.version, actual: first.newVersion) }
    }
}
