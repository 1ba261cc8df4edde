import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

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
