import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The appointments as far as their months are to be attested, read from what they are.
struct DutyStore {
    /// Appointments with what a month needs of them.
    private static let duties: SQL = """
        SELECT appointment.id, appointment.credit_code, appointment.person,
            jsonb_path_query_first(appointment.state, '$.*._0.band.code') #>> '{}' AS band,
            jsonb_path_query_first(appointment.state, '$.*.course.bands')::text AS steps, appointment.pay_from::text AS paid_from, appointment.last_day::text AS paid_until,
            COALESCE((
                SELECT coalesce(
                    jsonb_path_query_first(holder.state, '$.*._1.name'), jsonb_path_query_first(holder.state, '$.*._0.name')
                ) #>> '{}' FROM holder
                WHERE holder.certificate = appointment.certificate), '') AS name
        FROM appointment

        """

    /// Those of these appointments that are of an enterprise.
    func of(
        _ appointments: [UUID],
        creditCode: String,
        in tx: borrowing Transaction
    ) throws -> [UUID: AttestationDuty] {
        let rows = try tx.query(
            Self.duties
                + """
                WHERE appointment.id = ANY (\(appointments)::uuid[]) AND appointment.credit_code = \(creditCode)
                  AND appointment.certificate IS NOT NULL AND pay_from <= last_day
                """
        )
        return Dictionary(try rows.compactMap(Self.duty).map { ($0.appointment, $0) }) { first, _ in first }
    }

    /// All of a person.
    func of(person: UUID, in tx: borrowing Transaction) throws -> [AttestationDuty] {
        try tx.query(
            Self.duties + """
                WHERE appointment.person = \(person) AND appointment.certificate IS NOT NULL AND pay_from <= last_day
                ORDER BY appointment.id
                """
        ).compactMap(Self.duty)
    }

    /// What the appointments of a person entitle to; those that entitle to nothing are missing.
    func entitlements(of person: UUID, in tx: borrowing Transaction) throws -> [UUID: Entitlement] {
        let rows = try tx.query("SELECT id, version, state::text AS state FROM appointment WHERE person = \(person)")
        let found = try rows.compactMap { row -> (UUID, Entitlement)? in
            let appointment = try row.stored(Appointment.self)
            return Entitlement(of: appointment.state).map { (appointment.id, $0) }
        }
        return Dictionary(found) { first, _ in first }
    }

    /// A page of those due in a month, of an enterprise.
    func due(
        in month: Month,
        creditCode: String,
        after: UUID?,
        limit: Int,
        onlyMissing: Bool,
        in tx: borrowing Transaction
    ) throws -> [AttestationDuty] {
        try tx.query(
            Self.duties + """
                WHERE appointment.credit_code = \(creditCode) AND appointment.id > \(after ?? .lowest)::uuid
                  AND appointment.certificate IS NOT NULL AND pay_from <= last_day
                  AND pay_from <= \(month.last.description)::text::date AND last_day >= \(month.first.description)::text::date
                  AND NOT (\(onlyMissing) AND EXISTS (
                      SELECT FROM attestation WHERE attestation.appointment = appointment.id
                        AND attestation.month = \(month.first.description)::text::date))
                ORDER BY appointment.id LIMIT \(limit)
                """
        ).compactMap(Self.duty)
    }

    /// Which enterprises have somebody due in a month and no row of it yet.
    func unlisted(in month: Month, limit: Int, in tx: borrowing Transaction) throws -> [String] {
        try tx.query(
            """
            SELECT DISTINCT credit_code FROM appointment
            WHERE certificate IS NOT NULL AND pay_from <= last_day
              AND pay_from <= \(month.last.description)::text::date AND last_day >= \(month.first.description)::text::date
              AND NOT EXISTS (
                  SELECT FROM attested_month WHERE attested_month.credit_code = appointment.credit_code
                    AND attested_month.month = \(month.first.description)::text::date)
            ORDER BY credit_code LIMIT \(limit)
            """
        ).map { try $0.decode("credit_code") }
    }

    private static func duty(_ row: Row) throws -> AttestationDuty? {
        let (from, until): (String?, String?) = (try row.decode("paid_from"), try row.decode("paid_until"))
        guard let from = from.flatMap(LocalDate.init), let until = until.flatMap(LocalDate.init) else { return nil }
        let steps: [Appointment.BandStep] = try row.decode("steps", as: String?.self).map(Column.value) ?? []
        let first = AttestationDuty.Band(try row.decode("band", as: String?.self) ?? "", from: from)
        // Steps are in the order they were told: one may correct days before another, or the same.
        let told = [first] + steps.map { AttestationDuty.Band($0.band.code, from: $0.from) }
        let bands = Dictionary(told.map { ($0.from, $0) }) { $1 }.values.sorted { $0.from < $1.from }
        return AttestationDuty(
            appointment: try row.decode("id"),
            person: try row.decode("person"),
            name: try row.decode("name"),
            creditCode: try row.decode("credit_code"),
            bands: bands,
            from: from,
            until: until
        )
    }
}
