import CertificateDomain
import Cryptography
import DatedDocuments
import Foundation
import Kernel
import Messaging
import Postgres
import Statements

/// The enterprise signs what its certificates say, with the key the bureau certified, in the transaction that issues them.
struct SignCertificates: Sendable {
    let keys: IssuerKeys
    let statements = StatementStore()
    let superseded = SupersededStatements()

    /// Signs certificates issued just now; all are of one enterprise.
    ///
    /// - Throws: ``NoSigningKey`` where the enterprise has no certified key, ``CannotBeStated`` where one cannot be stated.
    func callAsFunction(
        _ issued: [Stored<Certificate>],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let first = issued.first?.state.holding else { return }
        let key = try keys.signing(first.issuer, named: first.issuerName, because: cause, in: tx)
        let signed = try issued.compactMap { certificate in
            try statement(of: certificate.state).map { statement in
                (certificate.id, try SignedStatement(statement, signing: key))
            }
        }
        try statements.keep(signed, in: tx)
    }

    /// Signs anew what an issued certificate prints something else of since it was corrected; what was signed before is replaced.
    ///
    /// Where the enterprise has no key just now, it is signed once there is one.
    ///
    /// - Throws: ``CannotBeStated``.
    func correct(_ certificate: Stored<Certificate>, because cause: Cause, in tx: borrowing Transaction) throws {
        _ = try statement(of: certificate.state)
        // First, so that whoever signs what waits has done so, and is seen.
        try statements.settle([certificate.id], in: tx)
        let before = try superseded.signed(about: [certificate.id], in: tx)
        try superseded.take(before, on: cause.today, because: .corrected, in: tx)
        // What is not in force is found on the status list by the signature it has now.
        if certificate.state.standing?.reason != nil { try DueLists().note(.status, in: tx) }
        do {
            try self([certificate], because: cause, in: tx)
        } catch is NoSigningKey {
            try statements.sign(again: [certificate.id], in: tx)
        }
    }

    /// Signs what waits for it; true means that more does.
    func signDue(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let cause = Cause.system("sign certificates", now: now)
        let policy = try ConfigurationStore().inForce(SigningPolicy.self, on: cause.today, in: tx)
        let limit = 500
        let due = try statements.due(limit, needingKey: policy.isCertifiedByOfficer, in: tx)
        guard !due.isEmpty else { return false }
        var stated: [UUID: [Stored<Certificate>]] = [:]
        for certificate in due {
            guard let holding = certificate.state.holding else { continue }
            do {
                _ = try statement(of: certificate.state)
                stated[holding.issuer.id, default: []].append(certificate)
            } catch let problem as CannotBeStated {
                try statements.setAside(certificate.id, because: problem.member, in: tx)
            }
        }
        try supersede(stated.values.flatMap { $0 }, on: cause.today, in: tx)
        for (_, certificates) in stated.sorted(by: { $0.key.uuidString < $1.key.uuidString }) {
            try self(certificates, because: cause, in: tx)
            try statements.settle(certificates.map(\.id), in: tx)
            // The status list finds a certificate by the signature it has now.
            if certificates.contains(where: { $0.state.standing?.reason != nil }) {
                try DueLists().note(.status, in: tx)
            }
        }
        return due.count == limit
    }

    /// Replaces what was signed of certificates that say something else now.
    private func supersede(_ due: [Stored<Certificate>], on day: LocalDate, in tx: borrowing Transaction) throws {
        var now: [UUID: CertificateStatement] = [:]
        for certificate in due { now[certificate.id] = try statement(of: certificate.state) }
        let signed = try superseded.signed(about: due.map(\.id), in: tx)
        let others = signed.filter { $0.statement != now[$0.certificate] }
        try superseded.take(others, on: day, because: .corrected, in: tx)
    }

    /// What a certificate says; nil while it is not issued.
    private func statement(of certificate: Certificate) throws -> CertificateStatement? {
        guard let holding = certificate.holding, let number = certificate.number, let day = certificate.issuedOn else {
            return nil
        }
        do {
            return try CertificateStatement(
                number: number,
                name: holding.name,
                occupationCode: holding.occupation.code,
                occupation: holding.occupation.name,
                specialty: holding.occupation.specialty,
                level: holding.level.chinese,
                creditCode: holding.issuer.creditCode,
                issuerName: holding.issuerName,
                issuedOn: day
            )
        } catch CertificateStatement.Problem.line(let member) {
            throw CannotBeStated(member: member, number: number.text)
        }
    }
}

/// Something on a certificate holds characters nobody sees, or is too long for a certificate.
struct CannotBeStated: Rejection, Hashable {
    let member: String
    let number: String

    var code: String { "certificate.cannot-be-stated" }
    var arguments: [String: String] { ["member": member, "number": number] }
}
