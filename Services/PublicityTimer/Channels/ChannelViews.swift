import Foundation
import Kernel
import Messaging
import PublicityTimerDomain

/// A place of display, with what shows it.
struct ChannelView: Encodable {
    let id: String
    let version: Int
    let kind: Channel.Kind
    let place: String
    let putUpBy: String
    let putUpAt: Date
    let declaredAt: Date
    let removedBy: String?
    let removedAt: Date?
    let evidence: [EvidenceFile]
    /// What the page found when it looked at itself.
    let checks: [CheckStore.Span]?

    /// A photo or screenshot.
    struct EvidenceFile: Encodable {
        let id: String
        let sha256: String
        let at: Date
    }

    init?(_ channel: Stored<Channel>, checks: [CheckStore.Span]? = nil) {
        guard let placement = channel.state.placement else { return nil }
        id = channel.id.lowercase
        version = channel.newVersion
        kind = placement.kind
        place = placement.place
        putUpBy = placement.putUpBy
        putUpAt = placement.putUpAt
        declaredAt = placement.declaredAt
        removedBy = channel.state.removal?.by
        removedAt = channel.state.removal?.at
        evidence = channel.state.evidence.map {
            EvidenceFile(id: $0.attachment.lowercase, sha256: $0.sha256, at: $0.at)
        }
        self.checks = checks
    }
}

/// A day about which an officer has to decide.
struct UndecidedDayView: Encodable {
    let notice: String
    let title: String
    let enterprise: NoticeView.Enterprise
    let date: LocalDate
    let version: Int
    /// Whether the notice does not complete before.
    let holds: Bool

    init?(_ day: Stored<DarkDay>, of posting: Posting) {
        guard let date = day.state.date, let notice = day.state.notice else { return nil }
        self.notice = notice.lowercase
        title = posting.title.withoutPersonalNumbers
        enterprise = .init(creditCode: posting.publisher.creditCode, name: posting.enterpriseName)
        self.date = date
        version = day.newVersion
        holds = day.state.holds
    }
}

/// A day on which the list could be seen nowhere.
struct DarkDayView: Encodable {
    let date: LocalDate
    let version: Int
    /// Whether the notice does not complete before somebody has decided.
    let holds: Bool
    /// What was decided; nothing while nobody has.
    let extended: Bool?
    let officer: String?
    let reason: String?
    let decidedAt: Date?
    /// Places of which it was said after the day was flagged that they were up on it.
    let claimedLater: [String]

    init?(_ day: Stored<DarkDay>, channels: [Stored<Channel>]) {
        guard let date = day.state.date else { return nil }
        self.date = date
        version = day.newVersion
        holds = day.state.holds
        extended = day.state.decision?.extends
        officer = day.state.decision?.officer
        reason = day.state.decision?.reason
        decidedAt = day.state.decision?.at
        claimedLater = channels.filter { $0.state.wasUp(on: date) }.map(\.id.lowercase)
    }
}
