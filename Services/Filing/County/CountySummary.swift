import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// What there is and was done in each county, counted.
struct CountySummary: Encodable, Sendable {
    let code: String
    let name: String
    /// Enterprises that file under it.
    let enterprises: Int
    /// Open units there, also of enterprises of other counties.
    let units: Int
    let employees: Int
    /// Accepted special-grade filings that cover something there.
    let acceptedFilings: Int
    /// Talks of the last twelve months, and the day of the last.
    let liaisons: Int
    let lastLiaisonOn: LocalDate?
    /// Next steps whose day has passed.
    let stepsOverdue: Int
    /// Notes sent, copies delivered and copies read.
    let notes: Int
    let copies: Int
    let copiesRead: Int

    /// The counties, or one of them.
    static func load(county: String?, on today: LocalDate, in tx: borrowing Transaction) throws -> [CountySummary] {
        let (since, day) = (today.adding(years: -1).description, today.description)
        return try tx.query(
            """
            SELECT code, name,
                (SELECT count(*) FROM enterprise WHERE jurisdiction = code) AS enterprises,
                (SELECT count(*) FROM enterprise_unit WHERE county = code AND closed_on IS NULL) AS units,
                (SELECT COALESCE(sum(employees), 0) FROM enterprise_unit WHERE county = code AND closed_on IS NULL)
                    AS employees,
                (SELECT count(*) FROM special_filing AS filing
                 JOIN enterprise AS filer ON filer.id = filing.enterprise
                 LEFT JOIN special_coverage AS coverage ON coverage.special_filing = filing.id
                 WHERE filing.phase = 'accepted' AND (
                     (filer.jurisdiction = code AND COALESCE(coverage.covers_enterprise, true)) OR EXISTS (
                         SELECT FROM enterprise_unit AS unit WHERE unit.enterprise = filer.id AND unit.county = code
                           AND unit.closed_on IS NULL AND (coverage.units IS NULL OR unit.id = ANY (coverage.units)))))
                    AS accepted_filings,
                (SELECT count(*) FROM liaison WHERE county = code AND held_on > \(since)::text::date) AS liaisons,
                (SELECT max(held_on) - DATE '1970-01-01' FROM liaison WHERE county = code) AS last_liaison,
                (SELECT count(*) FROM liaison AS due WHERE county = code AND next_on < \(day)::text::date AND NOT EXISTS (
                    SELECT FROM liaison AS later WHERE later.enterprise = due.enterprise AND later.county = due.county
                      AND later.held_on >= due.next_on)) AS overdue,
                (SELECT count(*) FROM policy_note WHERE county = code AND phase = 'sent') AS notes,
                (SELECT count(*) FROM policy_note_copy AS copy JOIN policy_note AS note ON note.id = copy.note
                 WHERE note.county = code AND note.phase = 'sent') AS copies,
                (SELECT count(copy.read_at) FROM policy_note_copy AS copy JOIN policy_note AS note ON note.id = copy.note
                 WHERE note.county = code AND note.phase = 'sent') AS copies_read
            FROM jurisdiction WHERE \(county)::text IS NULL OR code = \(county)::text ORDER BY code
            """
        ).map { row in
            CountySummary(
                code: try row["code"],
                name: try row["name"],
                enterprises: try row["enterprises"],
                units: try row["units"],
                employees: try row["employees"],
                acceptedFilings: try row["accepted_filings"],
                liaisons: try row["liaisons"],
                lastLiaisonOn: try row.decode("last_liaison", as: Int?.self).map(LocalDate.init(dayNumber:)),
                stepsOverdue: try row["overdue"],
                notes: try row["notes"],
                copies: try row["copies"],
                copiesRead: try row["copies_read"]
            )
        }
    }
}

extension Main {
    /// The counties with their counts: the bureau sees all, a county's officer theirs.
    var countyRoutes: [Route] {
        [
            Route("GET /counties") { call, tx in
                try .page(CountySummary.load(county: call.county(), on: call.cause.today, in: tx), next: nil)
            }
        ]
    }
}
