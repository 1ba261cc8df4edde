import FilingDomain
import Foundation
import Kernel
import Postgres

/// Counts what was heard of a filing's term.
struct ReadRecord: Sendable {
    let activity = Activity()

    /// The record of filings together: a general one and those that rest on it.
    func callAsFunction(of filings: [UUID], on day: LocalDate, in tx: borrowing Transaction) throws -> TenureRecord {
        let row = try tx.query(
            """
            SELECT (SELECT count(*)::int FROM heard_round WHERE filing = ANY (\(filings))) AS rounds,
                (SELECT count(*)::int FROM heard_certificate AS held JOIN heard_name AS name
                     ON name.determination = held.determination AND name.person = held.holder
                 WHERE name.filing = ANY (\(filings)) AND held.status = 'valid') AS searchable
            """
        ).first
        return TenureRecord(
            rounds: try row?.decode("rounds") ?? 0,
            roundsRunning: try activity.items(.rounds, of: filings, on: day, in: tx).count,
            certificates: try activity.items(.issued, of: filings, on: day, in: tx).count,
            certificatesSearchable: try row?.decode("searchable") ?? 0,
            unissued: try activity.items(.unissued, of: filings, on: day, in: tx).count,
            appointments: try activity.items(.appointments, of: filings, on: day, in: tx).count
        )
    }

    /// A filing and those that rest on it.
    func family(of filing: UUID, in tx: borrowing Transaction) throws -> [UUID] {
        try tx.query("SELECT filing FROM tenure WHERE filing = \(filing) OR general = \(filing) ORDER BY filing").map {
            try $0["filing"]
        }
    }
}
