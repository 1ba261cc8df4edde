/// The additional conditions of the notice, 三（二）1–4, of which one must be met.
package enum AdditionalCondition: Int, Codable, CaseIterable, Sendable, Comparable {
    /// 研发、革新、发明、攻关.
    case innovation = 1
    /// 领先技术技能与先进操作方法.
    case leadingMethod = 2
    /// 培养与传承.
    case teaching = 3
    /// 荣誉与人才项目.
    case honours = 4

    package static func < (left: AdditionalCondition, right: AdditionalCondition) -> Bool {
        left.rawValue < right.rawValue
    }
}
