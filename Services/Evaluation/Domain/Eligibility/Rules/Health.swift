extension EligibilityRule {
    /// 三（一）3: 具有适应工作岗位需要的身体条件, as the enterprise confirms.
    static let health = EligibilityRule(name: "health", clause: .health) { particulars, _, _ in
        particulars.healthConfirmed ? .met("企业已确认身体条件适应岗位需要") : .notMet("企业未确认身体条件")
    }
}
