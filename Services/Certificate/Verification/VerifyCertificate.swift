import CertificateDomain
import Foundation
import Kernel
import Postgres

/// Anybody asks whether a certificate is genuine, and has to know both its number and its holder's name.
struct VerifyCertificate {
    let register = CertificateRegister()
    let historic = HistoricStore()

    /// What the register has of a number.
    enum Found {
        case issued(Certificate)
        /// Issued before this register was kept; revoked or cancelled where something changed it.
        case historic(HistoricRecord, StatusChange?)
    }

    /// The certificate of that number and name: one issued here, or one an office entered from before.
    ///
    /// - Throws: the same ``NoMatch`` for a number that is none, was never given or is not issued, and for another's
    ///   name: nobody learns from a refusal which of the two was right.
    func callAsFunction(
        number: String,
        name: String,
        in database: borrowing some Querying & ~Copyable
    ) throws -> Found {
        guard let number = try? CertificateNumber(number) else { throw NoMatch() }
        // Both are looked up for every question, so that the time an answer takes tells nothing.
        let certificate = try register.issued(number, in: database)
        let historic = try historic.find(number, in: database)
        guard let holder = (certificate?.holding?.name ?? historic?.record?.name).flatMap(HolderName.init),
            let asked = HolderName(name), asked == holder
        else { throw NoMatch() }
        if let certificate { return .issued(certificate) }
        guard let historic, let record = historic.record else { throw NoMatch() }
        return .historic(record, historic.change)
    }

    /// There is no issued certificate of that number and name.
    struct NoMatch: Rejection {
        var code: String { "certificate.no-match" }
    }
}
