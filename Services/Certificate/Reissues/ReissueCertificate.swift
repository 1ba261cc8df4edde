import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The enterprise issues a certificate's paper again: same number, same day, another serial.
struct ReissueCertificate {
    let store = ReissueStore()
    let journal: Journal

    /// Issues it again; the certificate is locked.
    ///
    /// - Throws: ``NotInForce``, `VersionMismatch`, or `InvalidInput` for a blank that was used.
    func callAsFunction(
        _ id: UUID,
        _ certificate: Certificate,
        _ asked: ReissueBody.Checked,
        seen version: Int,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Reissues> {
        guard certificate.stage == .issued, let number = certificate.number, let holding = certificate.holding else {
            throw NotInForce()
        }
        var reissues = try store.find(id, in: tx)
        try reissues.expect(version: version)
        try reissues.handle(
            .reissue(
                number,
                asked.reason,
                statement: asked.statement,
                blank: asked.blank,
                on: cause.today,
                by: cause.actor
            )
        )
        try store.save(reissues, of: id, holding.issuer.creditCode, in: tx)
        try journal.append(reissues, of: "reissue", because: cause, in: tx)
        return reissues
    }
}
