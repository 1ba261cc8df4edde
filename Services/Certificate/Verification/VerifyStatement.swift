import CertificateDomain
import Cryptography
import Foundation
import Kernel
import Postgres
import Statements

/// What a QR code says is checked against the register: signature, key and status as they are now.
struct VerifyStatement {
    let superseded = SupersededStatements()
    let keys: IssuerKeyStore

    /// What is to be held of a text; nothing is told that is not in it, but the status.
    func callAsFunction(_ text: String, by lookUps: LookUps) async throws -> Finding {
        guard let signed = SignedStatement(text: text) else { return .unreadable }
        let register = NumberLookUp(number: signed.statement.number)
        let rows = try await lookUps.rows([
            keys.lookUp(signed.key), superseded.lookUp(signed), register.statement,
        ])
        let known = try rows[0].first?.kept("state").flatMap(TrustList.Key.init)
        let list = TrustList(
            version: 0,
            issuedAt: .distantPast,
            validUntil: .distantPast,
            bureauKeys: [],
            keys: known.map { [$0] } ?? []
        )
        if let problem = OfflineCheck.problem(signed, list) { return problem }
        let statement = signed.statement
        if let (certificate, day) = try superseded.found(rows[1]) {
            // Withdrawn for good, it is so on every paper there ever was of it.
            guard let standing = certificate.standing, let reason = standing.reason, standing.status != .suspended
            else {
                return .superseded(statement, on: day)
            }
            return .notInForce(statement, standing.status, on: standing.since, reason)
        }
        guard let certificate = try register.issued(rows[2]),
            certificate.holding?.name == statement.name, let standing = certificate.standing
            // Signed by a certified key, and not in the register: what the enterprise never issued here is not ours.
        else { return .forged }
        guard let reason = standing.reason else { return .valid(statement) }
        return .notInForce(statement, standing.status, on: standing.since, reason)
    }
}
