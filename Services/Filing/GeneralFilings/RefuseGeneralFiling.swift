import FilingDomain
import Messaging
import Postgres

/// The centre refuses a general filing, with reasons.
struct RefuseGeneralFiling: Sendable {
    let filings: GeneralFilingStore
    let journal: Journal

    func callAsFunction(
        _ filing: inout Stored<GeneralFiling>,
        reasons: [String],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try filing.handle(.refuse(reasons: reasons, on: cause.today))
        try filings.save([filing], in: tx)
        try journal.append(filing, of: "general_filing", because: cause, in: tx)
    }
}
