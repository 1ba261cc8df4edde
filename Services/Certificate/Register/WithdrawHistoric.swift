import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// A certificate issued before this register was kept is revoked or cancelled; whoever verifies it is told so.
///
/// Nothing is signed about it, so that no list names it; there is no fact, since its holder is no person of the register.
struct WithdrawHistoric {
    let store = HistoricStore()
    let journal: Journal

    /// Does so with one that is locked, at the version somebody saw.
    ///
    /// - Throws: `HistoricCertificate.Rejection`, `VersionMismatch`, `InvalidInput` for a day that cannot be.
    func callAsFunction(
        _ certificate: Stored<HistoricCertificate>,
        _ change: StatusChange,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<HistoricCertificate> {
        var certificate = certificate
        do {
            try certificate.handle(.withdraw(change, today: cause.today))
        } catch let rejection as HistoricCertificate.Rejection {
            guard case .sinceOutOfRange = rejection else { throw rejection }
            throw InvalidInput([FieldProblem(field: "since", rejection)])
        }
        try store.save(certificate, in: tx)
        try journal.append(certificate, of: "historic_certificate", because: cause, in: tx)
        return certificate
    }
}
