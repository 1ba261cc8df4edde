import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The ledger as officers look at it; nothing is locked.
struct NumberRegister {
    /// What a list is narrowed to; nil is all.
    struct Filter {
        var agency: AgencyCode?
        var year: Int?
        var standing: NumberStanding?
        var registration: UUID?

        /// Series from this text on, and below the other, are all of the agency's.
        var bounds: (String, String) { (agency?.text ?? "", (agency?.text ?? "") + "~") }
        /// The two digits of the year.
        var digits: String? { year.map { String(100 + $0 % 100).suffix(2).description } }
    }

    /// A row of the ledger, since when it stands so, and where its certificate stands.
    struct Line {
        let entry: NumberLedger.Entry
        let notedOn: String
        let stage: String?
    }

    /// At most `limit` numbers after one, in their order.
    func list(
        _ filter: Filter,
        after: CertificateNumber?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Line] {
        let (low, high) = filter.bounds
        let series = after.map { NumberSeries(of: $0).text } ?? ""
        let rows = try tx.query(
            """
            SELECT l.series, l.serial, l.standing, l.source, l.reason, l.certificate, l.registration,
                l.noted_on::text AS day, c.stage
            FROM number_ledger AS l LEFT JOIN certificate AS c ON c.id = l.certificate
            WHERE (l.series, l.serial) > (\(series)::text, \(after?.sequence ?? 0)::int)
              AND l.series >= \(low)::text AND l.series < \(high)::text
              AND (\(filter.digits)::text IS NULL OR substr(l.series, 14, 2) = \(filter.digits)::text)
              AND (\(filter.standing?.rawValue)::text IS NULL OR l.standing = \(filter.standing?.rawValue)::text)
              AND (\(filter.registration)::uuid IS NULL OR c.registration = \(filter.registration)::uuid)
            ORDER BY l.series, l.serial LIMIT \(limit)
            """
        )
        return try rows.map { row in
            Line(
                entry: try NumberLedger.entry(row),
                notedOn: try row.decode("day"),
                stage: try row.decode("stage")
            )
        }
    }
}
