import Foundation
import Kernel
import Postgres

/// What goes on under filings, as far as it was heard.
struct Activity: Sendable {
    /// A class of things a decision about a filing touches.
    enum Class: String, CaseIterable, Codable, Sendable {
        case rounds, notices, unissued, issued, appointments
    }

    /// One thing.
    struct Item: Codable, Hashable, Sendable {
        /// What it is known by in the service that keeps it; of a name without certificate the person.
        let id: UUID
        let filing: UUID
        let label: String
        /// Further words: a last day, a certificate's number.
        let detail: String
    }

    /// The things of a class under these filings, by id.
    func items(_ class: Class, of filings: [UUID], on day: LocalDate, in tx: borrowing Transaction) throws -> [Item] {
        let rows =
            switch `class` {
            case .rounds: try rounds(filings, in: tx)
            case .notices: try notices(filings, in: tx)
            case .unissued: try unissued(filings, in: tx)
            case .issued: try issued(filings, in: tx)
            case .appointments: try appointments(filings, on: day, in: tx)
            }
        return try rows.map {
            try Item(id: $0["id"], filing: $0["filing"], label: $0["label"], detail: $0["detail"])
        }
    }

    /// Rounds that run; one heard of by its list alone does while its notice does.
    private func rounds(_ filings: [UUID], in tx: borrowing Transaction) throws -> Rows {
        try tx.query(
            """
            SELECT round AS id, filing, title AS label, '' AS detail FROM heard_round
            WHERE filing = ANY (\(filings)) AND is_open
            UNION
            SELECT list.round, list.filing, max(list.title), '' FROM heard_list AS list
            LEFT JOIN heard_notice AS notice USING (list)
            WHERE list.filing = ANY (\(filings)) AND NOT list.is_withdrawn AND COALESCE(notice.state, 'open') = 'open'
              AND NOT EXISTS (SELECT FROM heard_round AS known WHERE known.round = list.round)
            GROUP BY list.round, list.filing
            ORDER BY id
            """
        )
    }

    private func notices(_ filings: [UUID], in tx: borrowing Transaction) throws -> Rows {
        try tx.query(
            """
            SELECT notice.notice AS id, list.filing, list.title AS label, notice.last_day::text AS detail
            FROM heard_notice AS notice JOIN heard_list AS list USING (list)
            WHERE list.filing = ANY (\(filings)) AND notice.state = 'open' AND NOT list.is_withdrawn
            ORDER BY id
            """
        )
    }

    private func unissued(_ filings: [UUID], in tx: borrowing Transaction) throws -> Rows {
        try tx.query(
            """
            SELECT name.person AS id, name.filing, name.name AS label, name.occupation AS detail
            FROM heard_name AS name
            WHERE name.filing = ANY (\(filings))
              AND NOT EXISTS (SELECT FROM heard_strike AS strike WHERE strike.list = name.list
                              AND (strike.person IS NULL OR strike.person = name.person))
              AND NOT EXISTS (SELECT FROM heard_certificate AS held
                              WHERE held.determination = name.determination AND held.holder = name.person)
            ORDER BY id, name.determination
            """
        )
    }

    private func issued(_ filings: [UUID], in tx: borrowing Transaction) throws -> Rows {
        try tx.query(
            """
            SELECT held.certificate AS id, name.filing, name.name AS label, held.number AS detail
            FROM heard_certificate AS held
            JOIN heard_name AS name ON name.determination = held.determination AND name.person = held.holder
            WHERE name.filing = ANY (\(filings))
            ORDER BY id
            """
        )
    }

    private func appointments(_ filings: [UUID], on day: LocalDate, in tx: borrowing Transaction) throws -> Rows {
        try tx.query(
            """
            SELECT post.appointment AS id, name.filing, name.name AS label, post.through::text AS detail
            FROM heard_appointment AS post
            JOIN heard_certificate AS held USING (certificate)
            JOIN heard_name AS name ON name.determination = held.determination AND name.person = held.holder
            WHERE name.filing = ANY (\(filings)) AND NOT post.is_ended AND post.through >= \(day.description)::text::date
            ORDER BY id
            """
        )
    }
}
