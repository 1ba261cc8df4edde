/// A level of vocational skill, lowest first.
package enum SkillLevel: String, Codable, CaseIterable, Sendable, Comparable {
    /// 五级/初级工.
    case junior
    /// 四级/中级工.
    case intermediate
    /// 三级/高级工.
    case senior
    /// 二级/技师.
    case technician
    /// 一级/高级技师.
    case seniorTechnician
    /// 特级技师.
    case specialGradeTechnician

    /// The level as a certificate prints it; 特级技师 has no numbered level.
    package var chinese: String {
        switch self {
        case .junior: "五级/初级工"
        case .intermediate: "四级/中级工"
        case .senior: "三级/高级工"
        case .technician: "二级/技师"
        case .seniorTechnician: "一级/高级技师"
        case .specialGradeTechnician: "特级技师"
        }
    }

    package static func < (left: SkillLevel, right: SkillLevel) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .junior: 1
        case .intermediate: 2
        case .senior: 3
        case .technician: 4
        case .seniorTechnician: 5
        case .specialGradeTechnician: 6
        }
    }
}
