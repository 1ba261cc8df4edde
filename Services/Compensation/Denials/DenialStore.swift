import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// What persons say is not so: loads and saves it.
struct DenialStore {
    /// Which are asked for; nil asks for all.
    struct Filter {
        var creditCode: String?
        var person: UUID?
        var county: String?
        /// Only those whose day passed before this one.
        var overdueOn: LocalDate?
    }

    /// The one of an id, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Denial> {
        let rows = try tx.query("SELECT id, version, state::text AS state FROM denial WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("denial") }
        return try row.stored()
    }

    /// A page, oldest first.
    func page(
        _ filter: Filter,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Denial>] {
        try tx.query(
            """
            SELECT denial.id, version, state::text AS state FROM denial
            LEFT JOIN enterprise_directory AS known ON known.credit_code = denial.credit_code
            WHERE (\(filter.creditCode)::text IS NULL OR denial.credit_code = \(filter.creditCode)::text)
              AND (\(filter.person)::uuid IS NULL OR person = \(filter.person)::uuid)
              AND (\(filter.county)::text IS NULL OR jurisdiction = \(filter.county)::text)
              AND (\(filter.overdueOn?.description)::text IS NULL
                   OR due_on < \(filter.overdueOn?.description)::text::date)
              AND denial.id > \(after ?? .lowest)::uuid
            ORDER BY denial.id LIMIT \(limit)
            """
        ).map { try $0.stored() }
    }

    /// Whether somebody is heard about a month already.
    func isOpen(_ appointment: UUID, _ month: Month, in tx: borrowing Transaction) throws -> Bool {
        try !tx.query(
            """
            SELECT 1 AS one FROM denial
            WHERE appointment = \(appointment) AND month = \(month.first.description)::text::date AND phase <> 'closed'
            """
        ).isEmpty
    }

    /// Writes what was decided.
    ///
    /// - Throws: `VersionMismatch` when it was changed since it was loaded.
    func save(_ denial: Stored<Denial>, in tx: borrowing Transaction) throws {
        guard !denial.events.isEmpty, let claim = denial.state.claim else { return }
        let (phase, due) = (denial.state.phase.rawValue, denial.state.dueOn?.description)
        let state = try Column.text(denial.state)
        if denial.version == 0 {
            try tx.execute(
                """
                INSERT INTO denial (id, version, credit_code, appointment, person, month, phase, due_on, state) VALUES
                    (\(denial.id), \(denial.newVersion), \(claim.creditCode), \(claim.appointment), \(claim.person),
                     \(claim.month.first.description)::text::date, \(phase), \(due)::text::date, \(state)::text::jsonb)
                """
            )
            return
        }
        let updated = try tx.execute(
            """
            UPDATE denial SET version = \(denial.newVersion), phase = \(phase), due_on = \(due)::text::date,
                state = \(state)::text::jsonb
            WHERE id = \(denial.id) AND version = \(denial.version)
            """
        )
        guard updated == 1 else { throw VersionMismatch(expected: denial.version, actual: denial.newVersion) }
    }
}
