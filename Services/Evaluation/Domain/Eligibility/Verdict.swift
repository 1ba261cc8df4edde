import Kernel

extension Judging {
    /// Judges an application by every rule; the same facts always give the same verdict.
    ///
    /// - Parameters:
    ///   - particulars: What the application says.
    ///   - proofs: The files that prove clauses, each beside the papers named for all.
    /// - Returns: What was found, and what follows.
    package func verdict(on particulars: Particulars, proofs: [ClauseEvidence] = []) -> Assessment {
        var values = FactTable.values(of: ruleSet.facts, from: particulars, under: self, locals: ruleSet.locals)
        var findings: [Finding] = []
        findings.reserveCapacity(ruleSet.rules.count + 1)
        let evidence = particulars.evidence
        let typed = TypedEvidence(particulars)
        for rule in ruleSet.rules {
            let named = typed.papers(for: rule.claims)
            let papers = proofs.isEmpty ? named : named + proofs.papers(for: rule.clause)
            values[FactName.evidence.slot] = .texts(papers)
            var finding = rule.finding(on: &values, evidence: papers)
            if finding.outcome == .needsPerson, papers.isEmpty, typed.isSilent(about: rule.claims) {
                finding.facts.append("所填证明材料未注明证明此项")
            }
            findings.append(finding)
        }
        values[FactName.evidence.slot] = .texts(evidence)
        if !ruleSet.problems.isEmpty { findings.append(ruleSet.unreadable) }
        let groups = ruleSet.groups.map { group in
            let needed: Int? = if case .number(let needed) = group.needed.value(values) { needed } else { nil }
            return ConditionGroup(
                id: group.id,
                clause: group.clause,
                citation: group.citation,
                needed: needed,
                condition: group.condition
            )
        }
        var assessment = Assessment(
            findings: findings,
            additionalConditions: additionalConditions,
            relaxes: particulars.relaxation?.condition,
            basis: VerdictBasis(
                ruleSet: ruleSet.reference,
                referenceDate: referenceDate,
                facts: ruleSet.facts.compactMap { fact in
                    values[fact.slot].shown.map { FactUsed(name: fact.rawValue, value: $0) }
                }
            ),
            groups: groups
        )
        if let request = particulars.relaxation { propose(request, evidence: evidence, in: &assessment) }
        return assessment
    }

    /// What an application asks to relax is proposed, and waits for a second person.
    private func propose(_ request: RelaxationRequest, evidence: [String], in assessment: inout Assessment) {
        let proposal = RelaxationProposal(
            condition: request.condition,
            ground: request.ground,
            reason: "",
            evidence: evidence,
            by: account,
            on: today
        )
        let rules = ruleSet.relaxation
        guard let clause = rules.clause, assessment.isUnmet(request.condition),
            let opened = rules.opened(by: proposal, on: assessment)
        else { return }
        assessment.take(proposed: opened, clause: clause, citation: rules.citation)
    }
}

extension [ClauseEvidence] {
    /// The files that prove a clause, as a finding names them: by what they cannot be exchanged for.
    fileprivate func papers(for clause: Clause) -> [String] {
        filter { $0.clauses.contains(clause.rawValue) }.map { "附件(SHA-256 \($0.sha256.prefix(12)))" }
    }
}

extension RuleSet {
    /// What is found where the rule set itself could not be read whole: nobody is refused or passed by half of it.
    fileprivate var unreadable: Finding {
        Finding(
            clause: .unreadable,
            citation: document.title,
            rule: "rule-set",
            outcome: .needsPerson,
            facts: ["规则集有\(problems.count)处不能识别,须人工认定"]
        )
    }
}

extension RuleSet.Rule {
    /// What the rule finds: the first case that holds; where one is open before that, a person.
    fileprivate func finding(on values: inout [FactValue], evidence: [String]) -> Finding {
        func found(_ outcome: Finding.Outcome, _ facts: [String]) -> Finding {
            Finding(
                clause: clause,
                citation: citation,
                rule: id,
                group: group,
                condition: condition,
                outcome: outcome,
                facts: facts,
                evidence: evidence
            )
        }
        for (slot, term) in self.values { values[slot] = term.value(values) }
        for item in cases {
            switch item.when?(values) ?? .yes {
            case .no: continue
            case .yes: return found(item.outcome, item.says.map { $0.filled(with: values) })
            case .open: return found(.needsPerson, [why(item, is: values)])
            }
        }
        return found(.needsPerson, ["此项规则不能识别,须人工认定"])
    }

    /// Why a condition is open: what nobody told, or a number too large.
    private func why(_ item: RuleSet.Case, is values: [FactValue]) -> String {
        for facts in [item.facts, facts] {
            let missing = facts.filter { values[$0.slot] == .absent }
            if !missing.isEmpty {
                var names: [String] = []
                for name in missing.map(\.chinese) where !names.contains(name) { names.append(name) }
                return "缺少“\(names.joined(separator: "”“"))”,须人工认定"
            }
        }
        return "数值超出可以计算的范围,须人工认定"
    }
}
