import CertificateDomain
import DatedDocuments
import Foundation
import Kernel
import Messaging
import Postgres

/// Suspends, reinstates, revokes and cancels certificates, and tells everybody who has to know.
struct ChangeStatus: Sendable {
    let certificates = CertificateStore()
    let tell: TellStatus
    let journal: Journal

    /// A certificate changes as a command says.
    ///
    /// One that was numbered and never issued has no status that anybody could be told.
    func callAsFunction(
        _ certificate: Stored<Certificate>,
        _ command: Certificate.Command,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Certificate> {
        var certificate = certificate
        try certificate.handle(command)
        try certificates.save([certificate], in: tx)
        try journal.append(certificate, of: "certificate", because: cause, in: tx)
        if let registration = certificate.state.holding?.registration,
            let filing = try RegistrationStore().filing(of: registration, in: tx)
        {
            try tell(certificate, under: filing, because: cause, in: tx)
        }
        return certificate
    }

    /// Refuses to suspend by hand where that is not provided for.
    ///
    /// - Throws: ``SuspensionNotProvided``.
    func requireSuspension(because cause: Cause, in tx: borrowing Transaction) throws {
        let policy = try ConfigurationStore().inForce(SigningPolicy.self, on: cause.today, in: tx)
        guard policy.isSuspensionAllowed else { throw SuspensionNotProvided() }
    }
}

/// Nothing lays down that a certificate can be suspended while something is examined.
struct SuspensionNotProvided: Rejection, Hashable {
    var code: String { "certificate.suspension-not-provided" }
}
