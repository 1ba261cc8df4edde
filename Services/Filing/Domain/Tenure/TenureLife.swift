import Foundation
import Kernel

/// What a tenure is of, and what has become of it.
package struct TenureLife: Hashable, Sendable, Codable {
    /// The filing it is the life of.
    package let filing: UUID
    /// General or special-grade.
    package let kind: FilingKind
    /// The general filing a special-grade one rests on; nil for a general one.
    package let restsOn: UUID?
    package let filer: EnterpriseRef
    package let agencyCode: AgencyCode
    /// The day it was accepted.
    package let begunOn: LocalDate
    /// The days it is in force; after a renewal in time from the first day of the first term on.
    package internal(set) var term: Term
    /// Every term given, oldest first.
    package internal(set) var terms: [Term]
    package internal(set) var occupations: [FiledOccupation]
    /// The filed work plan now, of a special-grade filing.
    package internal(set) var workPlan: FiledWorkPlan?
    /// The smallest threshold of days a reminder of this term's end was given at.
    package internal(set) var remindedAt: Int?
    /// Whether it was told that this term is over.
    package internal(set) var isExpiryTold: Bool?
    /// A suspension that begins on a day to come.
    package internal(set) var ordered: Suspension?
    /// How the general filing stands, where this one rests on it and it is not simply in force.
    package internal(set) var general: Ground?

    /// The general filing under a special-grade one, suspended or cancelled.
    package enum Ground: Hashable, Sendable, Codable {
        case suspended(suspension: Suspension)
        case cancelled(cancellation: Cancellation)
    }

    /// A life that begins on the day of acceptance.
    package init(
        filing: UUID,
        kind: FilingKind,
        restsOn: UUID? = nil,
        filer: EnterpriseRef,
        agencyCode: AgencyCode,
        begunOn: LocalDate,
        term: Term,
        occupations: [FiledOccupation],
        workPlan: FiledWorkPlan? = nil
    ) {
        self.filing = filing
        self.kind = kind
        self.restsOn = restsOn
        self.filer = filer
        self.agencyCode = agencyCode
        self.begunOn = begunOn
        self.term = term
        terms = [term]
        self.occupations = occupations
        self.workPlan = workPlan
    }
}

/// What was filed.
package enum FilingKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// 自主评价备案.
    case general
    /// 特级技师评价备案.
    case special
}

/// A version of a filed work plan, by its number and digest.
package struct FiledWorkPlan: Hashable, Sendable, Codable {
    package let version: Int
    package let digest: String
    /// What it lays down in machine form; nil where it says it in words alone.
    package let terms: FiledPlanTerms?

    /// A version with SHA-256 in hex.
    package init(version: Int, digest: String, terms: FiledPlanTerms? = nil) {
        self.version = version
        self.digest = digest
        self.terms = terms
    }
}

/// A suspension (暂停), as the bureau ordered it.
package struct Suspension: Hashable, Sendable, Codable {
    package let facts: String
    package let reasons: String
    /// The rule it rests on.
    package let basis: String
    package let from: LocalDate
    /// Its last day; nil until it is lifted.
    package let through: LocalDate?
    package let consequences: Consequences
    /// The exit case it was decided in, and the decision's number; nil where the bureau ordered it by itself.
    package let exitCase: UUID?
    package let decisionNumber: String?

    /// A suspension with all it must say.
    package init(
        facts: String,
        reasons: String,
        basis: String,
        from: LocalDate,
        through: LocalDate?,
        consequences: Consequences,
        exitCase: UUID? = nil,
        decisionNumber: String? = nil
    ) {
        self.facts = facts
        self.reasons = reasons
        self.basis = basis
        self.from = from
        self.through = through
        self.consequences = consequences
        self.exitCase = exitCase
        self.decisionNumber = decisionNumber
    }
}

/// A cancellation (取消备案资格), as it was decided in an exit case.
package struct Cancellation: Hashable, Sendable, Codable {
    package let exitCase: UUID
    package let decisionNumber: String
    package let on: LocalDate
    package let consequences: Consequences

    /// The decision of a case.
    package init(exitCase: UUID, decisionNumber: String, on: LocalDate, consequences: Consequences) {
        self.exitCase = exitCase
        self.decisionNumber = decisionNumber
        self.on = on
        self.consequences = consequences
    }
}
