/// A clause of a policy document that an application is judged against, by the name its rule set gives it.
package struct Clause: RawRepresentable, Codable, Hashable, Sendable {
    package let rawValue: String

    /// A clause of that name.
    package init(rawValue: String) { self.rawValue = rawValue }

    package static let preamble = Clause(rawValue: "preamble")
    package static let conduct = Clause(rawValue: "basic-1")
    package static let seniority = Clause(rawValue: "basic-2")
    package static let health = Clause(rawValue: "basic-3")
    package static let additional = Clause(rawValue: "additional")
    package static let innovation = Clause(rawValue: "additional-1")
    package static let leadingMethod = Clause(rawValue: "additional-2")
    package static let teaching = Clause(rawValue: "additional-3")
    package static let honours = Clause(rawValue: "additional-4")
    package static let relaxation = Clause(rawValue: "relaxation")
    /// What a rule set that cannot be read names.
    static let unreadable = Clause(rawValue: "rule-set")
}

/// How findings of before rule sets were data, which name only their clause, stand in the notice.
enum ClausesOfBefore {
    /// Where a clause stands.
    static func citation(of clause: Clause) -> String {
        switch clause {
        case .preamble: "三、评价条件(序文)"
        case .conduct: "三(一)1"
        case .seniority: "三(一)2"
        case .health: "三(一)3"
        case .additional: "三(二)"
        case .innovation: "三(二)1"
        case .leadingMethod: "三(二)2"
        case .teaching: "三(二)3"
        case .honours: "三(二)4"
        case .relaxation: "三(三)"
        default: clause.rawValue
        }
    }

    /// The rules of which one is enough.
    static let alternatives: Set<String> = ["innovation", "leading-method", "teaching", "honours"]

    /// The condition a rule could be relaxed by.
    static func condition(of rule: String) -> RelaxationRequest.Condition? {
        rule == "senior-post-years" ? .seniorPostYears : nil
    }
}
