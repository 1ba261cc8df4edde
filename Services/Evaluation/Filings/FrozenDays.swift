import EvaluationDomain
import Foundation
import Kernel
import Postgres

/// The days on which filings kept their rounds from going on (备案暂停、取消期间中止): kept, so that days of application that fell
/// among them are given back.
struct FrozenDays: Sendable {
    /// Rounds of a filing stop, or go on; told again, nothing changes.
    ///
    /// - Returns: From when to when they stood still, where they go on with this.
    func note(
        _ filing: UUID,
        isFrozen: Bool,
        at now: Date,
        in tx: borrowing Transaction
    ) throws -> ClosedRange<Date>? {
        if isFrozen {
            try tx.execute(
                """
                INSERT INTO filing_freeze (filing, since) VALUES (\(filing), \(now))
                ON CONFLICT (filing) WHERE until IS NULL DO NOTHING
                """
            )
            return nil
        }
        let thawed = try tx.query(
            "UPDATE filing_freeze SET until = \(now) WHERE filing = \(filing) AND until IS NULL RETURNING since"
        ).first
        let since: Date? = try thawed?.decode("since")
        return since.map { $0...max($0, now) }
    }

    /// The days, each from its first through its last; a freeze that lasts goes through `today`.
    func days(of filing: UUID, through today: LocalDate, in tx: borrowing Transaction) throws -> [PlanSchedule.Window] {
        try tx.query("SELECT since, until FROM filing_freeze WHERE filing = \(filing) ORDER BY since").map { row in
            let (since, until): (Date, Date?) = (try row.decode("since"), try row.decode("until"))
            return PlanSchedule.Window(
                from: LocalDate(in: since),
                through: until.map { LocalDate(in: $0) } ?? max(today, LocalDate(in: since))
            )
        }
    }
}
