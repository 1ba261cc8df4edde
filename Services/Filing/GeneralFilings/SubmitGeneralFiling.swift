import FilingDomain
import Kernel
import Messaging
import Postgres

/// An enterprise hands in its general filing.
struct SubmitGeneralFiling: Sendable {
    let filings: GeneralFilingStore
    let journal: Journal

    func callAsFunction(
        _ application: GeneralApplication,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<GeneralFiling> {
        var filing = Stored<GeneralFiling>(new: NewID.v7())
        try filing.handle(.submit(application: application, on: cause.today))
        try filings.save([filing], in: tx)
        try journal.append(filing, of: "general_filing", because: cause, in: tx)
        return filing
    }
}
