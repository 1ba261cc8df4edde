import Kernel

extension EligibilityRule {
    /// 三（一）2, first part: 具有高级技师职业资格或职业技能等级, in the same occupation.
    static let seniorLevel = EligibilityRule(name: "senior-level", clause: .seniority) { particulars, _, _ in
        let prior = particulars.prior
        let fact = "持有\(prior.kind)“\(prior.levelText)”,职业\(prior.occupation),编号\(prior.number)"
        guard let level = prior.level else { return .needsPerson(fact, "证书等级写法不能识别,须人工核对原件") }
        guard level >= .seniorTechnician else { return .notMet(fact, "低于一级/高级技师") }
        switch prior.number.pattern {
        case .unknown: return .needsPerson(fact, "证书编号不是16位职业资格或22位等级证书的格式,须人工核对原件")
        case .qualification16, .skillLevel22:
            guard prior.number.level == level else {
                return .needsPerson(fact, "证书编号所示等级为\(prior.number.level?.chinese ?? "不明"),与填写的不一致,须人工核对原件")
            }
        }
        guard prior.occupation == particulars.occupation.name else {
            return .needsPerson(fact, "与申报职业\(particulars.occupation.name)名称不同,是否为本职业须人工认定")
        }
        return .met(fact)
    }
}
