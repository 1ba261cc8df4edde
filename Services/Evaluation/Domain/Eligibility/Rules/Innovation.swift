extension EligibilityRule {
    /// 三（二）1: 产品研发、技术革新、发明创造、科技攻关.
    static let innovation = EligibilityRule(name: "innovation", clause: .innovation) { particulars, _, _ in
        .claim(of: .innovation, in: particulars)
    }
}
