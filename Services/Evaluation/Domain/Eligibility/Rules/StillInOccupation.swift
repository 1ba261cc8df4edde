import Kernel

extension EligibilityRule {
    /// 三（一）2, third part: 仍在从事本职业（工种）工作.
    static let stillInOccupation = EligibilityRule(
        name: "still-in-occupation",
        clause: .seniority
    ) { particulars, _, _ in
        let occupation = particulars.occupation
        let name = occupation.specialty.map { "\(occupation.name)(\($0))" } ?? occupation.name
        return if particulars.stillInOccupation {
            .met("仍在从事\(name)工作")
        } else {
            .notMet("已不再从事\(name)工作,现岗位“\(particulars.position)”")
        }
    }
}
