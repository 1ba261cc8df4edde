/// Why somebody must not judge somebody (回避事由).
package enum RecusalGround: String, Codable, CaseIterable, Sendable {
    /// They work in one team (班组) or workshop.
    case sameTeam = "same-team"
    /// One is the other's superior.
    case superior
    /// 师徒.
    case masterApprentice = "master-apprentice"
    /// 亲属, as declared.
    case kin
    /// What else may keep a judgement from being fair, as the member or the candidate says.
    case other

    /// The ground in one word.
    package var chinese: String {
        switch self {
        case .sameTeam: "同班组"
        case .superior: "上下级"
        case .masterApprentice: "师徒"
        case .kin: "亲属"
        case .other: "其他"
        }
    }
}
