import FilingDomain
import Messaging
import Postgres

/// An enterprise hands in its special-grade filing, or hands it in again after correcting it.
struct SubmitSpecialFiling: Sendable {
    let filings: SpecialFilingStore
    let bases: FilingBases
    let journal: Journal

    func callAsFunction(
        _ filing: inout Stored<SpecialFiling>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let basis = try bases.basis(of: filing, in: tx)
        try filing.handle(.submit(basis: basis, on: cause.today))
        try filings.save([filing], in: tx)
        try journal.append(filing, of: "special_filing", because: cause, in: tx)
    }

    func again(_ filing: inout Stored<SpecialFiling>, because cause: Cause, in tx: borrowing Transaction) throws {
        let basis = try bases.basis(of: filing, in: tx)
        try filing.handle(.resubmit(basis: basis, on: cause.today))
        try filings.save([filing], in: tx)
        try journal.append(filing, of: "special_filing", because: cause, in: tx)
    }
}
