/// The fields of a person's record as it is uploaded (上传信息), in the order of the workbook.
///
/// The union of what the certificate prints (人社鉴发〔2021〕1号) and what provincial systems ask for.
package enum RecordItem: String, Codable, Sendable, CaseIterable {
    case agencyCode, filingNumber, round, determination, place
    case name, documentType, documentNumber, telephone, education, unit, position
    case priorNumber, priorLevel, priorIssuedOn, priorIssuer, seniorSince, yearsInPost, awards
    case occupationCode, occupationEdition, occupationName, specialty, level, scores
    case publishedOn, publicityEnd, objections, determinedOn
    case certificateNumber, issuedOn

    /// The heading of its column.
    package var heading: String {
        switch self {
        case .agencyCode: "评价机构备案码"
        case .filingNumber: "备案回执号"
        case .round: "评价批次"
        case .determination: "企业确定文号"
        case .place: "批次内序号"
        case .name: "姓名"
        case .documentType: "证件类型"
        case .documentNumber: "证件号码"
        case .telephone: "手机号码"
        case .education: "文化程度"
        case .unit: "工作单位(部门)"
        case .position: "岗位"
        case .priorNumber: "原证书编号"
        case .priorLevel: "原证书等级"
        case .priorIssuedOn: "原证书发证日期"
        case .priorIssuer: "原证书发证机构"
        case .seniorSince: "高级技师岗位起始日期"
        case .yearsInPost: "高级技师岗位年限"
        case .awards: "荣誉"
        case .occupationCode: "职业编码"
        case .occupationEdition: "职业分类版本"
        case .occupationName: "职业名称"
        case .specialty: "工种(职业方向)"
        case .level: "职业技能等级"
        case .scores: "评审成绩"
        case .publishedOn: "公示开始日期"
        case .publicityEnd: "公示截止日期"
        case .objections: "公示异议情况"
        case .determinedOn: "企业确定日期"
        case .certificateNumber: "证书编号"
        case .issuedOn: "发证日期"
        }
    }
}
