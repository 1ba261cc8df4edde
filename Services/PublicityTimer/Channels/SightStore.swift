import Foundation
import Kernel
import Postgres

/// What is known of whether lists could be seen on days that are over; many at once.
struct SightStore {
    /// A notice and a day of it.
    struct Asked: Hashable {
        let notice: UUID
        let day: LocalDate
    }

    /// What is known of one.
    struct Sight {
        let asked: Asked
        /// Whether the page found itself up, or a declared place hung.
        let wasSeen: Bool
        /// Whether the page looked and did not find itself, or places were declared for it: then it is known to be dark.
        let isKnownDark: Bool
        /// Whether the day was flagged before.
        let isFlagged: Bool
    }

    /// What is known of these, in their order.
    func sights(of asked: [Asked], in tx: borrowing Transaction) throws -> [Sight] {
        guard !asked.isEmpty else { return [] }
        let rows = try tx.query(
            """
            SELECT
                EXISTS (SELECT FROM channel AS c JOIN channel_check AS k ON k.channel = c.id
                    WHERE c.notice = t.notice AND k.is_up AND k.since < t.ends AND k.until >= t.begins) AS page_up,
                EXISTS (SELECT FROM channel AS c JOIN channel_check AS k ON k.channel = c.id
                    WHERE c.notice = t.notice AND NOT k.is_up AND k.since < t.ends AND k.until >= t.begins) AS page_down,
                place.declared, place.hung,
                EXISTS (SELECT FROM dark_day AS d WHERE d.notice = t.notice AND d.date = t.day::date) AS flagged
            FROM unnest(
                \(asked.map(\.notice))::uuid[], \(asked.map(\.day.description))::text[],
                \(asked.map(\.day.start))::timestamptz[], \(asked.map(\.day.end))::timestamptz[])
                WITH ORDINALITY AS t(notice, day, begins, ends, place)
            CROSS JOIN LATERAL (
                SELECT count(*) > 0 AS declared,
                    coalesce(bool_or(coalesce((c.state #>> '{down,_2,at}')::timestamptz > t.begins, true)), false) AS hung
                FROM channel AS c
                WHERE c.notice = t.notice AND c.kind <> 'page'
                  AND coalesce(c.state #>> '{up,_0,putUpAt}', c.state #>> '{down,_0,putUpAt}')::timestamptz < t.ends
            ) AS place
            ORDER BY t.place
            """
        )
        return try zip(asked, rows).map { asked, row in
            let (hung, isPageUp): (Bool, Bool) = (try row.decode("hung"), try row.decode("page_up"))
            let (declared, isPageDown): (Bool, Bool) = (try row.decode("declared"), try row.decode("page_down"))
            return Sight(
                asked: asked,
                wasSeen: hung || isPageUp,
                isKnownDark: declared || isPageDown,
                isFlagged: try row.decode("flagged")
            )
        }
    }
}
