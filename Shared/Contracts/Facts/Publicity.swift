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
/// It takes effect at the end of the last day, also when it is sent late.
package struct PublicityCompleted: Fact {
    package static let name = "publicity.completed"
    package static let enterpriseMembers: [String]? = ["about", "period", "effectiveAt", "cleared", "held", "removed"]

    package let about: NoticeRef
    package let period: NoticePeriod
    /// The end of the last day.
    package let effectiveAt: Date
    /// Persons against whom no objection is open.
    package let cleared: [UUID]
    /// Persons whose objection is still being examined; they follow by ``CandidateCleared``.
    package let held: [UUID]
    /// Persons whose objection was upheld; they never follow.
    package let removed: [UUID]

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }

    package init(
        about: NoticeRef,
        period: NoticePeriod,
        effectiveAt: Date,
        cleared: [UUID],
        held: [UUID],
        removed: [UUID]
    ) {
        self.about = about
        self.period = period
        self.effectiveAt = effectiveAt
        self.cleared = cleared
        self.held = held
        self.removed = removed
    }
}

/// An objection about one person was accepted for examination: that name is held by itself.
package struct CandidateHeld: Fact {
    package static let name = "publicity.candidate-held"

    package let about: NoticeRef
    package let candidate: UUID
    package let objection: UUID

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }
    package var person: UUID? { candidate }

    package init(about: NoticeRef, candidate: UUID, objection: UUID) {
        self.about = about
        self.candidate = candidate
        self.objection = objection
    }
}

/// The last open objection about a person was dismissed.
package struct CandidateCleared: Fact {
    package static let name = "publicity.candidate-cleared"

    package let about: NoticeRef
    package let period: NoticePeriod
    package let candidate: UUID
    package let objection: UUID
    /// Whether the period had already run in full, so that approval follows at once.
    package let afterCompletion: Bool
    package let clearedAt: Date

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }
    package var person: UUID? { candidate }

    package init(
        about: NoticeRef,
        period: NoticePeriod,
        candidate: UUID,
        objection: UUID,
        afterCompletion: Bool,
        clearedAt: Date
    ) {
        self.about = about
        self.period = period
        self.candidate = candidate
        self.objection = objection
        self.afterCompletion = afterCompletion
        self.clearedAt = clearedAt
    }
}

/// An objection about a person was upheld: that name leaves the list for good.
package struct CandidateRemoved: Fact {
    package static let name = "publicity.candidate-removed"

    package let about: NoticeRef
    package let candidate: UUID
    package let objection: UUID
    package let reason: String

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }
    package var person: UUID? { candidate }

    package init(about: NoticeRef, candidate: UUID, objection: UUID, reason: String) {
        self.about = about
        self.candidate = candidate
        self.objection = objection
        self.reason = reason
    }
}

/// A version of the working-day calendar came into use.
package struct CalendarPublished: Fact {
    package static let name = "calendar.published"

    package let calendar: UUID
    package let version: String
    /// The years settled by a published document.
    package let years: [Int]

    package var subject: UUID { calendar }

    package init(calendar: UUID, version: String, years: [Int]) {
        self.calendar = calendar
        self.version = version
        self.years = years
    }
}
