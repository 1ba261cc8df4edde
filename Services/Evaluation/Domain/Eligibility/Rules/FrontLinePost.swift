extension EligibilityRule {
    /// 三 序文: 企业生产科研一线岗位.
    static let frontLinePost = EligibilityRule(name: "front-line-post", clause: .preamble) { particulars, _, _ in
        let kind = particulars.positionKind
        let fact = "岗位类别为“\(kind)”"
        if ["生产一线", "科研一线", "生产科研一线"].contains(kind) { return .met(fact) }
        if ["管理", "行政", "后勤", "职能", "销售"].contains(where: kind.contains) {
            return .notMet(fact, "不属于生产科研一线岗位")
        }
        return .needsPerson(fact, "是否属于生产科研一线岗位,须人工认定")
    }
}
