import Kernel

/// What an enterprise hands in for its general filing (自主评价备案).
package struct GeneralApplication: Hashable, Sendable, Codable {
    package let filer: EnterpriseRef
    package let occupations: [FiledOccupation]
    /// 评价机构: the body that evaluates.
    package let evaluationBody: String
    /// 人员: its experts, assessors and staff.
    package let staff: String
    /// 经费: what pays for it.
    package let funding: String
    /// 制度: the rules it works by.
    package let rules: String

    /// An application with all its parts.
    package init(
        filer: EnterpriseRef,
        occupations: [FiledOccupation],
        evaluationBody: String,
        staff: String,
        funding: String,
        rules: String
    ) {
        self.filer = filer
        self.occupations = occupations
        self.evaluationBody = evaluationBody
        self.staff = staff
        self.funding = funding
        self.rules = rules
    }
}
