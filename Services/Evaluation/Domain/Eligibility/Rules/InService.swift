extension EligibilityRule {
    /// 三 序文: 在职在岗; somebody rehired after retirement is not.
    static let inService = EligibilityRule(name: "in-service", clause: .preamble) { particulars, _, _ in
        let words = [particulars.employmentForm, particulars.dutyStatus]
        let fact = "用工形式“\(words[0])”,在岗状态“\(words[1])”"
        for word in ["返聘", "退休", "离职", "离岗", "停薪留职", "内退"]
        where words.contains(where: { $0.contains(word) }) {
            return .notMet(fact, "不属于在职在岗人员")
        }
        guard words[1] == "在职在岗", ["劳动合同", "正式职工", "在编"].contains(words[0]) else {
            return .needsPerson(fact, "是否属于本企业在职在岗人员,须人工认定")
        }
        return .met(fact)
    }
}
