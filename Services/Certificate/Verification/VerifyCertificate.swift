import CertificateDomain
import Kernel
import Postgres

/// Anybody asks whether a certificate is genuine, and has to know both its number and its holder's name.
struct VerifyCertificate {
    /// What to look up of a number.
    ///
    /// - Throws: ``NoMatch``, where it is none.
    func lookUp(_ number: String) throws -> NumberLookUp {
        guard let number = try? CertificateNumber(number) else { throw NoMatch() }
        return NumberLookUp(number: number)
    }

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
    func callAsFunction(_ lookUp: NumberLookUp, _ rows: Rows, name: String) throws -> Found {
        let (certificate, historic) = (try lookUp.issued(rows), try lookUp.historic(rows))
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
