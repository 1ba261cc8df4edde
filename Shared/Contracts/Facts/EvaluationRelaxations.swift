import Foundation
import Kernel

/// An enterprise has relaxed a condition for one applicant (notice, clause 三（三）): proposed by one, signed by another.
package struct RelaxationGranted: Fact {
    package static let name = "evaluation.relaxation-granted"

    package let application: UUID
    package let round: UUID
    package let filing: UUID
    package let granter: EnterpriseRef
    /// The person in the register.
    package let applicant: UUID
    /// The stable name of the condition, `seniorPostYears`.
    package let condition: String
    /// What people call it.
    package let conditionName: String
    /// Where the clause relaxed stands.
    package let citation: String
    /// The ground as the enterprise wrote it.
    package let ground: String
    /// The ground in the words of the clause; nil where it is none of them.
    package let groundWords: String?
    package let reason: String
    /// The filing authority's written consent, where the condition takes one.
    package let consentDocument: String?
    /// The rule set the application was judged by.
    package let ruleSet: String
    package let ruleSetDigest: String
    package let grantedOn: LocalDate

    package var subject: UUID { application }
    package var enterprise: EnterpriseRef? { granter }
    package var person: UUID? { applicant }

    package init(
        application: UUID,
        round: UUID,
        filing: UUID,
        granter: EnterpriseRef,
        applicant: UUID,
        condition: String,
        conditionName: String,
        citation: String,
        ground: String,
        groundWords: String?,
        reason: String,
        consentDocument: String?,
        ruleSet: String,
        ruleSetDigest: String,
        grantedOn: LocalDate
    ) {
        self.application = application
        self.round = round
        self.filing = filing
        self.granter = granter
        self.applicant = applicant
        self.condition = condition
        self.conditionName = conditionName
        self.citation = citation
        self.ground = ground
        self.groundWords = groundWords
        self.reason = reason
        self.consentDocument = consentDocument
        self.ruleSet = ruleSet
        self.ruleSetDigest = ruleSetDigest
        self.grantedOn = grantedOn
    }
}
