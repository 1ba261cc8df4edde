/// The facts rules may name, each with its type; a new one is a line here and one in ``FactTable``.
package enum FactName: String, CaseIterable, Sendable {
    case unit
    case unitIsCovered = "unit.isCovered"
    case workshop
    case positionName = "position.name"
    case positionKind = "position.kind"
    case employmentForm = "employment.form"
    case employmentWords = "employment.words"
    case dutyStatus = "duty.status"
    case hiredOn = "hired.on"
    case education
    case occupationName = "occupation.name"
    case occupationTitle = "occupation.title"
    case occupationCode = "occupation.code"
    case occupationEdition = "occupation.edition"
    case occupationSpecialty = "occupation.specialty"
    case priorKind = "prior.kind"
    case priorLevel = "prior.level"
    case priorLevelWords = "prior.levelWords"
    case priorNumber = "prior.number"
    case priorNumberLevel = "prior.numberLevel"
    case priorOccupation = "prior.occupation"
    case priorIssuer = "prior.issuer"
    case priorIssuedOn = "prior.issuedOn"
    case mapping
    case posts
    case postsBegin = "posts.begin"
    case postsFromCertificate = "posts.fromCertificate"
    case stillInOccupation
    case healthConfirmed
    case conductConfirmed
    case claims
    case merits
    case honour
    case honourDocument = "honour.document"
    case evidence
    case confirmedOn = "confirmed.on"
    case planReferenceDate = "plan.referenceDate"
    case planSeniorPostYears = "plan.seniorPostYears"
    case planAdditionalConditions = "plan.additionalConditions"

    /// Of what type its value is.
    package var type: ValueType {
        switch self {
        case .unit, .workshop, .positionName, .positionKind, .employmentForm, .employmentWords, .dutyStatus, .education,
            .occupationName, .occupationTitle, .occupationCode, .occupationEdition, .occupationSpecialty, .priorKind,
            .priorLevelWords, .priorNumber, .priorOccupation, .priorIssuer, .mapping, .merits, .honour,
            .honourDocument:
            .text
        case .unitIsCovered, .postsFromCertificate, .stillInOccupation, .healthConfirmed, .conductConfirmed: .truth
        case .hiredOn, .priorIssuedOn, .postsBegin, .confirmedOn, .planReferenceDate: .day
        case .priorLevel, .priorNumberLevel: .level
        case .posts: .posts
        case .claims, .evidence: .texts
        case .planSeniorPostYears, .planAdditionalConditions: .number
        }
    }

    /// What people call it.
    package var chinese: String {
        switch self {
        case .unit: "所在单位"
        case .unitIsCovered: "所在单位是否为备案覆盖的所属单位"
        case .workshop: "部门车间"
        case .positionName: "岗位名称"
        case .positionKind: "岗位类别"
        case .employmentForm, .employmentWords: "用工形式"
        case .dutyStatus: "在岗状态"
        case .hiredOn: "入职日期"
        case .education: "文化程度"
        case .occupationName, .occupationTitle: "申报职业"
        case .occupationCode: "职业编码"
        case .occupationEdition: "职业编码版本"
        case .occupationSpecialty: "工种方向"
        case .priorKind: "原证书类型"
        case .priorLevel, .priorLevelWords: "原证书等级"
        case .priorNumber: "原证书编号"
        case .priorNumberLevel: "原证书编号所示等级"
        case .priorOccupation: "原证书职业"
        case .priorIssuer: "原证书发证机构"
        case .priorIssuedOn: "原证书发证日期"
        case .mapping: "职业对应决定"
        case .posts: "高级技师岗位起止"
        case .postsBegin: "高级技师岗位起始日期"
        case .postsFromCertificate: "起始日期是否仅知证书日期"
        case .stillInOccupation: "是否仍从事本职业"
        case .healthConfirmed: "身体条件确认"
        case .conductConfirmed: "遵纪守法确认"
        case .claims: "附加条件"
        case .merits: "业绩摘要"
        case .honour: "荣誉名称"
        case .honourDocument: "荣誉文号及日期"
        case .evidence: "证明材料"
        case .confirmedOn: "本人确认日期"
        case .planReferenceDate: "方案参照日"
        case .planSeniorPostYears: "方案任职年限"
        case .planAdditionalConditions: "方案附加条件数"
        }
    }

    /// Where its value stands among those of one judging.
    var slot: Int { Self.slots[self] ?? 0 }

    private static let slots = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
