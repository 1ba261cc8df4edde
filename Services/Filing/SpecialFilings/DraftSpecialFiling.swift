import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// An enterprise begins a special-grade filing on a general one.
struct DraftSpecialFiling: Sendable {
    let filings: SpecialFilingStore
    let journal: Journal

    func callAsFunction(
        on general: Stored<GeneralFiling>,
        for occupations: [Occupation],
        _ application: SpecialApplication,
        _ plan: WorkPlan,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<SpecialFiling> {
        guard let filer = general.state.application?.filer else { throw NotFound("general-filing") }
        let version = WorkPlanVersion(
            number: 1,
            digest: try CanonicalWorkPlan.digest(of: plan),
            plan: plan,
            on: cause.today
        )
        let dossier = Dossier(
            generalFiling: ID(general.id),
            filer: filer,
            occupations: occupations,
            application: application,
            workPlan: version
        )
        var filing = Stored<SpecialFiling>(new: NewID.v7())
        try filing.handle(.draft(dossier: dossier, basis: general.state.basis, on: cause.today))
        try filings.save([filing], in: tx)
        try journal.append(filing, of: "special_filing", because: cause, in: tx)
        return filing
    }
}
