import Foundation
import Kernel

/// What an accepted filing (备案) lets an enterprise evaluate, as the filing service said it.
package struct FilingScope: Codable, Hashable, Sendable {
    package let filing: UUID
    package let enterprise: EnterpriseRef
    package let enterpriseName: String
    /// The 13 characters the authority gave.
    package let agencyCode: String
    package let occupations: [Occupation]
    package let validFrom: LocalDate
    package let validThrough: LocalDate
    /// The units it covers; nil where it covers the enterprise as a whole, as all did before units were filed.
    package let units: [UUID]?
    /// Whether it covers the enterprise itself beside these units; nil where it covers it as a whole.
    package let coversEnterprise: Bool?
    /// Its work plan; nil where nothing was heard of it.
    package let workPlan: FiledPlan?
    /// Which centre accepted it, `centre` or `province-centre`; nil where that was not told.
    package let authorityKind: String?

    /// The scope of one filing.
    package init(
        filing: UUID,
        enterprise: EnterpriseRef,
        enterpriseName: String,
        agencyCode: String,
        occupations: [Occupation],
        validFrom: LocalDate,
        validThrough: LocalDate,
        units: [UUID]? = nil,
        coversEnterprise: Bool? = nil,
        workPlan: FiledPlan? = nil,
        authorityKind: String? = nil
    ) {
        self.filing = filing
        self.enterprise = enterprise
        self.enterpriseName = enterpriseName
        self.agencyCode = agencyCode
        self.occupations = occupations
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.units = units
        self.coversEnterprise = coversEnterprise
        self.workPlan = workPlan
        self.authorityKind = authorityKind
    }
}

extension Occupation {
    /// Whether what is filed or planned for this occupation is good for the other.
    ///
    /// Code and edition must be the same; a 工种 counts only where both name one.
    package func includes(_ other: Occupation) -> Bool {
        guard code == other.code, edition == other.edition else { return false }
        guard let specialty, let wanted = other.specialty else { return true }
        return specialty == wanted
    }
}
