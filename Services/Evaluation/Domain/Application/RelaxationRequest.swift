/// What an enterprise asks to relax for an applicant, and why (notice, 三（三）).
package struct RelaxationRequest: Codable, Hashable, Sendable {
    /// 放宽事由 as written.
    package var ground: String
    /// 放宽的条件.
    package var condition: Condition

    /// A request to relax one condition.
    package init(ground: String, condition: Condition) {
        self.ground = ground
        self.condition = condition
    }

    /// The stable name of a condition that can be relaxed; which there are is said by the rule set.
    package struct Condition: RawRepresentable, Codable, Hashable, Sendable {
        package let rawValue: String

        /// A condition of that name.
        package init(rawValue: String) { self.rawValue = rawValue }

        /// 基本条件2(年限): the years in the post.
        package static let seniorPostYears = Condition(rawValue: "seniorPostYears")
        /// 三（二）: the additional conditions.
        package static let additional = Condition(rawValue: "additional")
        /// 三（一）2: holding 高级技师; only with the filing authority's written consent.
        package static let seniorLevel = Condition(rawValue: "seniorLevel")
        /// 三（一）1: 遵纪守法; only with the filing authority's written consent.
        package static let conduct = Condition(rawValue: "conduct")
        /// 三 序文: 在职在岗; only with the filing authority's written consent.
        package static let inService = Condition(rawValue: "inService")
    }
}
