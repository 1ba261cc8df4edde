/// What of a person's record can be found wrong, and corrected.
package enum RecordField: String, Codable, Hashable, Sendable, CaseIterable {
    case name
    case documentType
    case documentNumber
    case unit
    /// 工种.
    case specialty
    case education
    case telephone
    case position
    case priorNumber
    case priorLevel
    case priorIssuedOn
    case priorIssuer
    /// Since when the person held the post of 高级技师.
    case seniorSince
    case honours
    /// The photo, which has its own way in.
    case photo

    /// The field in words.
    package var chinese: String {
        switch self {
        case .name: "姓名"
        case .documentType: "证件类型"
        case .documentNumber: "证件号码"
        case .unit: "工作单位"
        case .specialty: "工种"
        case .education: "文化程度"
        case .telephone: "手机号码"
        case .position: "岗位"
        case .priorNumber: "原证书编号"
        case .priorLevel: "原证书等级"
        case .priorIssuedOn: "原证书发证日期"
        case .priorIssuer: "原证书发证机构"
        case .seniorSince: "高级技师岗位起始日期"
        case .honours: "荣誉"
        case .photo: "照片"
        }
    }

    /// Whether what it holds is shown to auditors with its middle left out.
    package var isMasked: Bool { self == .documentNumber || self == .telephone || self == .priorNumber }

    /// Whether the certificate prints it, so that a paper that says something else is replaced.
    package var isOnPaper: Bool {
        switch self {
        case .name, .documentType, .documentNumber, .specialty: true
        case .unit, .education, .telephone, .position, .priorNumber, .priorLevel, .priorIssuedOn, .priorIssuer,
            .seniorSince, .honours, .photo:
            false
        }
    }
}
