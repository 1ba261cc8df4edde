import Contracts
import EvaluationDomain
import Kernel
import Messaging
import Postgres

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
                coversEnterprise: fact.coversEnterprise
            )
        }
        try stores.filings.keep(scopes, in: tx)
    }
}
