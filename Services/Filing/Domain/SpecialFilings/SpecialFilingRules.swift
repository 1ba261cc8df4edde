import Kernel

extension SpecialFiling {
    /// 通知四: a special-grade filing rests on an accepted general filing in force.
    @discardableResult
    static func inForce(_ basis: FilingBasis?, on day: LocalDate) throws(Rejection) -> FilingBasis {
        guard let basis else { throw .generalFilingNotAccepted }
        guard basis.term.contains(day) else { throw .generalFilingNotInForce(basis.term) }
        return basis
    }

    /// 通知四（一）: a plan that is handed in settles all its parts.
    static func check(
        complete dossier: Dossier,
        within basis: FilingBasis?,
        by rule: ScopeRule,
        on day: LocalDate
    ) throws(Rejection) {
        let basis = try inForce(basis, on: day)
        if rule == .strict {
            let outside = basis.outside(dossier.occupations)
            guard outside.isEmpty else { throw .outsideScope(outside) }
        }
        let missing = dossier.workPlan.plan.missing
        guard missing.isEmpty else { throw .workPlanIncomplete(missing) }
    }
}

extension SpecialFiling.Acceptance {
    /// The receipt of a filing that rests on a general one, with what lies outside of it.
    ///
    /// That the scope lies within the general filing is inferred from clause 四, so it is the officer's to decide, with a
    /// reason that is printed.
    func receipt(
        of dossier: Dossier,
        on basis: FilingBasis?,
        on day: LocalDate
    ) throws(FilingRejection) -> Receipt {
        let basis = try SpecialFiling.inForce(basis, on: day)
        let outside = basis.outsideScope(dossier.occupations)
        var scope: ScopeDecision?
        if !outside.isEmpty {
            guard rule != .strict else { throw .outsideScope(outside.map(\.occupation)) }
            guard let scopeReason, !scopeReason.isEmpty else { throw .scopeNeedsReason(outside.map(\.occupation)) }
            scope = ScopeDecision(outside: outside, reason: scopeReason)
        }
        return Receipt(
            number: number,
            authority: authority,
            agencyCode: basis.agencyCode,
            term: basis.term,
            on: day,
            scope: scope
        )
    }
}
