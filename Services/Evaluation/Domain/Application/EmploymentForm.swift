import Kernel

/// The form of employment (用工形式) as a fact rules decide on; the words the enterprise wrote stay beside it.
package enum EmploymentForm: String, Codable, CaseIterable, Sendable {
    /// 劳动合同.
    case labourContract
    /// 正式职工, 在编.
    case onStaff
    /// 劳务派遣: whether such a person is the enterprise's own needs a person.
    case labourDispatch
    /// Staff of a unit the filing covers, not of the enterprise itself.
    case coveredUnit
    /// 退休返聘: not 在职.
    case rehired
    /// Any other words.
    case other

    /// What stands behind words as people write them.
    package init(written: String) {
        let words = Normalised.identifier(written)
        self =
            switch words {
            case "劳动合同", "劳动合同制", "合同制": .labourContract
            case "正式职工", "在编": .onStaff
            case _ where words.contains("返聘"): .rehired
            case "退休", "已退休", "退休人员": .rehired
            case _ where words.contains("派遣"): .labourDispatch
            case _ where ["所属单位", "下属单位", "子公司", "分公司"].contains(where: words.contains): .coveredUnit
            default: .other
            }
    }

    /// The form as people say it.
    package var chinese: String {
        switch self {
        case .labourContract: "劳动合同"
        case .onStaff: "正式职工"
        case .labourDispatch: "劳务派遣"
        case .coveredUnit: "所属单位职工"
        case .rehired: "退休返聘"
        case .other: "其他"
        }
    }
}
