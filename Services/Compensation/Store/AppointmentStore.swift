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
            INSERT INTO appointment (id, version, post, person, certificate, credit_code, state) VALUES
                (\(appointment.id), \(appointment.newVersion), \(letter.post), \(letter.person),
                 \(letter.certificate), \(letter.employer.creditCode),
                 \(try Column.text(appointment.state))::text::jsonb)
            """
        )
    }
}
