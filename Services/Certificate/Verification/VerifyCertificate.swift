import CertificateDomain
import Foundation
import Kernel
import Postgres

/// Anybody asks whether a certificate is genuine, and has to know both its number and its holder's name.
struct VerifyCertificate {
    let register = CertificateRegister()

    /// The issued certificate of that number and name.
    ///
    /// - Throws: the same ``NoMatch`` for a number that is none, was never given or is not issued, and for another's
    ///   name: nobody learns from a refusal which of the two was right.
    func callAsFunction(number: String, name: String, in tx: borrowing Transaction) throws -> Certificate {
        guard let number = try? CertificateNumber(number),
            let certificate = try register.issued(number, in: tx),
            let holder = certificate.holding.flatMap({ HolderName($0.name) }),
            let asked = HolderName(name), asked == holder
        else { throw NoMatch() }
        return certificate
    }

    /// There is no issued certificate of that number and name.
    struct NoMatch: Rejection {
        var code: String { "certificate.no-match" }
    }
}
