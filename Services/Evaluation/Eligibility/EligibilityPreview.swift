import Contracts
import EvaluationDomain
import Foundation
import Kernel

/// What would be found about a form, clause by clause, before anybody hands it in; nothing is stored.
struct EligibilityPreview: Encodable, Sendable {
    /// What is said of one rule.
    struct Line: Encodable, Sendable {
        let clause: Clause
        let citation: String
        let words: String
        let rule: String
        let outcome: Outcome
        let relaxed: Bool
        /// What was looked at and how it was reckoned; empty while something is missing.
        let facts: [String]
        /// The columns that have to be filled in, or mended, before this can be told.
        let missing: [String]
    }

    /// What comes of a rule; open while what it looks at is missing.
    enum Outcome: String, Encodable, Sendable { case met, notMet, needsPerson, open }

    /// What comes of all of them.
    enum Standing: String, Encodable, Sendable { case eligible, ineligible, needsPerson, open }

    let standing: Standing
    /// The same in words.
    let sentence: String
    let referenceDate: LocalDate
    let lines: [Line]
    /// What 三(三) would relax, where it was asked for.
    let relaxation: String?

    /// The preview of a form as far as it was read.
    ///
    /// - Parameters:
    ///   - particulars: What was read.
    ///   - wrong: The members that are missing or wrong.
    ///   - judging: The rules and the plan, or the rules in force without one.
    ///   - day: The day years are reckoned to.
    init(of particulars: Particulars, wrong: Set<String>, by judging: Judging, on day: LocalDate) {
        let assessment = judging.verdict(on: particulars)
        lines = assessment.findings.map { finding in
            let asked = wrong.isEmpty ? [] : Self.members(of: finding.rule, in: judging.ruleSet).filter(wrong.contains)
            let missing = asked.map(ApplicationColumns.heading).reduce(into: [String]()) {
                if !$0.contains($1) { $0.append($1) }
            }
            let isOpen = !missing.isEmpty && !finding.isRelaxed
            return Line(
                clause: finding.clause,
                citation: finding.citation,
                words: judging.ruleSet.clause(finding.clause)?.words ?? "",
                rule: finding.rule,
                outcome: isOpen ? .open : Outcome(finding.outcome),
                relaxed: finding.isRelaxed,
                facts: isOpen ? [] : finding.facts,
                missing: missing
            )
        }
        referenceDate = day
        relaxation = assessment.relaxation
        let mandatory = Set(assessment.findings.filter { $0.group == nil }.map(\.rule))
        let fails = lines.contains { mandatory.contains($0.rule) && $0.outcome == .notMet && !$0.relaxed }
        let isOpen = lines.contains { $0.outcome == .open }
        standing =
            switch assessment.standing {
            case .ineligible where fails || !isOpen: .ineligible
            case .eligible where !isOpen: .eligible
            case .needsPerson where !isOpen: .needsPerson
            case .ineligible, .eligible, .needsPerson: .open
            }
        sentence = Self.sentence(standing, lines, of: mandatory, or: assessment.groups.map(\.citation))
    }

    private static func sentence(
        _ standing: Standing,
        _ lines: [Line],
        of mandatory: Set<String>,
        or groups: [String]
    ) -> String {
        func citations(_ outcome: Outcome) -> String {
            let found = lines.filter { $0.outcome == outcome && !$0.relaxed && mandatory.contains($0.rule) }
            let unique = found.map(\.citation).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return (unique.isEmpty ? groups : unique).joined(separator: "、")
        }
        switch standing {
        case .eligible: return "按所填内容,符合评价条件"
        case .ineligible: return "按所填内容,不符合\(citations(.notMet))"
        case .needsPerson: return "按所填内容,\(citations(.needsPerson))须由人工认定"
        case .open: return "尚不能判断,请补填所列各项"
        }
    }

    /// The members of the form a rule looks at: those its facts are written in.
    private static func members(of rule: String, in ruleSet: RuleSet) -> [String] {
        rule == "relaxation" ? ["relaxationGround", "relaxedClause"] : ruleSet.facts(of: rule).flatMap(\.members)
    }
}

extension EligibilityPreview.Outcome {
    /// The outcome of a finding.
    init(_ outcome: Finding.Outcome) {
        self =
            switch outcome {
            case .met: .met
            case .notMet: .notMet
            case .needsPerson: .needsPerson
            }
    }
}
