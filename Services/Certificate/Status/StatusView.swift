import CertificateDomain
import Kernel
import Messaging

/// How a certificate stands, for its enterprise and the offices.
struct StatusView: Encodable {
    let certificate: ID<Certificate>
    let number: String
    let status: CertificateStatus?
    let statusName: String
    let since: LocalDate?
    let reason: StatusReason?
    let reasonName: String?
    /// What the last change rests on.
    let note: String?
    let version: Int

    init?(_ stored: Stored<Certificate>) {
        guard let number = stored.state.number else { return nil }
        let standing = stored.state.standing
        certificate = ID(stored.id)
        self.number = number.text
        status = standing?.status
        statusName = standing?.status.chinese ?? "未颁发"
        since = standing?.since
        reason = standing?.reason
        reasonName = standing?.reason?.chinese
        switch stored.state {
        case .withdrawn(_, _, _, let change): note = change.note
        case .suspended(_, _, _, let pause): note = pause?.examination?.note
        default: note = nil
        }
        version = stored.newVersion
    }
}
