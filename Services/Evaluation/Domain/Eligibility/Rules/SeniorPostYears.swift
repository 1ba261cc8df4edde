import Kernel

extension EligibilityRule {
    /// 三（一）2, second part: 在高级技师岗位工作满4年.
    ///
    /// Counted from the appointment to the post, not from the certificate, by 民法典第202条 to the plan's reference
    /// day: four years to that very day are met.
    static let seniorPostYears = EligibilityRule(
        name: "senior-post-years",
        clause: .seniority
    ) { particulars, criteria, day in
        let posts = particulars.seniorPosts
        let served = posts.length(by: day)
        let fact = "高级技师岗位\(posts.chinese),至参照日\(day)任职\(served.years)年\(served.months)个月"
        guard let full = posts.dayFull(years: criteria.seniorPostYears, by: day) else {
            return .notMet(fact, "不满\(criteria.seniorPostYears)年(自聘任到岗之日起算,不自发证之日起算)")
        }
        return .met(fact, "于\(full)满\(criteria.seniorPostYears)年(民法典第202条)")
    }
}
