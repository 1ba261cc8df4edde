import Contracts
import EvaluationDomain
import Kernel
import Messaging
import Postgres
import ServiceKit

/// An accepted filing is kept: plans rest on it.
struct KeepFilings {
    let stores: Stores

    func callAsFunction(_ accepted: [Received<FilingAccepted>], in tx: borrowing Transaction) throws {
        let scopes = accepted.map(\.message).map { fact in
            FilingScope(
                filing: fact.filing,
                enterprise: fact.filer,
                enterpriseName: fact.enterpriseName,
                agencyCode: fact.agencyCode,
                occupations: fact.occupations,
                validFrom: fact.validFrom,
                validThrough: fact.validThrough,
                units: fact.units,
                coversEnterprise: fact.coversEnterprise,
                workPlan: FiledPlan(
                    version: fact.workPlanVersion,
                    digest: fact.workPlanDigest,
                    terms: fact.workPlanTerms
                ),
                authorityKind: fact.authorityKind
            )
        }
        // What was said of a filing since is later than its acceptance, whenever that is heard.
        let standings = try FilingStandings.read(scopes.map(\.filing), in: tx)
        try stores.filings.keep(
            scopes.map { scope in standings[scope.filing].map { FilingScope($0, covering: scope) } ?? scope },
            in: tx
        )
    }
}
