import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// A registration with its persons, as the enterprise and the auditing offices see it.
struct ShowRegistration {
    let register = CertificateRegister()
    let filings = FiledAgencyStore()
    let identities = IdentityStore()
    let vault: IdentityVault

    /// The whole view; of a document number only the ends are shown, enough to compare it with the paper.
    func callAsFunction(
        _ registration: Stored<Registration>,
        on today: LocalDate,
        in tx: borrowing Transaction
    ) throws -> RegistrationView {
        let documents = try identities.load(of: registration.id, in: tx)
        let reserved = try NumberLedger().reserved(of: registration.id, in: tx)
        let persons = try register.list(of: registration.id, in: tx).compactMap { certificate in
            let identity = try documents[certificate.id].map { try vault.open($0, for: certificate.id) }
            var view = CertificateView(certificate, identity: identity)
            view?.reservedNumber = reserved[certificate.id]?.text
            return view
        }
        let filing = try registration.state.batch.flatMap { try filings.find($0.filing, in: tx) }
        return try RegistrationView(
            registration,
            filing: filing,
            certificates: persons,
            on: today,
            by: CalendarCopy.current(in: tx)
        )
    }
}
