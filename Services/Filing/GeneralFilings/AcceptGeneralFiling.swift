import FilingDomain
import Kernel
import Messaging
import Postgres

/// The centre accepts a general filing, with an agency code and a term.
struct AcceptGeneralFiling: Sendable {
    let filings: GeneralFilingStore
    let agencyCodes: AgencyCodeRegister
    let journal: Journal

    func callAsFunction(
        _ filing: inout Stored<GeneralFiling>,
        agencyCode: AgencyCode,
        term: Term,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try filing.handle(.accept(agencyCode: agencyCode, term: term, on: cause.today))
        if let filer = filing.state.application?.filer {
            try agencyCodes.give(agencyCode, to: filer.id, in: tx)
        }
        try filings.save([filing], in: tx)
        try journal.append(filing, of: "general_filing", because: cause, in: tx)
    }
}
