import Kernel

extension SpecialFiling {
    /// 通知四: a special-grade filing rests on an accepted general filing in force, and stays inside it.
    @discardableResult
    static func check(
        _ occupations: [Occupation],
        within basis: FilingBasis?,
        on day: LocalDate
    ) throws(Rejection) -> FilingBasis {
        guard let basis else { throw .generalFilingNotAccepted }
        guard basis.term.contains(day) else { throw .generalFilingNotInForce(basis.term) }
        let outside = basis.outside(occupations)
        guard outside.isEmpty else { throw .outsideScope(outside) }
        return basis
    }

    /// 通知四（一）: a plan that is handed in settles all its parts.
    static func check(complete dossier: Dossier, within basis: FilingBasis?, on day: LocalDate) throws(Rejection) {
        try check(dossier.occupations, within: basis, on: day)
        let missing = dossier.workPlan.plan.missing
        guard missing.isEmpty else { throw .workPlanIncomplete(missing) }
    }

    /// 行政许可法 32（四）, by analogy: all that is to be corrected, at one time, each by itself.
    static func told(
        _ requests: [Wrong],
        submittedOn: LocalDate,
        on day: LocalDate
    ) throws(Rejection) -> Corrections {
        guard !requests.isEmpty else { throw .noRequests }
        let numbered = requests.enumerated().map { index, wrong in
            CorrectionRequest(number: index + 1, place: wrong.place, reason: wrong.reason)
        }
        return Corrections(requests: numbered, submittedOn: submittedOn, on: day)
    }
}

extension FilingBasis {
    /// The receipt of a filing that rests on this.
    func receipt(_ number: ReceiptNumber, from authority: String, on day: LocalDate) -> Receipt {
        Receipt(number: number, authority: authority, agencyCode: agencyCode, term: term, on: day)
    }
}
