extension EligibilityRule.Verdict {
    /// How a condition that rests on merits is examined: claimed, described, and with papers.
    ///
    /// How much the merits weigh is for the panel (notice, 四（二）); here only whether there is something to weigh.
    static func claim(of condition: AdditionalCondition, in particulars: Particulars) -> EligibilityRule.Verdict {
        guard particulars.conditions.contains(condition) else { return .notMet("未申报此项") }
        let fact = "申报业绩:\(particulars.merits)"
        guard !particulars.evidence.isEmpty else { return .needsPerson(fact, "未附证明材料,须人工核实") }
        return .met(fact, "证明材料:\(particulars.evidence.joined(separator: "、"))", "业绩分量由评审委员会评审")
    }
}
