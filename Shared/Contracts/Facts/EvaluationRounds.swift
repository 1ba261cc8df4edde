import Foundation
import Kernel

/// A version of an implementation plan (实施方案) was shown to the employees and sent to the filing authority (四（一）).
package struct PlanDisclosed: Fact {
    package static let name = "evaluation.plan-disclosed"

    package let plan: UUID
    /// Which version of the plan, from 1.
    package let version: Int
    package let filing: UUID
    package let owner: EnterpriseRef
    package let title: String
    package let shownOn: LocalDate
    package let sentOn: LocalDate
    /// How many files prove it.
    package let files: Int

    package var subject: UUID { plan }
    package var enterprise: EnterpriseRef? { owner }

    package init(
        plan: UUID,
        version: Int,
        filing: UUID,
        owner: EnterpriseRef,
        title: String,
        shownOn: LocalDate,
        sentOn: LocalDate,
        files: Int
    ) {
        self.plan = plan
        self.version = version
        self.filing = filing
        self.owner = owner
        self.title = title
        self.shownOn = shownOn
        self.sentOn = sentOn
        self.files = files
    }
}

/// A round (批次) takes applications; told again when one that was closed goes on, because its notice was annulled.
package struct RoundOpened: Fact {
    package static let name = "evaluation.round-opened"

    package let round: UUID
    package let filing: UUID
    package let opener: EnterpriseRef
    package let title: String
    package let at: Date

    package var subject: UUID { round }
    package var enterprise: EnterpriseRef? { opener }

    package init(round: UUID, filing: UUID, opener: EnterpriseRef, title: String, at: Date) {
        self.round = round
        self.filing = filing
        self.opener = opener
        self.title = title
        self.at = at
    }
}

/// A round has come to its end: nothing of it waits for anybody.
package struct RoundClosed: Fact {
    package static let name = "evaluation.round-closed"

    /// How it ended.
    package enum Outcome: String, Codable, CaseIterable, Sendable {
        /// Its names were determined, removed or withdrawn.
        case determined
        /// The panel approved nobody.
        case nobodyApproved = "nobody-approved"
    }

    package let round: UUID
    package let filing: UUID
    package let opener: EnterpriseRef
    package let outcome: Outcome
    package let at: Date

    package var subject: UUID { round }
    package var enterprise: EnterpriseRef? { opener }

    package init(round: UUID, filing: UUID, opener: EnterpriseRef, outcome: Outcome, at: Date) {
        self.round = round
        self.filing = filing
        self.opener = opener
        self.outcome = outcome
        self.at = at
    }
}
