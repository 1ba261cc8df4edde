import Kernel

/// The work plan (特级技师评价工作方案) an enterprise files.
///
/// Five parts after the filing procedure of 2020-12-28, and what the notice 四（一） asks to be settled besides.
package struct WorkPlan: Hashable, Sendable, Codable {
    /// 评价规划.
    package let planning: String
    /// 评价标准.
    package let standards: String
    /// 评价方法.
    package let methods: String
    /// 评价程序.
    package let procedure: String
    /// 评价结果应用管理办法.
    package let resultsUse: String
    /// 评价条件.
    package let conditions: String
    /// 组织方式.
    package let organisation: String
    /// 时间安排.
    package let schedule: String
    /// What of it machines hold implementation plans against; nil where it says it in words alone.
    package let terms: FiledPlanTerms?

    /// A plan; a part not written yet is empty.
    package init(
        planning: String,
        standards: String,
        methods: String,
        procedure: String,
        resultsUse: String,
        conditions: String,
        organisation: String,
        schedule: String,
        terms: FiledPlanTerms? = nil
    ) {
        self.planning = planning
        self.standards = standards
        self.methods = methods
        self.procedure = procedure
        self.resultsUse = resultsUse
        self.conditions = conditions
        self.organisation = organisation
        self.schedule = schedule
        self.terms = terms
    }

    /// The parts not written yet, in the plan's order.
    package var missing: [WorkPlanPart] { WorkPlanPart.allCases.filter { self[part: $0].isEmpty } }

    /// The text of one part.
    package subscript(part part: WorkPlanPart) -> String {
        switch part {
        case .planning: planning
        case .standards: standards
        case .methods: methods
        case .procedure: procedure
        case .resultsUse: resultsUse
        case .conditions: conditions
        case .organisation: organisation
        case .schedule: schedule
        }
    }
}

/// The parts of a work plan.
package enum WorkPlanPart: String, CaseIterable, Codable, Sendable {
    case planning, standards, methods, procedure, resultsUse, conditions, organisation, schedule

    /// The part's heading.
    package var chinese: String {
        switch self {
        case .planning: "评价规划"
        case .standards: "评价标准"
        case .methods: "评价方法"
        case .procedure: "评价程序"
        case .resultsUse: "评价结果应用管理办法"
        case .conditions: "评价条件"
        case .organisation: "组织方式"
        case .schedule: "时间安排"
        }
    }
}

/// One version of a filing's work plan.
package struct WorkPlanVersion: Hashable, Sendable, Codable {
    /// Counts 1, 2, 3 from the first.
    package let number: Int
    /// SHA-256 of the plan's canonical bytes, in hex.
    package let digest: String
    package let plan: WorkPlan
    /// The day it was written.
    package let on: LocalDate

    /// A version with the digest of its bytes.
    package init(number: Int, digest: String, plan: WorkPlan, on: LocalDate) {
        self.number = number
        self.digest = digest
        self.plan = plan
        self.on = on
    }
}

extension FiledWorkPlan {
    /// A version as the life of its filing knows it.
    package init(_ version: WorkPlanVersion) {
        self.init(version: version.number, digest: version.digest, terms: version.plan.terms)
    }
}
