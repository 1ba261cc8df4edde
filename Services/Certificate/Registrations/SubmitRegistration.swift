import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The enterprise hands a registration in, or in again after a correction.
struct SubmitRegistration {
    let registrations = RegistrationStore()
    let filings = FiledAgencyStore()
    let identities = IdentityStore()
    let vault: IdentityVault
    let reserve: ReserveNumbers
    let journal: Journal

    /// Hands it in.
    ///
    /// - Throws: ``IdentityUnreadable`` while a holder's identity document cannot be opened: the certificate prints it.
    func callAsFunction(
        _ registration: Stored<Registration>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Registration> {
        var registration = registration
        let filed = try filings.filed(registration.state.batch, in: tx)
        try registration.handle(.submit(by: cause.actor, filed: filed, today: cause.today))
        try openLateIdentities(of: registration.id, in: tx)
        if let batch = registration.state.batch { try reserve(batch, registration.id, because: cause, in: tx) }
        try registrations.save([registration], in: tx)
        try journal.append(registration, of: "registration", because: cause, in: tx)
        return registration
    }

    private func openLateIdentities(of registration: UUID, in tx: borrowing Transaction) throws {
        let late = try identities.loadSealed(of: registration, in: tx)
        guard !late.isEmpty else { return }
        let opened = try late.map { (certificate: $0.key, identity: try vault.take($0.value, for: $0.key)) }
        let missing = opened.count { $0.identity.sealed != nil }
        guard missing == 0 else { throw IdentityUnreadable(count: missing) }
        try identities.save(opened, in: tx)
    }
}

/// Identity documents of the batch are sealed under a key this service does not have.
struct IdentityUnreadable: Rejection, Hashable {
    let count: Int

    var code: String { "certificate.identity-unreadable" }
    var arguments: [String: String] { ["count": String(count)] }
}
