import Foundation
import Kernel

/// Something that happened to an accepted filing.
package protocol FilingLifeFact: Fact {
    /// The filing as it stands after it.
    var standing: FilingStanding { get }
}

extension FilingLifeFact {
    package var subject: UUID { standing.filing }
    package var enterprise: EnterpriseRef? { standing.filer }
}

extension FilingChanged: FilingLifeFact {}
extension FilingSuspended: FilingLifeFact {}
extension FilingResumed: FilingLifeFact {}
extension FilingCancelled: FilingLifeFact {}
extension FilingSetAside: FilingLifeFact {}

/// Term, scope or filed work plan are others now, or the term is over.
package struct FilingChanged: Fact {
    package static let name = "filing.changed"
    package static let enterpriseMembers: [String]? = ["standing", "changed", "on"]

    /// What can be another.
    package enum Change: String, Codable, CaseIterable, Sendable {
        /// It was renewed.
        case term
        /// An occupation or level was added.
        case occupations
        case workPlan = "work-plan"
        /// Its term was over with the end of the day before.
        case expired
    }

    package let standing: FilingStanding
    package let changed: Change
    package let on: LocalDate

    package init(standing: FilingStanding, changed: Change, on: LocalDate) {
        self.standing = standing
        self.changed = changed
        self.on = on
    }
}

/// The bureau suspended a filing (暂停), or the general one it rests on.
package struct FilingSuspended: Fact {
    package static let name = "filing.suspended"
    package static let enterpriseMembers: [String]? = ["standing", "from", "through"]

    package let standing: FilingStanding
    package let from: LocalDate
    /// Its last day; nil until it is lifted.
    package let through: LocalDate?

    package init(standing: FilingStanding, from: LocalDate, through: LocalDate?) {
        self.standing = standing
        self.from = from
        self.through = through
    }
}

/// A suspension was lifted or is over.
package struct FilingResumed: Fact {
    package static let name = "filing.resumed"
    package static let enterpriseMembers: [String]? = ["standing", "resumedAt"]

    package let standing: FilingStanding
    package let resumedAt: Date

    package init(standing: FilingStanding, resumedAt: Date) {
        self.standing = standing
        self.resumedAt = resumedAt
    }
}

/// The bureau cancelled a filing (取消备案资格), or the general one it rests on.
package struct FilingCancelled: Fact {
    package static let name = "filing.cancelled"
    package static let enterpriseMembers: [String]? = ["standing", "exitCase", "decisionNumber", "decidedOn"]

    package let standing: FilingStanding
    /// The case it was decided in.
    package let exitCase: UUID
    package let decisionNumber: String
    package let decidedOn: LocalDate

    package init(standing: FilingStanding, exitCase: UUID, decisionNumber: String, decidedOn: LocalDate) {
        self.standing = standing
        self.exitCase = exitCase
        self.decisionNumber = decisionNumber
        self.decidedOn = decidedOn
    }
}

/// A decision was set aside (撤销决定): the filing stands as before it.
package struct FilingSetAside: Fact {
    package static let name = "filing.set-aside"
    package static let enterpriseMembers: [String]? = ["standing", "exitCase", "decisionNumber", "setAsideAt"]

    package let standing: FilingStanding
    package let exitCase: UUID
    /// The number of the decision that was set aside.
    package let decisionNumber: String
    package let setAsideAt: Date

    package init(standing: FilingStanding, exitCase: UUID, decisionNumber: String, setAsideAt: Date) {
        self.standing = standing
        self.exitCase = exitCase
        self.decisionNumber = decisionNumber
        self.setAsideAt = setAsideAt
    }
}

/// A filing's term comes to its end; told once for each threshold.
package struct RenewalDue: Fact {
    package static let name = "filing.renewal-due"
    package static let enterpriseMembers: [String]? = [
        "filing", "kind", "filer", "enterpriseName", "daysLeft", "threshold", "validThrough",
    ]

    package let filing: UUID
    package let kind: FilingStanding.Kind
    package let filer: EnterpriseRef
    package let enterpriseName: String
    /// How many days are left, the last one counted.
    package let daysLeft: Int
    /// The threshold that was reached: 90, 30 or 7 days unless set otherwise.
    package let threshold: Int
    package let validThrough: LocalDate

    package var subject: UUID { filing }
    package var enterprise: EnterpriseRef? { filer }

    package init(
        filing: UUID,
        kind: FilingStanding.Kind,
        filer: EnterpriseRef,
        enterpriseName: String,
        daysLeft: Int,
        threshold: Int,
        validThrough: LocalDate
    ) {
        self.filing = filing
        self.kind = kind
        self.filer = filer
        self.enterpriseName = enterpriseName
        self.daysLeft = daysLeft
        self.threshold = threshold
        self.validThrough = validThrough
    }
}
