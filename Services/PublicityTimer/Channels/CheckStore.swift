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

    /// Adds a finding to the span it goes on with, or begins a new one.
    ///
    /// A span goes on where the last finding was the same and not older than `gap` seconds: a time in which nobody
    /// looked is in no span.
    func add(_ fault: String?, to channel: UUID, at now: Date, gap: Double, in tx: borrowing Transaction) throws {
        let goesOn = try tx.execute(
            """
            UPDATE channel_check SET until = \(now), checks = checks + 1
            WHERE channel = \(channel) AND since = (SELECT max(since) FROM channel_check WHERE channel = \(channel))
              AND is_up = \(fault == nil) AND fault IS NOT DISTINCT FROM \(fault)::text
              AND until >= \(now.addingTimeInterval(-gap)) AND until <= \(now)
            """
        )
        guard goesOn == 0 else { return }
        try tx.execute(
            """
            INSERT INTO channel_check (channel, since, until, is_up, fault, checks)
            VALUES (\(channel), \(now), \(now), \(fault == nil), \(fault)::text, 1) ON CONFLICT DO NOTHING
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
