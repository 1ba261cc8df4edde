import Foundation
import Kernel
import Postgres

/// What a page found when it looked at itself, in spans of the same finding.
struct CheckStore {
    /// A time in which it found the same.
    struct Span: Encodable {
        let since: Date
        let until: Date
        let isUp: Bool
        /// Why it was not up.
        let fault: String?
        let checks: Int
    }

    /// Adds findings to the spans they go on with, or begins new ones.
    ///
    /// A span goes on where the last finding was the same and not older than `gap` seconds: a time in which nobody
    /// looked is in no span.
    func add(
        _ findings: [(channel: UUID, fault: String?)],
        at now: Date,
        gap: Double,
        in tx: borrowing Transaction
    ) throws {
        guard !findings.isEmpty else { return }
        try tx.execute(
            """
            WITH found AS (
                SELECT * FROM unnest(\(findings.map(\.channel))::uuid[], \(findings.map(\.fault))::text[])
                    AS t(channel, fault)
            ), going AS (
                UPDATE channel_check AS span SET until = \(now), checks = span.checks + 1
                FROM found CROSS JOIN LATERAL (
                    SELECT max(since) AS since FROM channel_check WHERE channel = found.channel) AS last
                WHERE span.channel = found.channel AND span.since = last.since
                  AND span.is_up = (found.fault IS NULL) AND span.fault IS NOT DISTINCT FROM found.fault
                  AND span.until >= \(now.addingTimeInterval(-gap)) AND span.until <= \(now)
                RETURNING span.channel
            )
            INSERT INTO channel_check (channel, since, until, is_up, fault, checks)
            SELECT channel, \(now), \(now), fault IS NULL, fault, 1 FROM found
            WHERE channel NOT IN (SELECT channel FROM going) ON CONFLICT DO NOTHING
            """
        )
    }

    /// All spans of a channel, oldest first.
    func spans(of channel: UUID, in tx: borrowing Transaction) throws -> [Span] {
        try tx.query(
            "SELECT since, until, is_up, fault, checks FROM channel_check WHERE channel = \(channel) ORDER BY since"
        ).map { row in
            Span(
                since: try row.decode("since"),
                until: try row.decode("until"),
                isUp: try row.decode("is_up"),
                fault: try row.decode("fault"),
                checks: try row.decode("checks")
            )
        }
    }
}
