import Contracts
import Messaging
import Postgres

/// Keeps what the filing service says of filings, so that auditors can compare agency codes.
struct KeepFiledAgencies {
    let filings = FiledAgencyStore()

    /// Keeps accepted filings told together.
    func callAsFunction(for accepted: [Received<FilingAccepted>], in tx: borrowing Transaction) throws {
        try filings.keep(accepted.map(\.message), in: tx)
    }
}
