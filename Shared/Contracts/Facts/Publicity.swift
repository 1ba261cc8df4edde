import Foundation
import Kernel

/// What every fact about a notice says first.
package struct NoticeRef: Codable, Hashable, Sendable {
    package let notice: UUID
    package let list: UUID
    package let round: UUID
    package let publisher: EnterpriseRef
    package let listDigest: String

    package init(notice: UUID, list: UUID, round: UUID, publisher: EnterpriseRef, listDigest: String) {
        self.notice = notice
        self.list = list
        self.round = round
        self.publisher = publisher
        self.listDigest = listDigest
    }
}

/// The period of a notice as it was reckoned.
package struct NoticePeriod: Codable, Hashable, Sendable {
    /// Working days asked for, five at least (notice, 四（三）).
    package let requiredDays: Int
    /// The day of publication, which is not counted (民法典 201).
    package let publishedOn: LocalDate
    /// The last day counted; the period ends with it at 24:00 Asia/Shanghai (民法典 203).
    package let lastDay: LocalDate
    package let endsAt: Date
    package let calendarVersion: String
    /// Whether every day it touches is settled by a published calendar.
    package let authority: WorkingCalendar.Authority

    package init(
        requiredDays: Int,
        publishedOn: LocalDate,
        lastDay: LocalDate,
        endsAt: Date,
        calendarVersion: String,
        authority: WorkingCalendar.Authority
    ) {
        self.requiredDays = requiredDays
        self.publishedOn = publishedOn
        self.lastDay = lastDay
        self.endsAt = endsAt
        self.calendarVersion = calendarVersion
        self.authority = authority
    }
}

/// A proposed list is on show; its clock runs.
package struct PublicityOpened: Fact {
    package static let name = "publicity.opened"
    package static let enterpriseMembers: [String]? = ["about", "period", "names"]

    package let about: NoticeRef
    package let period: NoticePeriod
    /// How many names are on show.
    package let names: Int

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }

    package init(about: NoticeRef, period: NoticePeriod, names: Int) {
        self.about = about
        self.period = period
        self.names = names
    }
}

/// The period has run in full: approval needs nothing else.
///
/// It takes effect at the end of the last day, also when it is sent late; a list that was held past it, when it was released.
package struct PublicityCompleted: Fact {
    package static let name = "publicity.completed"
    package static let enterpriseMembers: [String]? = [
        "about", "period", "effectiveAt", "cleared", "held", "removed", "continuing",
    ]

    package let about: NoticeRef
    package let period: NoticePeriod
    /// The end of the last day, or when the list was released after it.
    package let effectiveAt: Date
    /// Persons against whom no objection is open.
    package let cleared: [UUID]
    /// Persons whose objection is still being examined; they follow by ``CandidateCleared``.
    package let held: [UUID]
    /// Persons whose objection was upheld, or whose name was taken back; they never follow.
    package let removed: [UUID]
    /// Persons whose entry was added or corrected meanwhile and has a period of its own.
    ///
    /// They follow by ``CandidateCleared``. Nil in what was said before there were such.
    package let continuing: [UUID]?

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }

    package init(
        about: NoticeRef,
        period: NoticePeriod,
        effectiveAt: Date,
        cleared: [UUID],
        held: [UUID],
        removed: [UUID],
        continuing: [UUID]? = nil
    ) {
        self.about = about
        self.period = period
        self.effectiveAt = effectiveAt
        self.cleared = cleared
        self.held = held
        self.removed = removed
        self.continuing = continuing
    }
}
