import CertificateDomain
import Contracts
import Kernel
import Postgres

/// What both registers have of a number, in one statement: the certificates issued here, and those entered from before.
struct NumberLookUp {
    let number: CertificateNumber

    /// Where there is no certificate another is read all the same, and both registers are looked into for every number, so that
    /// the time an answer takes tells nothing.
    var statement: SQL {
        """
        SELECT coalesce(
            (SELECT state FROM certificate WHERE number = \(number.text)),
            (SELECT state FROM certificate WHERE stage = 'issued' LIMIT 1)) AS state,
            (SELECT state FROM historic_certificate WHERE number = \(number.text)) AS historic
        """
    }

    /// The certificate issued under the number, in force or not; nil where there is none.
    func issued(_ rows: Rows) throws -> Certificate? {
        // One that was withdrawn before its issue was never anybody's.
        guard let certificate: Certificate = try rows.first?.kept("state"), certificate.number == number,
            certificate.standing != nil
        else { return nil }
        return certificate
    }

    /// What stands in the historic register under the number, in force or not; nil where nothing does.
    func historic(_ rows: Rows) throws -> HistoricCertificate? {
        guard let certificate: HistoricCertificate = try rows.first?.kept("historic"), certificate.record != nil,
            certificate.stage != .struck
        else { return nil }
        return certificate
    }
}

extension Row {
    /// The state in a column, read by our own decoder: Foundation's takes longer than all else an answer does.
    func kept<State: Decodable>(_ column: String) throws -> State? {
        guard let text = try decode(column, as: String?.self) else { return nil }
        return try WireFormat.decode(State.self, from: Array(text.utf8))
    }
}
