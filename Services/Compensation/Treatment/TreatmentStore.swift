import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Items of treatment beside pay.
struct TreatmentStore {
    /// Which are asked for; nil asks for all.
    struct Filter {
        var creditCode: String?
        var county: String?
        var person: UUID?
        var appointment: UUID?
        var party: TreatmentDebtor.Party?
        var department: String?
        /// Only those that are owed and whose day passed before this one.
        var overdueOn: LocalDate?
    }

    /// One of an id, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<TreatmentItem> {
        let rows = try tx.query(
            "SELECT id, version, state::text AS state FROM treatment_item WHERE id = \(id) FOR UPDATE"
        )
        guard let row = rows.first else { throw NotFound("treatment-item") }
        return try row.stored()
    }

    /// A page, oldest first; what fell due only after the appointment's last day is not overdue.
    func page(
        _ filter: Filter,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<TreatmentItem>] {
        try tx.query(
            """
            SELECT item.id, item.version, item.state::text AS state FROM treatment_item AS item
            JOIN appointment ON appointment.id = item.appointment
            LEFT JOIN enterprise_directory AS known ON known.credit_code = item.credit_code
            WHERE (\(filter.creditCode)::text IS NULL OR item.credit_code = \(filter.creditCode)::text)
              AND (\(filter.county)::text IS NULL OR jurisdiction = \(filter.county)::text)
              AND (\(filter.person)::uuid IS NULL OR item.person = \(filter.person)::uuid)
              AND (\(filter.appointment)::uuid IS NULL OR item.appointment = \(filter.appointment)::uuid)
              AND (\(filter.party?.rawValue)::text IS NULL OR party = \(filter.party?.rawValue)::text)
              AND (\(filter.department)::text IS NULL OR department = \(filter.department)::text)
              AND (\(filter.overdueOn?.description)::text IS NULL OR stage = 'owed' AND due_on <= last_day
                   AND due_on < \(filter.overdueOn?.description)::text::date)
              AND item.id > \(after ?? .lowest)::uuid
            ORDER BY item.id LIMIT \(limit)
            """
        ).map { try $0.stored() }
    }

    /// How much is overdue by who owes it, most first.
    func overdue(
        creditCode: String?,
        county: String?,
        on day: LocalDate,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [OverdueTreatment] {
        try tx.query(
            """
            SELECT party, department, CASE party WHEN 'enterprise' THEN item.credit_code END AS debtor,
                count(*)::int AS items, min(due_on)::text AS oldest
            FROM treatment_item AS item JOIN appointment ON appointment.id = item.appointment
            LEFT JOIN enterprise_directory AS known ON known.credit_code = item.credit_code
            WHERE stage = 'owed' AND due_on <= last_day AND due_on < \(day.description)::text::date
              AND (\(creditCode)::text IS NULL OR item.credit_code = \(creditCode)::text)
              AND (\(county)::text IS NULL OR jurisdiction = \(county)::text)
            GROUP BY 1, 2, 3 ORDER BY items DESC, party, department, debtor LIMIT \(limit)
            """
        ).map { row in
            OverdueTreatment(
                party: try row.decode("party"),
                department: try row.decode("department"),
                creditCode: try row.decode("debtor"),
                items: try row.decode("items"),
                oldestDueOn: try row.decode("oldest")
            )
        }
    }

    /// Appointments that are paid, or will be, and were not listed by this catalogue, locked; what another has is passed over.
    func unlisted(
        by catalogue: String,
        on day: LocalDate,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Unlisted] {
        try tx.query(
            """
            SELECT appointment.id, person, credit_code, pay_from::text AS paid_from FROM appointment
            LEFT JOIN treatment_listing AS listing ON listing.appointment = appointment.id
            WHERE certificate IS NOT NULL AND pay_from <= last_day AND last_day >= \(day.description)::text::date
              AND listing.catalogue IS DISTINCT FROM \(catalogue)::text
            ORDER BY appointment.id LIMIT \(limit) FOR UPDATE OF appointment SKIP LOCKED
            """
        ).map { row in
            Unlisted(
                appointment: try row.decode("id"),
                person: try row.decode("person"),
                creditCode: try row.decode("credit_code"),
                from: LocalDate(try row.decode("paid_from", as: String.self)) ?? day
            )
        }
    }

    /// An appointment whose items are to be listed.
    struct Unlisted {
        let appointment: UUID
        let person: UUID
        let creditCode: String
        /// The first day of its pay.
        let from: LocalDate
    }

    /// Writes new items; one that an appointment has already is left as it is.
    ///
    /// - Returns: Those written.
    func insert(
        _ found: [Stored<TreatmentItem>],
        of appointments: [UUID],
        by catalogue: String,
        in tx: borrowing Transaction
    ) throws -> [Stored<TreatmentItem>] {
        let new = found.compactMap { one in one.state.owing.map { (one, $0) } }
        let written = try tx.query(
            """
            INSERT INTO treatment_item (
                id, version, appointment, person, credit_code, code, party, department, due_on, stage, state)
            SELECT id, version, appointment, person, credit_code, code, party, department, due_on::date, 'owed',
                state::jsonb
            FROM unnest(
                \(new.map(\.0.id))::uuid[], \(new.map(\.0.newVersion))::int[], \(new.map(\.1.appointment))::uuid[],
                \(new.map(\.1.person))::uuid[], \(new.map(\.1.creditCode))::text[], \(new.map(\.1.code))::text[],
                \(new.map(\.1.owedBy.party.rawValue))::text[], \(new.map(\.1.owedBy.department))::text[],
                \(new.map(\.1.dueOn.description))::text[], \(try new.map { try Column.text($0.0.state) })::text[])
                AS t(id, version, appointment, person, credit_code, code, party, department, due_on, state)
            ON CONFLICT (appointment, code) DO NOTHING
            RETURNING id
            """
        )
        try tx.execute(
            """
            INSERT INTO treatment_listing (appointment, catalogue)
            SELECT id, \(catalogue)::text FROM unnest(\(appointments)::uuid[]) AS t(id)
            ON CONFLICT (appointment) DO UPDATE SET catalogue = excluded.catalogue
            """
        )
        let ids = Set(try written.map { try $0.decode("id", as: UUID.self) })
        return found.filter { ids.contains($0.id) }
    }

    /// Writes what was decided.
    ///
    /// - Throws: `VersionMismatch` when it was changed since it was loaded.
    func save(_ item: Stored<TreatmentItem>, in tx: borrowing Transaction) throws {
        guard !item.events.isEmpty else { return }
        let updated = try tx.execute(
            """
            UPDATE treatment_item SET version = \(item.newVersion), stage = \(item.state.stage.rawValue),
                state = \(try Column.text(item.state))::text::jsonb
            WHERE id = \(item.id) AND version = \(item.version)
            """
        )
        guard updated == 1 else { throw VersionMismatch(expected: item.version, actual: item.newVersion) }
    }
}
