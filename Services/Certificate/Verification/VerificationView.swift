import CertificateDomain
import Contracts
import Foundation
import Kernel
import Statements

/// What anybody who knows number and name is told: one sentence, and the holder's name stays masked.
struct VerificationView: Encodable {
    let number: String
    let name: String
    let enterprise: String
    let occupation: String
    /// 工种, "--" where the occupation has none, as the certificate prints it.
    let specialty: String
    let level: String
    let issuedOn: LocalDate
    let status: CertificateStatus
    let statusName: String
    /// The first day it has not been in force; nil where it is.
    let since: LocalDate?
    let reasonName: String?
    /// All of this in one sentence.
    let sentence: String
    /// When the register was asked.
    let asOf: Date

    /// Nil for a certificate that was not issued.
    init?(_ certificate: Certificate, asOf now: Date) {
        guard let holding = certificate.holding, let number = certificate.number, let day = certificate.issuedOn,
            let standing = certificate.standing
        else { return nil }
        self.number = number.text
        name = Masking.name(holding.name)
        enterprise = holding.issuerName
        occupation = holding.occupation.name
        specialty = holding.occupation.specialty ?? "--"
        level = holding.level.chinese
        issuedOn = day
        status = standing.status
        statusName = standing.status.chinese
        since = standing.reason == nil ? nil : standing.since
        reasonName = standing.reason?.chinese
        sentence = Finding.sentence(standing.status, on: standing.since, standing.reason)
        asOf = now
    }

    /// One issued before this register was kept; an office entered it, and it may have been revoked or cancelled since.
    init(_ record: HistoricRecord, _ change: StatusChange?, asOf now: Date) {
        number = record.number.text
        name = Masking.name(record.name)
        enterprise = record.issuerName
        occupation = record.occupation.name
        specialty = record.occupation.specialty ?? "--"
        level = record.level.chinese
        issuedOn = record.issuedOn
        status = change?.reason.status ?? .valid
        statusName = status.chinese
        since = change?.since
        reasonName = change?.reason.chinese
        sentence =
            change.map { Finding.sentence($0.reason.status, on: $0.since, $0.reason) }
            ?? "证书在主管部门导入的历史名册中,未见撤销或注销记录。"
        asOf = now
    }
}

/// What is told about a QR code.
struct StatementFindingView: Encodable {
    /// A stable name, like `valid`, `revoked` or `forged`.
    let result: String
    /// Whether the certificate can be relied on.
    let isGood: Bool
    let sentence: String
    let asOf: Date

    init(_ finding: Finding, asOf now: Date) {
        result = finding.code
        isGood = finding.isGood ?? false
        sentence = finding.sentence
        asOf = now
    }
}
