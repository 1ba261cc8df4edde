extension EligibilityRule {
    /// 三（二）4: the honours and programmes the notice lists.
    static let honours = EligibilityRule(name: "honours", clause: .honours) { particulars, _, _ in
        guard particulars.conditions.contains(.honours) else { return .notMet("未申报此项") }
        guard let honour = particulars.honour else { return .notMet("申报此项但未填写荣誉名称") }
        let fact = "荣誉:\(honour)(\(particulars.honourDocument ?? "未填文号"))"
        guard particulars.honourDocument != nil else { return .needsPerson(fact, "未填文号及日期,须人工核实") }
        switch HonourList.standing(of: honour) {
        case .listed: return .met(fact, "在三(二)4列举之内")
        case .notListed: return .notMet(fact, "劳动模范须为省级及以上")
        case .open: return .needsPerson(fact, "是否属于三(二)4列举的荣誉或项目,须人工认定")
        }
    }
}
