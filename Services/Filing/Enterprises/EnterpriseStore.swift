import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``Enterprise``, and of its units as they are looked for.
struct EnterpriseStore: Sendable {
    /// The enterprises of these ids that there are, ordered by id.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Enterprise>] {
        try tx.query("SELECT id, version, state FROM enterprise WHERE id = ANY (\(ids)) ORDER BY id")
            .map(Self.stored)
    }

    /// One enterprise.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Enterprise> {
        guard let found = try load([id], in: tx).first else { throw NotFound("enterprise") }
        return found
    }

    /// One enterprise, locked.
    ///
    /// - Throws: `NotFound`.
    func open(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Enterprise> {
        let row = try tx.query("SELECT id, version, state FROM enterprise WHERE id = \(id) FOR UPDATE").first
        guard let row else { throw NotFound("enterprise") }
        return try Self.stored(row)
    }

    /// The enterprise of a credit code; nil where it is not on the register.
    func find(_ creditCode: CreditCode, in tx: borrowing Transaction) throws -> Stored<Enterprise>? {
        try tx.query("SELECT id, version, state FROM enterprise WHERE credit_code = \(creditCode.text)")
            .first.map(Self.stored)
    }

    /// Adds enterprises to the register.
    ///
    /// - Throws: ``Enterprise/Rejection/alreadyRegistered`` where another took the credit code meanwhile.
    func add(_ new: [Stored<Enterprise>], in tx: borrowing Transaction) throws {
        let rows = new.compactMap { one in one.state.particulars.map { (one, $0) } }
        let added = try tx.execute(
            """
            INSERT INTO enterprise (id, credit_code, name, jurisdiction, state, version)
            SELECT id, credit_code, name, jurisdiction, state::jsonb, version FROM unnest(
                \(rows.map(\.0.id))::uuid[], \(rows.map(\.1.creditCode.text))::text[], \(rows.map(\.1.name))::text[],
                \(rows.map(\.1.jurisdiction))::text[], \(try rows.map { try StateText.of($0.0.state) })::text[],
                \(rows.map(\.0.newVersion))::int[]
            ) AS new (id, credit_code, name, jurisdiction, state, version)
            ON CONFLICT (credit_code) DO NOTHING
            """
        )
        guard added == new.count else { throw Enterprise.Rejection.alreadyRegistered }
        try keepUnits(of: new, in: tx)
    }

    /// Writes what was decided about enterprises on the register.
    ///
    /// - Throws: `VersionMismatch` where a row is not at the version it was loaded at;
    ///   ``Enterprise/Rejection/unitCodeTaken(code:)``.
    func save(_ all: [Stored<Enterprise>], in tx: borrowing Transaction) throws {
        let changed = all.filter { !$0.events.isEmpty }
        let rows = changed.compactMap { one in one.state.particulars.map { (one, $0) } }
        guard !rows.isEmpty else { return }
        let written = try tx.execute(
            """
            UPDATE enterprise AS old SET name = new.name, jurisdiction = new.jurisdiction, state = new.state::jsonb,
                version = new.version
            FROM unnest(
                \(rows.map(\.0.id))::uuid[], \(rows.map(\.0.version))::int[], \(rows.map(\.1.name))::text[],
                \(rows.map(\.1.jurisdiction))::text[], \(try rows.map { try StateText.of($0.0.state) })::text[],
                \(rows.map(\.0.newVersion))::int[]
            ) AS new (id, loaded, name, jurisdiction, state, version)
            WHERE old.id = new.id AND old.version = new.loaded
            """
        )
        guard written == changed.count else { throw Conflict.of(changed) }
        tx.companion(RegisterChanges.self).enterprises.formUnion(changed.map(\.id))
        try keepUnits(of: changed, in: tx)
    }

    /// Writes the units as they are looked for: by county, and by their own credit code, which no two have.
    private func keepUnits(of enterprises: [Stored<Enterprise>], in tx: borrowing Transaction) throws {
        let units = enterprises.flatMap { one in one.state.units.map { (one.id, $0) } }
        guard !units.isEmpty else { return }
        let codes = units.compactMap { $0.1.isOpen ? $0.1.particulars.creditCode?.text : nil }
        // Whoever takes the same credit code meanwhile waits here, and then finds it taken.
        for code in Set(codes).sorted() {
            try tx.execute("SELECT pg_advisory_xact_lock(hashtextextended(\("unit " + code)::text, 2))")
        }
        let taken = try tx.query(
            """
            SELECT credit_code FROM enterprise_unit
            WHERE credit_code = ANY (\(codes)) AND closed_on IS NULL AND id <> ALL (\(units.map(\.1.id)))
            ORDER BY credit_code
            """
        ).first
        if let taken { throw Enterprise.Rejection.unitCodeTaken(code: try taken["credit_code"]) }
        try tx.execute(
            """
            INSERT INTO enterprise_unit (id, enterprise, name, credit_code, county, employees, closed_on)
            SELECT id, enterprise, name, credit_code, county, employees, closed_on::date FROM unnest(
                \(units.map(\.1.id))::uuid[], \(units.map(\.0))::uuid[], \(units.map(\.1.particulars.name))::text[],
                \(units.map(\.1.particulars.creditCode?.text))::text[], \(units.map(\.1.particulars.county))::text[],
                \(units.map(\.1.particulars.employees))::int[], \(units.map { $0.1.closure?.on.description })::text[]
            ) AS new (id, enterprise, name, credit_code, county, employees, closed_on)
            ORDER BY closed_on NULLS LAST, id
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, credit_code = excluded.credit_code,
                county = excluded.county, employees = excluded.employees, closed_on = excluded.closed_on
            """
        )
    }

    private static func stored(_ row: Row) throws -> Stored<Enterprise> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}
