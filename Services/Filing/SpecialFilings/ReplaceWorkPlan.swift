import FilingDomain
import Messaging
import Postgres

/// An enterprise writes another version of its work plan.
struct ReplaceWorkPlan: Sendable {
    let filings: SpecialFilingStore
    let journal: Journal

    func callAsFunction(
        of filing: inout Stored<SpecialFiling>,
        by plan: WorkPlan,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let digest = try CanonicalWorkPlan.digest(of: plan)
        try filing.handle(.replaceWorkPlan(plan: plan, digest: digest, on: cause.today))
        try filings.save([filing], in: tx)
        try journal.append(filing, of: "special_filing", because: cause, in: tx)
    }
}
