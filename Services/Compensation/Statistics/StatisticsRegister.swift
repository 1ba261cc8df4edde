import CompensationDomain
import Foundation
import Kernel
import Postgres

/// How many persons are in post, by county, occupation and size of the enterprise.
struct StatisticsRegister {
    /// Persons of one kind.
    struct Line {
        let county: String
        let occupation: String
        let size: EnterpriseSize
        let persons: Int
        /// Of them those attested as met in the month.
        let met: Int
    }

    /// Who is in post on a day, and of whom a month was attested as met.
    func lines(on day: LocalDate, month: Month, county: String?, in tx: borrowing Transaction) throws -> [Line] {
        try tx.query(
            """
            SELECT COALESCE(known.jurisdiction, '') AS county,
                COALESCE(jsonb_path_query_first(appointment.state, '$.*._0.occupation.name') #>> '{}', '') AS occupation,
                COALESCE(people.employees, 0)::int AS employees, count(*)::int AS persons,
                count(attestation.id)::int AS met
            FROM appointment
            LEFT JOIN enterprise_directory AS known ON known.credit_code = appointment.credit_code
            LEFT JOIN LATERAL (
                SELECT sum(employees) AS employees FROM unit_directory
                WHERE unit_directory.enterprise = known.id AND closed_on IS NULL) AS people ON true
            LEFT JOIN attestation ON attestation.appointment = appointment.id AND attestation.standing = 'met'
                AND attestation.month = \(month.first.description)::text::date
            WHERE pay_from <= \(day.description)::text::date AND last_day >= \(day.description)::text::date
              AND appointment.certificate IS NOT NULL AND (\(county)::text IS NULL OR known.jurisdiction = \(county)::text)
            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """
        ).map { row in
            Line(
                county: try row.decode("county"),
                occupation: try row.decode("occupation"),
                size: EnterpriseSize(employees: try row.decode("employees")),
                persons: try row.decode("persons"),
                met: try row.decode("met")
            )
        }
    }
}
