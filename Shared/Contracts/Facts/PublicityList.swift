import Foundation
import Kernel

/// The end of a period moved, or became certain.
package struct EndMoved: Fact {
    package static let name = "publicity.end-moved"
    package static let enterpriseMembers: [String]? = ["about", "candidate", "old", "new", "reason"]

    package let about: NoticeRef
    /// The person whose own period moved, nil where it is the notice's.
    package let candidate: UUID?
    package let old: NoticePeriod
    package let new: NoticePeriod
    package let reason: Reason

    /// Why it moved.
    package enum Reason: String, Codable, Hashable, Sendable {
        /// Another version of the calendar.
        case calendar
        /// Days on which the list could not be seen are made up for.
        case extended
        /// The notice was changed as a whole and is on show anew.
        case restarted
        /// An officer answers for an end that rests on days no document settles; the end itself stays.
        case confirmed
    }

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }
    package var person: UUID? { candidate }

    package init(about: NoticeRef, candidate: UUID?, old: NoticePeriod, new: NoticePeriod, reason: Reason) {
        self.about = about
        self.candidate = candidate
        self.old = old
        self.new = new
        self.reason = reason
    }
}

/// An objection to the procedure was found arguable: the whole list is held.
package struct ListHeld: Fact {
    package static let name = "publicity.list-held"

    package let about: NoticeRef
    package let objection: UUID

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }

    package init(about: NoticeRef, objection: UUID) {
        self.about = about
        self.objection = objection
    }
}

/// No objection to the procedure holds the list any more.
package struct ListReleased: Fact {
    package static let name = "publicity.list-released"

    package let about: NoticeRef
    package let objection: UUID
    package let releasedAt: Date

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }

    package init(about: NoticeRef, objection: UUID, releasedAt: Date) {
        self.about = about
        self.objection = objection
        self.releasedAt = releasedAt
    }
}

/// An objection to the procedure was upheld: nothing follows from this notice.
package struct NoticeAnnulled: Fact {
    package static let name = "publicity.annulled"

    package let about: NoticeRef
    package let objection: UUID
    package let reason: String

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }

    package init(about: NoticeRef, objection: UUID, reason: String) {
        self.about = about
        self.objection = objection
        self.reason = reason
    }
}

/// Somebody may have been left out of the list; the matter goes back to evaluation and holds nobody.
package struct OmissionReferred: Fact {
    package static let name = "publicity.omission-referred"

    package let about: NoticeRef
    package let objection: UUID
    /// The name of whom the objector misses, as the handling office wrote it down.
    package let missing: String
    /// What the handling office found; never the objector's own words.
    package let finding: String

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }

    package init(about: NoticeRef, objection: UUID, missing: String, finding: String) {
        self.about = about
        self.objection = objection
        self.missing = missing
        self.finding = finding
    }
}

/// An objection was received after the end: it holds nothing, is answered, and is supervision's to know.
package struct ObjectionLate: Fact {
    package static let name = "publicity.objection-late"

    package let about: NoticeRef
    package let objection: UUID
    package let receivedAt: Date

    package var subject: UUID { about.notice }
    package var enterprise: EnterpriseRef? { about.publisher }

    package init(about: NoticeRef, objection: UUID, receivedAt: Date) {
        self.about = about
        self.objection = objection
        self.receivedAt = receivedAt
    }
}
