import CertificateDomain
import Foundation
import Kernel
import Postgres

extension RegistrationRegister {
    /// How many registrations of one enterprise are overdue.
    struct Overdue: Hashable {
        let creditCode: String
        let name: String
        /// Nil where the enterprise is not in the directory (yet).
        let county: String?
        let registrations: Int
        /// The day the longest overdue one was due.
        let since: LocalDate
    }

    /// The enterprises that have not handed in what was due before a day, those longest overdue first.
    func overdue(
        on today: LocalDate,
        of creditCode: String?,
        county: String?,
        in tx: borrowing Transaction
    ) throws -> [Overdue] {
        let rows = try tx.query(
            """
            SELECT registration.credit_code, directory.jurisdiction, count(*) AS registrations,
                min(due_on)::text AS since,
                coalesce(min(directory.name), min(jsonb_path_query_first(state, '$.*.batch.issuerName') #>> '{}')) AS name
            FROM registration
            LEFT JOIN enterprise_directory AS directory ON directory.credit_code = registration.credit_code
            WHERE stage IN ('awaiting-submission', 'returned') AND due_on < \(today.description)::date
              AND EXISTS (SELECT FROM certificate WHERE registration = registration.id AND certificate.stage <> 'taken-out')
              AND (\(creditCode)::text IS NULL OR registration.credit_code = \(creditCode)::text)
              AND (\(county)::text IS NULL OR directory.jurisdiction = \(county)::text)
            GROUP BY registration.credit_code, directory.jurisdiction ORDER BY min(due_on), registration.credit_code
            """
        )
        return try rows.map { row in
            try Overdue(
                creditCode: row.decode("credit_code"),
                name: row.decode("name"),
                county: row.decode("jurisdiction"),
                registrations: row.decode("registrations"),
                since: LocalDate(row.decode("since", as: String.self)) ?? today
            )
        }
    }
}

/// What is overdue, by enterprise and by county.
struct OverdueView: Encodable {
    struct County: Encodable {
        let county: String?
        let registrations: Int
    }

    struct Enterprise: Encodable {
        let creditCode: String
        let name: String
        let county: String?
        let registrations: Int
        let since: LocalDate
    }

    /// The day it is reckoned on.
    let on: LocalDate
    let registrations: Int
    let counties: [County]
    let enterprises: [Enterprise]

    init(_ overdue: [RegistrationRegister.Overdue], on today: LocalDate) {
        on = today
        registrations = overdue.reduce(0) { $0 + $1.registrations }
        enterprises = overdue.map {
            Enterprise(
                creditCode: $0.creditCode,
                name: $0.name,
                county: $0.county,
                registrations: $0.registrations,
                since: $0.since
            )
        }
        counties = Dictionary(grouping: overdue, by: \.county)
            .map { County(county: $0.key, registrations: $0.value.reduce(0) { $0 + $1.registrations }) }
            .sorted { ($1.registrations, $0.county ?? "") < ($0.registrations, $1.county ?? "") }
    }
}
