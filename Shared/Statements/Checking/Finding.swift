import Foundation
import Kernel

/// What checking a statement leads to, with its sentence; the page that checks in a browser says the same (`deploy/verify`).
package enum Finding: Hashable, Sendable {
    /// Genuine and in force.
    case valid(CertificateStatement)
    /// Genuine and not in force.
    case notInForce(CertificateStatement, CertificateStatus, on: LocalDate, StatusReason)
    /// Genuine, and replaced by a corrected one on that day.
    case superseded(CertificateStatement, on: LocalDate)
    /// No statement can be read from the text: cut off, or something else.
    case unreadable
    /// The signature is not the named key's over what is stated.
    case forged
    /// The key is not on the trust list.
    case unknownKey
    /// The key is another enterprise's than the statement says.
    case otherIssuer
    /// The bureau revoked the key.
    case keyRevoked(on: LocalDate, reason: String)
    /// The key was retired before the day of issue.
    case outsideKeyTime
    /// Not what the bureau signed.
    case trustListTampered
    /// Signed by somebody who is not the bureau as the reader knows it.
    case trustListOfStranger
    /// The trust list is too old to be relied on.
    case trustListStale(issuedAt: Date)
    /// An older trust list than the one the status list names.
    case trustListOutdated(version: Int, current: Int)
    /// Another trust list of that version than the one the status list names.
    case trustListContradicted(version: Int)
    /// Not what the bureau signed.
    case statusListTampered
    /// Genuine; the list that says whether it is in force is too old.
    case statusListStale(CertificateStatement, issuedAt: Date)

    /// A stable name.
    package var code: String {
        switch self {
        case .valid: "valid"
        case .notInForce(_, let status, _, _): status.rawValue
        case .superseded: "superseded"
        case .unreadable: "unreadable"
        case .forged: "forged"
        case .unknownKey: "unknown-key"
        case .otherIssuer: "other-issuer"
        case .keyRevoked: "key-revoked"
        case .outsideKeyTime: "outside-key-time"
        case .trustListTampered: "trust-list-tampered"
        case .trustListOfStranger: "trust-list-of-stranger"
        case .trustListStale: "trust-list-stale"
        case .trustListOutdated: "trust-list-outdated"
        case .trustListContradicted: "trust-list-contradicted"
        case .statusListTampered: "status-list-tampered"
        case .statusListStale: "status-list-stale"
        }
    }

    /// Whether the certificate can be relied on; nil where that cannot be told.
    package var isGood: Bool? {
        switch self {
        case .valid: true
        case .notInForce, .superseded, .unreadable, .forged, .unknownKey, .otherIssuer, .keyRevoked, .outsideKeyTime:
            false
        case .trustListTampered, .trustListOfStranger, .trustListStale, .trustListOutdated, .trustListContradicted,
            .statusListTampered, .statusListStale:
            nil
        }
    }

    /// The statement, where it is genuine.
    package var statement: CertificateStatement? {
        switch self {
        case .valid(let statement), .notInForce(let statement, _, _, _), .superseded(let statement, _),
            .statusListStale(let statement, _):
            statement
        default: nil
        }
    }

    /// The one sentence for people.
    package var sentence: String {
        switch self {
        case .valid(let statement): Self.sentence(.valid, on: statement.issuedOn, nil)
        case .notInForce(_, let status, let day, let reason): Self.sentence(status, on: day, reason)
        case .superseded(_, let day): "证书已于\(day)更正并换发,此件登载的内容已被替代,请查验换发后的证书。"
        case .unreadable: "无法识别:不是完整的证书签名声明,请重新扫描或完整粘贴。"
        case .forged: "签名不符:内容被改动过或系伪造,不能证明证书真实。"
        case .unknownKey: "签名所用的密钥不在信任名单中,不能证明证书真实。"
        case .otherIssuer: "签名所用的密钥不属于证书所载的企业,不能证明证书真实。"
        case .keyRevoked(let day, let reason): "签名所用的密钥已于\(day)撤销(\(reason)),不能证明证书真实。"
        case .outsideKeyTime: "发证日期晚于签名密钥的停用日期,不能证明证书真实。"
        case .trustListTampered: "信任名单被改动过,不能用来核验。"
        case .trustListOfStranger: "信任名单不是由所信任的主管部门密钥签发的,不能用来核验。"
        case .trustListStale(let time): "信任名单签发于\(Self.words(time)),已过有效期,请下载新的名单。"
        case .trustListOutdated(let version, let current): "信任名单是第\(version)版,状态名单签发时已有第\(current)版,请下载新的信任名单。"
        case .trustListContradicted(let version): "信任名单与状态名单所载的第\(version)版不一致,不能用来核验。"
        case .statusListTampered: "状态名单被改动过,不能用来核验。"
        case .statusListStale(_, let time): "签名真实,但状态名单签发于\(Self.words(time)),已过有效期,不能说明证书目前是否有效。"
        }
    }

    /// The sentence of a genuine certificate by how it stands.
    package static func sentence(_ status: CertificateStatus, on day: LocalDate, _ reason: StatusReason?) -> String {
        guard let reason else { return "证书真实,目前有效。" }
        switch status {
        case .valid: return "证书真实,目前有效。"
        case .suspended: return "证书真实,自\(day)起暂停使用:\(reason.chinese)。"
        case .revoked, .cancelled: return "证书\(status.chinese)(\(day)):\(reason.chinese)。"
        }
    }

    /// `2026-10-14 08:30`, in Shanghai.
    package static func words(_ time: Date) -> String {
        let day = LocalDate(in: time)
        let minutes = Int(time.timeIntervalSince(day.start) / 60)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day) \(two(minutes / 60)):\(two(minutes % 60))"
    }

    /// How long ago a list was issued: 刚刚, 5分钟前, 3小时前, 2天前.
    package static func age(of time: Date, at now: Date) -> String {
        let minutes = Int(now.timeIntervalSince(time) / 60)
        switch minutes {
        case ..<1: return "刚刚"
        case ..<60: return "\(minutes)分钟前"
        case ..<2880: return "\(minutes / 60)小时前"
        default: return "\(minutes / 1440)天前"
        }
    }
}
