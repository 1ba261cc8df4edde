import Kernel

extension EligibilityRule {
    /// 三 序文: 从事技术技能工作, in the occupation applied for.
    static let skilledWork = EligibilityRule(name: "skilled-work", clause: .preamble) { particulars, _, _ in
        let fact = "岗位“\(particulars.position)”,申报职业\(particulars.occupation.name)(\(particulars.occupation.code))"
        return if particulars.stillInOccupation {
            .met(fact, "从事该职业的技术技能工作")
        } else {
            .notMet(fact, "已不从事该职业的技术技能工作")
        }
    }
}
