extension EligibilityRule {
    /// 三（二）3: 后备技能人才培养、技能技艺传承.
    static let teaching = EligibilityRule(name: "teaching", clause: .teaching) { particulars, _, _ in
        .claim(of: .teaching, in: particulars)
    }
}
