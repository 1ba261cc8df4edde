import Foundation
import Kernel

/// An enterprise is on the register of the filing authority.
package struct EnterpriseRegistered: Fact {
    package static let name = "filing.enterprise-registered"

    package let registered: EnterpriseRef
    /// The name as registered with the market regulator.
    package let enterpriseName: String
    /// The county-level jurisdiction it files under, from the authority's own table.
    package let jurisdiction: String
    /// The units it covers; nil where it was told before units were on record.
    package let units: [EnterpriseUnit]?

    package var subject: UUID { registered.id }
    package var enterprise: EnterpriseRef? { registered }

    package init(
        registered: EnterpriseRef,
        enterpriseName: String,
        jurisdiction: String,
        units: [EnterpriseUnit]? = nil
    ) {
        self.registered = registered
        self.enterpriseName = enterpriseName
        self.jurisdiction = jurisdiction
        self.units = units
    }
}

/// A special-grade filing (特级技师评价备案) was accepted, with a receipt.
package struct FilingAccepted: Fact {
    package static let name = "filing.accepted"

    /// The special-grade filing.
    package let filing: UUID
    package let filer: EnterpriseRef
    package let enterpriseName: String
    /// The 13-character agency code the authority gave with the general filing.
    package let agencyCode: String
    /// The office that accepted it.
    package let authority: String
    /// The occupations the enterprise may evaluate at special grade.
    package let occupations: [Occupation]
    /// The filed work plan: version, and SHA-256 of its canonical bytes in hex.
    package let workPlanVersion: Int
    package let workPlanDigest: String
    package let receiptNumber: String
    package let acceptedOn: LocalDate
    /// The term of the general filing it rests on.
    package let validFrom: LocalDate
    package let validThrough: LocalDate
    /// The units it covers beside the enterprise itself; nil where it covers the enterprise as a whole.
    package let units: [UUID]?
    /// Whether, beside its units, it covers the enterprise itself; nil where it covers the enterprise as a whole.
    package let coversEnterprise: Bool?
    /// What the filed work plan lays down in machine form; nil where it says it in words alone.
    package let workPlanTerms: FiledPlanTerms?
    /// Which centre accepted it, `centre` or `province-centre`; nil where it was told before that was said.
    package let authorityKind: String?

    package var subject: UUID { filing }
    package var enterprise: EnterpriseRef? { filer }

    package init(
        filing: UUID,
        filer: EnterpriseRef,
        enterpriseName: String,
        agencyCode: String,
        authority: String,
        occupations: [Occupation],
        workPlanVersion: Int,
        workPlanDigest: String,
        receiptNumber: String,
        acceptedOn: LocalDate,
        validFrom: LocalDate,
        validThrough: LocalDate,
        units: [UUID]? = nil,
        coversEnterprise: Bool? = nil,
        workPlanTerms: FiledPlanTerms? = nil,
        authorityKind: String? = nil
    ) {
        self.filing = filing
        self.filer = filer
        self.enterpriseName = enterpriseName
        self.agencyCode = agencyCode
        self.authority = authority
        self.occupations = occupations
        self.workPlanVersion = workPlanVersion
        self.workPlanDigest = workPlanDigest
        self.receiptNumber = receiptNumber
        self.acceptedOn = acceptedOn
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.units = units
        self.coversEnterprise = coversEnterprise
        self.workPlanTerms = workPlanTerms
        self.authorityKind = authorityKind
    }
}
