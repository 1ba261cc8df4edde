import FilingDomain
import Kernel
import Messaging
import Postgres

/// An enterprise changes its application form, or the occupations it asks for.
struct ReviseApplication: Sendable {
    let filings: SpecialFilingStore
    let bases: FilingBases
    let journal: Journal

    func callAsFunction(
        of filing: inout Stored<SpecialFiling>,
        to application: SpecialApplication,
        _ occupations: [Occupation],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let basis = try bases.basis(of: filing, in: tx)
        try filing.handle(
            .revise(application: application, occupations: occupations, basis: basis, on: cause.today)
        )
        try filings.save([filing], in: tx)
        try journal.append(filing, of: "special_filing", because: cause, in: tx)
    }
}
