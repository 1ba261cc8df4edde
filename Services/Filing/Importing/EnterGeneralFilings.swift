import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// A general filing that was accepted outside this system, from the authority's own list.
struct ExistingFiling: Sendable {
    let application: GeneralApplication
    let agencyCode: AgencyCode
    let term: Term
    let submittedOn: LocalDate
    let acceptedOn: LocalDate
    /// The list and the row in it, for the record.
    let source: String
}

/// Enters filings that existed before, as accepted on their historic days.
struct EnterGeneralFilings: Sendable {
    let store: GeneralFilingStore
    let agencyCodes: AgencyCodeRegister
    let addressees: FilingAddressees
    let journal: Journal

    /// Enters the rows that can be.
    ///
    /// - Returns: Why each was told no; nil for those that were entered.
    func callAsFunction(
        _ rows: [ExistingFiling],
        with authority: Authority.Kind,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [(any Rejection)?] {
        var entered: [Stored<GeneralFiling>] = []
        let results = try rows.map { row -> (any Rejection)? in
            do {
                try agencyCodes.give(row.agencyCode, to: row.application.filer.id, in: tx)
                var filing = Stored<GeneralFiling>(new: NewID.v7())
                try filing.handle(.submit(application: row.application, on: row.submittedOn))
                try filing.handle(.accept(agencyCode: row.agencyCode, term: row.term, on: row.acceptedOn))
                entered.append(filing)
                return nil
            } catch let refusal as any Rejection {
                return refusal
            }
        }
        try store.save(entered, in: tx)
        try addressees.address(entered.map(\.id), to: authority, because: cause, in: tx)
        try journal.append(entered, of: "general_filing", because: cause, in: tx)
        return results
    }
}

extension FilingAddressees {
    /// Addresses some new general filings.
    func address(
        _ filings: [UUID],
        to kind: Authority.Kind,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let addressed = try filings.map { filing in
            var addressee = Stored<FilingAddressee>(new: NewID.v7())
            try addressee.handle(.address(filing: filing, to: kind, on: cause.today))
            return addressee
        }
        let authority = try authorities.find(kind, in: tx)
        try tx.execute("UPDATE general_filing SET filing_authority = \(authority.id) WHERE id = ANY (\(filings))")
        try journal.append(addressed, of: "filing_addressee", because: cause, in: tx)
    }
}
