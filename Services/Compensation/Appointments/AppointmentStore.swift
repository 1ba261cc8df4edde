import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The appointments.
struct AppointmentStore {
    /// A page, oldest first, of one enterprise where given.
    func page(
        creditCode: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Appointment>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM appointment
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode)::text)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map { try $0.stored() }
    }

    /// Writes a new one.
    func insert(_ appointment: Stored<Appointment>, in tx: borrowing Transaction) throws {
        guard let letter = appointment.state.letter else { return }
        try tx.execute(
            """
            INSERT INTO appointment (id, version, post, person, certificate, credit_code, through, state) VALUES
                (\(appointment.id), \(appointment.newVersion), \(letter.post), \(letter.person),
                 \(letter.certificate), \(letter.employer.creditCode), \(letter.term.through.description)::text::date,
                 \(try Column.text(appointment.state))::text::jsonb)
            """
        )
    }

    /// Those whose term was over before a day and that did not end yet, locked; what another replica has is passed over.
    func due(on day: LocalDate, limit: Int, in tx: borrowing Transaction) throws -> [Stored<Appointment>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM appointment
            WHERE NOT is_ended AND through < \(day.description)::text::date
            ORDER BY through, id LIMIT \(limit) FOR UPDATE SKIP LOCKED
            """
        ).map { try $0.stored() }
    }

    /// Writes that these have ended.
    ///
    /// - Throws: `VersionMismatch` when one was changed since it was loaded.
    func saveEnded(_ ended: [Stored<Appointment>], in tx: borrowing Transaction) throws {
        guard let first = ended.first else { return }
        let updated = try tx.execute(
            """
            UPDATE appointment SET version = t.version, is_ended = true, state = t.state::jsonb
            FROM unnest(
                \(ended.map(\.id))::uuid[], \(ended.map(\.version))::int[], \(ended.map(\.newVersion))::int[],
                \(try ended.map { try Column.text($0.state) })::text[]) AS t(id, loaded, version, state)
            WHERE appointment.id = t.id AND appointment.version = t.loaded
            """
        )
        guard updated == ended.count else { throw VersionMismatch(expected: first.version, actual: first.newVersion) }
    }
}
