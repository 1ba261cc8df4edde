import Foundation
import Kernel

/// How an accepted filing stands, whole: who has heard the highest edition of it knows all there is to know.
///
/// Every fact of a filing's life carries one, so that hearers need no earlier fact to understand a later one.
package struct FilingStanding: Codable, Hashable, Sendable {
    /// What was filed.
    package enum Kind: String, Codable, CaseIterable, Sendable {
        /// 自主评价备案.
        case general
        /// 特级技师评价备案; it rests on a general one.
        case special
    }

    /// Where it stands; that its term is over is told by the term and the day.
    package enum State: String, Codable, CaseIterable, Sendable {
        case inForce = "in-force"
        case suspended
        case cancelled
    }

    package let filing: UUID
    package let kind: Kind
    /// The general filing a special-grade one rests on.
    package let restsOn: UUID?
    /// Counts what has happened to the filing since it was accepted; of two standings the one with the higher edition is the later.
    package let edition: Int
    package let state: State
    package let filer: EnterpriseRef
    package let enterpriseName: String
    /// The 13-character agency code.
    package let agencyCode: String
    /// What may be evaluated, and to which levels.
    package let occupations: [FiledLevels]
    package let validFrom: LocalDate
    /// With the end of this day it is over; what runs may finish.
    package let validThrough: LocalDate
    /// What follows while it is suspended or cancelled; nil while it is in force.
    package let effects: FilingEffects?
    /// The filed work plan now, of a special-grade filing: version, and SHA-256 in hex.
    package let workPlanVersion: Int?
    package let workPlanDigest: String?
    /// What it lays down in machine form; nil where it says it in words alone.
    package let workPlanTerms: FiledPlanTerms?

    package init(
        filing: UUID,
        kind: Kind,
        restsOn: UUID?,
        edition: Int,
        state: State,
        filer: EnterpriseRef,
        enterpriseName: String,
        agencyCode: String,
        occupations: [FiledLevels],
        validFrom: LocalDate,
        validThrough: LocalDate,
        effects: FilingEffects?,
        workPlanVersion: Int?,
        workPlanDigest: String?,
        workPlanTerms: FiledPlanTerms? = nil
    ) {
        self.filing = filing
        self.kind = kind
        self.restsOn = restsOn
        self.edition = edition
        self.state = state
        self.filer = filer
        self.enterpriseName = enterpriseName
        self.agencyCode = agencyCode
        self.occupations = occupations
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.effects = effects
        self.workPlanVersion = workPlanVersion
        self.workPlanDigest = workPlanDigest
        self.workPlanTerms = workPlanTerms
    }

    /// Whether a new plan or round may begin on that day.
    package func isInForce(on day: LocalDate) -> Bool {
        state == .inForce && validFrom <= day && day <= validThrough
    }
}

/// An occupation with the levels that are filed in it.
package struct FiledLevels: Codable, Hashable, Sendable {
    package let occupation: Occupation
    /// Lowest first.
    package let levels: [SkillLevel]

    package init(occupation: Occupation, levels: [SkillLevel]) {
        self.occupation = occupation
        self.levels = levels
    }
}

/// What becomes of each class of things under a filing that is suspended or cancelled, as the decision chose.
package struct FilingEffects: Codable, Hashable, Sendable {
    /// Whether what is under way stops where it is, or goes on to its end.
    package enum Running: String, Codable, CaseIterable, Sendable { case freeze, finish }
    /// Whether names that were approved get their certificates.
    package enum Unissued: String, Codable, CaseIterable, Sendable { case freeze, issue }
    /// Whether certificates keep their force.
    package enum Issued: String, Codable, CaseIterable, Sendable { case stay, suspend }
    /// Whether appointments are marked for the employer and the authority to look at.
    package enum Appointments: String, Codable, CaseIterable, Sendable { case stay, flag }

    /// Rounds: frozen ones take no application, vote or list.
    package let rounds: Running
    /// Open notices: they run on and complete; frozen ones lead to no determination.
    package let notices: Running
    /// Approved names without a certificate: frozen ones are not audited, numbered or issued.
    package let unissued: Unissued
    /// Issued certificates.
    package let issued: Issued
    package let appointments: Appointments

    package init(
        rounds: Running,
        notices: Running,
        unissued: Unissued,
        issued: Issued,
        appointments: Appointments
    ) {
        self.rounds = rounds
        self.notices = notices
        self.unissued = unissued
        self.issued = issued
        self.appointments = appointments
    }
}
