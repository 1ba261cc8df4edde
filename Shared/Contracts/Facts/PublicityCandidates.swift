import Foundation
import Kernel

/// An objection about one person is examined: that name is held by itself.
package struct CandidateHeld: Fact {
    package static let name = "publicity.candidate-held"

    package let about: NoticeRef
    package let candidate: UUID
    package let objection: UUID
    /// True where it was received in time but entered after the period had run: the name may be determined already.
    package let afterCompletion: Bool?

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }
    package var person: UUID? { candidate }

    package init(about: NoticeRef, candidate: UUID, objection: UUID, afterCompletion: Bool) {
        self.about = about
        self.candidate = candidate
        self.objection = objection
        self.afterCompletion = afterCompletion
    }
}

/// Nothing stands against a person any more: the last open objection was dismissed, or the entry's own period has run.
package struct CandidateCleared: Fact {
    package static let name = "publicity.candidate-cleared"

    package let about: NoticeRef
    package let period: NoticePeriod
    package let candidate: UUID
    /// The objection that was dismissed, nil where the entry's own period has run without one.
    package let objection: UUID?
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
        objection: UUID?,
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
