import Foundation
import Kernel
import Messaging
import PublicityTimerDomain

/// What of a notice stands in columns beside its state, so that it can be found without reading it.
struct NoticeColumns {
    let id: UUID
    let loaded: Int
    let version: Int
    let phase: String
    let state: String
    let endsAt: Date
    let isOfficial: Bool
    let dueAt: Date?
    let requiredDays: Int
    let extraDays: Int
    let publishedOn: String
    let lastDay: String
    let isReckoned: Bool
    let hasOwnPeriods: Bool
    let list: UUID
    let creditCode: String

    /// Nil before it is opened.
    init?(_ notice: Stored<Notice>) throws {
        guard let posting = notice.state.posting else { return nil }
        id = notice.id
        loaded = notice.version
        version = notice.newVersion
        phase = notice.state.phase.rawValue
        state = try Column.text(notice.state)
        endsAt = posting.period.endsAt
        isOfficial = posting.period.authority == .official
        dueAt = notice.state.dueAt
        requiredDays = posting.period.requiredDays
        extraDays = posting.period.extraDays
        publishedOn = posting.period.publishedOn.description
        lastDay = posting.period.lastDay.description
        isReckoned = notice.state.isReckonedAgain
        hasOwnPeriods = notice.state.names.contains { $0.ownPeriod != nil }
        list = posting.list
        creditCode = posting.publisher.creditCode
    }
}
