import Kernel

/// The application form of a special-grade filing (特级技师评价备案申请表).
package struct SpecialApplication: Hashable, Sendable, Codable {
    /// 申请理由.
    package let reason: String
    /// 经办人.
    package let handler: String
    /// 技能人才人数.
    package let skilledWorkers: Int
    /// 高级技师人数.
    package let seniorTechnicians: Int
    /// 拟设特级技师岗位数.
    package let plannedPosts: Int
    /// How the plan was discussed with the employees, where the enterprise tells it.
    package let consultation: Consultation?

    /// A form with all its members.
    package init(
        reason: String,
        handler: String,
        skilledWorkers: Int,
        seniorTechnicians: Int,
        plannedPosts: Int,
        consultation: Consultation?
    ) {
        self.reason = reason
        self.handler = handler
        self.skilledWorkers = skilledWorkers
        self.seniorTechnicians = seniorTechnicians
        self.plannedPosts = plannedPosts
        self.consultation = consultation
    }
}

/// The discussion with the employees' congress or all staff (劳动合同法 4).
package struct Consultation: Hashable, Sendable, Codable {
    package let heldOn: LocalDate
    /// 职工代表大会 or 全体职工, in its words.
    package let form: String
    /// What proves it: minutes, a notice.
    package let evidence: String

    /// A discussion held on a day.
    package init(heldOn: LocalDate, form: String, evidence: String) {
        self.heldOn = heldOn
        self.form = form
        self.evidence = evidence
    }
}
