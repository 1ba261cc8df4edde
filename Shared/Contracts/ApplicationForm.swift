/// An application (申报) as the enterprise writes it: one row of the workbook, or one message of its own system.
///
/// Everything is text, as written; `evaluation` reads, normalises and refuses with reasons per member.
/// The Chinese column of the workbook stands beside each member.
package struct ApplicationForm: Codable, Hashable, Sendable {
    /// Column 姓名.
    package var name: String
    /// Column 证件类型.
    package var documentType: String
    /// Column 证件号码.
    package var documentNumber: String
    /// Column 文化程度.
    package var education: String?
    /// Column 手机号码.
    package var telephone: String?
    /// Column 所在单位.
    package var unit: String
    /// Column 部门车间.
    package var workshop: String
    /// Column 班组.
    package var team: String?
    /// Column 岗位名称.
    package var position: String
    /// Column 岗位类别.
    package var positionKind: String
    /// Column 用工形式.
    package var employmentForm: String
    /// Column 在岗状态.
    package var dutyStatus: String
    /// Column 入职日期.
    package var hiredOn: String?
    /// Column 申报职业.
    package var occupation: String
    /// Column 职业编码.
    package var occupationCode: String
    /// Column 职业编码版本.
    package var occupationEdition: String
    /// Column 工种方向.
    package var specialty: String?
    /// Column 原证书类型.
    package var priorKind: String
    /// Column 原证书等级.
    package var priorLevel: String
    /// Column 原证书编号.
    package var priorNumber: String
    /// Column 原证书职业.
    package var priorOccupation: String
    /// Column 原证书发证机构.
    package var priorIssuer: String?
    /// Column 原证书发证日期.
    package var priorIssuedOn: String?
    /// Column 高级技师岗位起止.
    ///
    /// `2021-06-01~` or `2016-03-01~2022-03-31`, several separated by `;`
    package var seniorSpans: String
    /// Column 是否仍从事本职业.
    package var stillInOccupation: String
    /// Column 身体条件确认.
    package var healthConfirmed: String
    /// Column 遵纪守法确认.
    package var conductConfirmed: String
    /// Column 附加条件, `二1;二3`.
    package var conditions: String
    /// Column 业绩摘要.
    package var merits: String
    /// Column 荣誉名称.
    package var honour: String?
    /// Column 荣誉文号及日期.
    package var honourDocument: String?
    /// Column 放宽事由.
    package var relaxationGround: String?
    /// Column 放宽的条件.
    package var relaxedClause: String?
    /// Column 证明材料.
    package var evidence: String?
    /// Column 照片文件.
    package var photo: String?
    /// Column 本人确认日期.
    package var confirmedOn: String?

    package init(
        name: String,
        documentType: String,
        documentNumber: String,
        education: String?,
        telephone: String?,
        unit: String,
        workshop: String,
        team: String? = nil,
        position: String,
        positionKind: String,
        employmentForm: String,
        dutyStatus: String,
        hiredOn: String?,
        occupation: String,
        occupationCode: String,
        occupationEdition: String,
        specialty: String?,
        priorKind: String,
        priorLevel: String,
        priorNumber: String,
        priorOccupation: String,
        priorIssuer: String?,
        priorIssuedOn: String?,
        seniorSpans: String,
        stillInOccupation: String,
        healthConfirmed: String,
        conductConfirmed: String,
        conditions: String,
        merits: String,
        honour: String?,
        honourDocument: String?,
        relaxationGround: String?,
        relaxedClause: String?,
        evidence: String?,
        photo: String?,
        confirmedOn: String?
    ) {
        self.name = name
        self.documentType = documentType
        self.documentNumber = documentNumber
        self.education = education
        self.telephone = telephone
        self.unit = unit
        self.workshop = workshop
        self.team = team
        self.position = position
        self.positionKind = positionKind
        self.employmentForm = employmentForm
        self.dutyStatus = dutyStatus
        self.hiredOn = hiredOn
        self.occupation = occupation
        self.occupationCode = occupationCode
        self.occupationEdition = occupationEdition
        self.specialty = specialty
        self.priorKind = priorKind
        self.priorLevel = priorLevel
        self.priorNumber = priorNumber
        self.priorOccupation = priorOccupation
        self.priorIssuer = priorIssuer
        self.priorIssuedOn = priorIssuedOn
        self.seniorSpans = seniorSpans
        self.stillInOccupation = stillInOccupation
        self.healthConfirmed = healthConfirmed
        self.conductConfirmed = conductConfirmed
        self.conditions = conditions
        self.merits = merits
        self.honour = honour
        self.honourDocument = honourDocument
        self.relaxationGround = relaxationGround
        self.relaxedClause = relaxedClause
        self.evidence = evidence
        self.photo = photo
        self.confirmedOn = confirmedOn
    }
}
