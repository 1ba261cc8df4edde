import Kernel

/// What an application says about the applicant's work, read and normalised.
///
/// Neither name nor numbers of document and telephone are here: those stay in the person register.
package struct Particulars: Codable, Hashable, Sendable {
    /// 所在单位.
    package var unit: String
    /// Whether that is a unit the filing covers beside the enterprise itself; nil as no, so that old rows stay equal.
    package var inCoveredUnit: Bool?
    /// 部门车间.
    package var workshop: String
    /// 班组; nil where it is not told.
    package var team: String?
    /// 岗位名称.
    package var position: String
    /// 岗位类别.
    package var positionKind: String
    /// 用工形式.
    package var employmentForm: String
    /// 在岗状态.
    package var dutyStatus: String
    /// 入职日期.
    package var hiredOn: LocalDate?
    /// 文化程度.
    package var education: String?
    /// 申报职业.
    package var occupation: Occupation
    /// 原证书.
    package var prior: PriorCertificate
    /// 高级技师岗位起止.
    package var seniorPosts: SeniorPosts
    /// 是否仍从事本职业.
    package var stillInOccupation: Bool
    /// 身体条件确认.
    package var healthConfirmed: Bool
    /// 遵纪守法确认.
    package var conductConfirmed: Bool
    /// 附加条件.
    package var conditions: [AdditionalCondition]
    /// 业绩摘要.
    package var merits: String
    /// 荣誉名称.
    package var honour: String?
    /// 荣誉文号及日期.
    package var honourDocument: String?
    /// 放宽事由、放宽的条件.
    package var relaxation: RelaxationRequest?
    /// 证明材料.
    package var evidence: [String]
    /// 照片文件.
    package var photo: String?
    /// 本人确认日期.
    package var confirmedOn: LocalDate?

    /// The particulars of one application.
    package init(
        unit: String,
        workshop: String,
        team: String? = nil,
        position: String,
        positionKind: String,
        employmentForm: String,
        dutyStatus: String,
        hiredOn: LocalDate?,
        education: String?,
        occupation: Occupation,
        prior: PriorCertificate,
        seniorPosts: SeniorPosts,
        stillInOccupation: Bool,
        healthConfirmed: Bool,
        conductConfirmed: Bool,
        conditions: [AdditionalCondition],
        merits: String,
        honour: String?,
        honourDocument: String?,
        relaxation: RelaxationRequest?,
        evidence: [String],
        photo: String?,
        confirmedOn: LocalDate?,
        inCoveredUnit: Bool? = nil
    ) {
        self.unit = unit
        self.workshop = workshop
        self.team = team
        self.position = position
        self.positionKind = positionKind
        self.employmentForm = employmentForm
        self.dutyStatus = dutyStatus
        self.hiredOn = hiredOn
        self.education = education
        self.occupation = occupation
        self.prior = prior
        self.seniorPosts = seniorPosts
        self.stillInOccupation = stillInOccupation
        self.healthConfirmed = healthConfirmed
        self.conductConfirmed = conductConfirmed
        self.conditions = conditions
        self.merits = merits
        self.honour = honour
        self.honourDocument = honourDocument
        self.relaxation = relaxation
        self.evidence = evidence
        self.photo = photo
        self.confirmedOn = confirmedOn
        self.inCoveredUnit = inCoveredUnit
    }
}

extension Particulars {
    /// 用工形式 as a fact.
    package var employment: EmploymentForm { EmploymentForm(written: employmentForm) }
}
