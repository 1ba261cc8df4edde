import FilingDomain
import Messaging
import Postgres

/// The centre refuses a special-grade filing, with reasons.
struct RefuseSpecialFiling: Sendable {
    let filings: SpecialFilingStore
    let journal: Journal

    func callAsFunction(
        _ filing: inout Stored<SpecialFiling>,
        reasons: [String],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try filing.handle(.refuse(reasons: reasons, on: cause.today))
        try filings.save([filing], in: tx)
        try journal.append(filing, of: "special_filing", because: cause, in: tx)
    }
}
