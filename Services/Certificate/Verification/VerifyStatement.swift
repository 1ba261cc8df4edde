import CertificateDomain
import Cryptography
import Foundation
import Kernel
import Postgres
import Statements

/// What a QR code says is checked against the register: signature, key and status as they are now.
struct VerifyStatement {
    let register = CertificateRegister()
    let superseded = SupersededStatements()
    let keys: IssuerKeyStore

    /// What is to be held of a text; nothing is told that is not in it, but the status.
    func callAsFunction(_ text: String, in database: borrowing some Querying & ~Copyable) throws -> Finding {
        guard let signed = SignedStatement(text: text) else { return .unreadable }
        let known = try keys.find(signed.key, in: database).flatMap(TrustList.Key.init)
        let list = TrustList(
            version: 0,
            issuedAt: .distantPast,
            validUntil: .distantPast,
            bureauKeys: [],
            keys: known.map { [$0] } ?? []
        )
        if let problem = OfflineCheck.problem(signed, list) { return problem }
        let statement = signed.statement
        if let (certificate, day) = try superseded.find(signed, in: database) {
            // Withdrawn for good, it is so on every paper there ever was of it.
            guard let standing = certificate.standing, let reason = standing.reason, standing.status != .suspended
            else {
                return .superseded(statement, on: day)
            }
            return .notInForce(statement, standing.status, on: standing.since, reason)
        }
        guard let certificate = try register.issued(statement.number, in: database),
            certificate.holding?.name == statement.name, let standing = certificate.standing
            // Signed by a certified key, and not in the register: what the enterprise never issued here is not ours.
        else { return .forged }
        guard let reason = standing.reason else { return .valid(statement) }
        return .notInForce(statement, standing.status, on: standing.since, reason)
    }
}
