import Foundation
import Kernel
import Postgres

/// A certificate of which an enterprise was reminded and that still has no appointment.
struct AwaitedView: Encodable {
    let id: String
    let creditCode: String
    let certificate: String
    let person: String
    let dueOn: String

    /// A page, oldest first, of one enterprise or county where given.
    static func page(
        creditCode: String?,
        county: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [AwaitedView] {
        try tx.query(
            """
            SELECT said.id, said.credit_code, said.certificate, holder.person, said.due_on::text AS due_on
            FROM appointment_reminder AS said JOIN holder ON holder.certificate = said.certificate
            LEFT JOIN enterprise_directory AS known ON known.credit_code = said.credit_code
            LEFT JOIN certificate_status AS standing ON standing.certificate = said.certificate
            WHERE holder.phase = 'qualified' AND NOT COALESCE(standing.is_suspended, false)
              AND (\(creditCode)::text IS NULL OR said.credit_code = \(creditCode)::text)
              AND (\(county)::text IS NULL OR jurisdiction = \(county)::text) AND said.id > \(after ?? .lowest)::uuid
            ORDER BY said.id LIMIT \(limit)
            """
        ).map { row in
            AwaitedView(
                id: try row.decode("id", as: UUID.self).lowercase,
                creditCode: try row.decode("credit_code"),
                certificate: try row.decode("certificate", as: UUID.self).lowercase,
                person: try row.decode("person", as: UUID.self).lowercase,
                dueOn: try row.decode("due_on")
            )
        }
    }
}
