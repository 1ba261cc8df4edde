import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The inspections.
struct InspectionStore {
    /// One of an id, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Inspection> {
        let rows = try tx.query("SELECT id, version, state::text AS state FROM inspection WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("inspection") }
        return try row.stored()
    }

    /// One of an id, to be read.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Inspection> {
        let rows = try tx.query("SELECT id, version, state::text AS state FROM inspection WHERE id = \(id)")
        guard let row = rows.first else { throw NotFound("inspection") }
        return try row.stored()
    }

    /// A page, oldest first, of one enterprise or county where given.
    func page(
        creditCode: String?,
        county: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Inspection>] {
        try tx.query(
            """
            SELECT inspection.id, version, state::text AS state FROM inspection
            LEFT JOIN enterprise_directory AS known ON known.credit_code = inspection.credit_code
            WHERE (\(creditCode)::text IS NULL OR inspection.credit_code = \(creditCode)::text)
              AND (\(county)::text IS NULL OR jurisdiction = \(county)::text)
              AND inspection.id > \(after ?? .lowest)::uuid
            ORDER BY inspection.id LIMIT \(limit)
            """
        ).map { try $0.stored() }
    }

    /// Writes what was decided.
    ///
    /// - Throws: `VersionMismatch` when it was changed since it was loaded.
    func save(_ inspection: Stored<Inspection>, in tx: borrowing Transaction) throws {
        guard !inspection.events.isEmpty, let opening = inspection.state.opening else { return }
        let (stage, state) = (inspection.state.stage.rawValue, try Column.text(inspection.state))
        if inspection.version == 0 {
            try tx.execute(
                """
                INSERT INTO inspection (id, version, credit_code, month, stage, state) VALUES
                    (\(inspection.id), \(inspection.newVersion), \(opening.employer.creditCode),
                     \(opening.month.first.description)::text::date, \(stage), \(state)::text::jsonb)
                """
            )
            return
        }
        let updated = try tx.execute(
            """
            UPDATE inspection SET version = \(inspection.newVersion), stage = \(stage), state = \(state)::text::jsonb
            WHERE id = \(inspection.id) AND version = \(inspection.version)
            """
        )
        guard updated == 1 else {
            throw VersionMismatch(expected: inspection.version, actual: inspection.newVersion)
        }
    }
}
