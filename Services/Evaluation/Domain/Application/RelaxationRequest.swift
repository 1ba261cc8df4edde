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

    /// A condition that can be relaxed; only the one named is.
    package enum Condition: String, Codable, CaseIterable, Sendable {
        /// 基本条件2(年限): the years in the post.
        case seniorPostYears
    }

    /// The grounds the notice names; others need a person.
    package static let grounds: [(words: String, of: String)] = [
        ("独有", "掌握独有技能技艺"), ("重大贡献", "为企业发展做出重大贡献"), ("稀缺", "稀缺型高技能人才"),
    ]

    /// The ground in the notice's words, nil where it is none of them.
    package var namedGround: String? { Self.grounds.first { ground.contains($0.words) }?.of }
}
