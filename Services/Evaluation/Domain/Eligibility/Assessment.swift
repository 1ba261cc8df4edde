import Kernel

/// The verdict on one application: all that was found, by which rule set, and what follows from it.
package struct Assessment: Codable, Hashable, Sendable {
    package internal(set) var findings: [Finding]
    /// How many additional conditions the plan asks for.
    package let additionalConditions: Int
    /// The condition a request names, nil where there is no request.
    package let relaxes: RelaxationRequest.Condition?
    /// By what it was judged; nil in verdicts of before rule sets were data, which stay as they are.
    package let basis: VerdictBasis?
    private var groupsOfConditions: [ConditionGroup]?
    /// The relaxations proposed, in order; nil where none was.
    private var relaxationCases: [RelaxationCase]?
    /// The one re-check (复核) that can be asked for; nil until it is.
    package internal(set) var recheck: Recheck?

    private enum CodingKeys: String, CodingKey {
        case findings, additionalConditions, relaxes, basis, recheck
        case groupsOfConditions = "groups"
        case relaxationCases = "relaxations"
    }

    /// The findings of one judging.
    package init(
        findings: [Finding],
        additionalConditions: Int,
        relaxes: RelaxationRequest.Condition?,
        basis: VerdictBasis? = nil,
        groups: [ConditionGroup]? = nil,
        relaxations: [RelaxationCase]? = nil
    ) {
        self.findings = findings
        self.additionalConditions = additionalConditions
        self.relaxes = relaxes
        self.basis = basis
        groupsOfConditions = groups
        relaxationCases = relaxations
    }

    /// Whether the application may go to the panel.
    package enum Standing: String, Codable, CaseIterable, Sendable { case eligible, ineligible, needsPerson }

    /// What follows: one condition not met decides; else what waits for a person waits.
    ///
    /// An open re-check keeps everything open, and so does a relaxation nobody has signed yet, for what it would relax.
    package var standing: Standing {
        if recheck?.isOpen == true { return .needsPerson }
        var isWaiting = false
        for finding in findings where finding.group == nil && finding.rule != Relaxing.rule {
            switch finding.effective {
            case .met: continue
            case .needsPerson: isWaiting = true
            case .notMet:
                guard mayBeRelaxed(finding.condition) else { return .ineligible }
                isWaiting = true
            }
        }
        for group in groups {
            switch outcome(of: group) {
            case .met: continue
            case .needsPerson: isWaiting = true
            case .notMet:
                guard mayBeRelaxed(group.condition) else { return .ineligible }
                isWaiting = true
            }
        }
        return isWaiting ? .needsPerson : .eligible
    }

    /// The groups of conditions of which so many are enough.
    package var groups: [ConditionGroup] {
        if let groupsOfConditions { return groupsOfConditions }
        return basis == nil ? [ConditionGroup(ofBefore: additionalConditions)] : []
    }

    /// A group as a whole: enough of its conditions, or not, or not before a person has decided.
    package func outcome(of group: ConditionGroup) -> Finding.Outcome {
        if group.isRelaxed == true { return .met }
        guard let needed = group.needed else { return .needsPerson }
        var (met, open) = (0, 0)
        for finding in findings where finding.group == group.id {
            switch finding.effective {
            case .met: met += 1
            case .needsPerson: open += 1
            case .notMet: continue
            }
        }
        if met >= needed { return .met }
        return met + open >= needed ? .needsPerson : .notMet
    }

    /// The additional conditions as a whole: met where every group is.
    package var additional: Finding.Outcome {
        let outcomes = groups.map { outcome(of: $0) }
        if outcomes.contains(.notMet) { return .notMet }
        return outcomes.contains(.needsPerson) ? .needsPerson : .met
    }

    /// The relaxations proposed, in order.
    package var relaxations: [RelaxationCase] { relaxationCases ?? [] }

    /// A condition that a proposal nobody has decided on would relax.
    private func mayBeRelaxed(_ condition: RelaxationRequest.Condition?) -> Bool {
        guard let condition else { return false }
        if basis == nil {
            return relaxes == condition
                && findings.contains { $0.rule == Relaxing.rule && $0.outcome == .needsPerson }
        }
        return relaxations.contains { $0.condition == condition && $0.isOpen }
    }

    mutating func changeRelaxations(_ change: (inout [RelaxationCase]) -> Void) {
        var cases = relaxations
        change(&cases)
        relaxationCases = cases
    }

    mutating func relax(group condition: RelaxationRequest.Condition) {
        groupsOfConditions = groups.map { group in
            var group = group
            if group.condition == condition { group.isRelaxed = true }
            return group
        }
    }
}

/// By what a verdict was reached: rule set, day, and the facts as they were.
package struct VerdictBasis: Codable, Hashable, Sendable {
    package let ruleSet: RuleSetReference
    package let referenceDate: LocalDate
    /// Every fact the rules used, as the applicant told it.
    package let facts: [FactUsed]
}

/// A fact a verdict rests on.
package struct FactUsed: Codable, Hashable, Sendable {
    /// Its name in the rule set.
    package let name: String
    package let value: String
}

/// Conditions of which so many are enough, in a verdict.
package struct ConditionGroup: Codable, Hashable, Sendable {
    package let id: String
    package let clause: Clause
    package let citation: String
    /// How many; nil where that could not be reckoned, so that it needs a person.
    package let needed: Int?
    /// Under what name it can be relaxed as a whole.
    package let condition: RelaxationRequest.Condition?
    /// Whether that was done; nil as no.
    package internal(set) var isRelaxed: Bool?

    init(id: String, clause: Clause, citation: String, needed: Int?, condition: RelaxationRequest.Condition?) {
        self.id = id
        self.clause = clause
        self.citation = citation
        self.needed = needed
        self.condition = condition
    }

    static let ofBefore = "additional"

    init(ofBefore needed: Int) {
        self.init(
            id: Self.ofBefore,
            clause: .additional,
            citation: ClausesOfBefore.citation(of: .additional),
            needed: needed,
            condition: nil
        )
    }
}
