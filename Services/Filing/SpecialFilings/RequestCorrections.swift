import FilingDomain
import Messaging
import Postgres

/// The centre tells an enterprise, once, everything that is to be corrected.
struct RequestCorrections: Sendable {
    let filings: SpecialFilingStore
    let journal: Journal

    func callAsFunction(
        of filing: inout Stored<SpecialFiling>,
        _ requests: [SpecialFiling.Wrong],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try filing.handle(.requestCorrections(requests: requests, on: cause.today))
        try filings.save([filing], in: tx)
        try journal.append(filing, of: "special_filing", because: cause, in: tx)
    }
}
