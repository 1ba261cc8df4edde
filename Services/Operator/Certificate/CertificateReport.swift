import Cryptography
import Foundation
import Statements

/// What is said about a checked certificate: one sentence first, then what it rests on.
struct CertificateReport {
    let finding: Finding
    let lines: [String]

    init(_ check: OfflineCheck, code: String, now: Date) {
        finding = check.finding(code)
        var lines = [finding.sentence]
        if let statement = finding.statement {
            lines += [
                "证书编号 \(statement.number)",
                "姓名 \(statement.name)",
                "职业(工种) \(statement.occupation)(\(statement.specialty ?? "--")) \(statement.occupationCode)",
                "等级 \(statement.level)",
                "发证单位 \(statement.issuerName)(\(statement.creditCode))",
                "发证日期 \(statement.issuedOn)",
            ]
        }
        if case .readable(let list, let key, _) = check.trust {
            let age = Finding.age(of: list.issuedAt, at: now)
            lines.append(
                "信任名单第\(list.version)版,签发于\(Finding.words(list.issuedAt))(\(age)),主管部门密钥 \(key.fingerprint)"
            )
        }
        if case .readable(let list, let key, _) = check.status {
            let age = Finding.age(of: list.issuedAt, at: now)
            lines.append(
                "状态名单第\(list.version)版,签发于\(Finding.words(list.issuedAt))(\(age)),有效至\(Finding.words(list.validUntil)),主管部门密钥 \(key.fingerprint)"
            )
        }
        self.lines = lines
    }
}
