extension EligibilityRule {
    /// 三（二）2: 领先技术技能水平,总结出先进操作技术方法或形成行业技术标准规范.
    static let leadingMethod = EligibilityRule(name: "leading-method", clause: .leadingMethod) { particulars, _, _ in
        .claim(of: .leadingMethod, in: particulars)
    }
}
