import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Announces a determination that is in force; each identity is sealed so that only the certificate service can read it.
struct AnnounceApproval {
    let stores: Stores
    let keys: KeyRing
    let outbox: Outbox

    func callAsFunction(
        _ determination: Stored<Determination>,
        of list: Stored<ProposedList>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard case .inForce(let basis, let persons, let authorisedBy, let since, let paper) = determination.state,
            let listing = list.state.listing
        else { return }
        try outbox.announce(
            ListApproved(
                determination: determination.id,
                list: list.id,
                round: basis.round,
                filing: listing.filing.filing,
                determiner: listing.filing.enterprise,
                enterpriseName: listing.filing.enterpriseName,
                agencyCode: listing.filing.agencyCode,
                listDigest: listing.digest,
                notice: basis.notice,
                publishedOn: basis.publishedOn,
                lastDay: basis.lastDay,
                determinedAt: since,
                authorisedBy: authorisedBy,
                paperNumber: paper?.chinese,
                paperDate: paper?.bears,
                names: try names(of: persons, on: list.state.names, basis, in: tx)
            ),
            because: cause,
            in: tx
        )
    }

    private func names(
        of persons: [UUID],
        on list: [ListedName],
        _ basis: Determination.Basis,
        in tx: borrowing Transaction
    ) throws -> [ApprovedName] {
        let determined = Set(persons)
        let listed = list.filter { determined.contains($0.person) }
        let shown = try stores.shownNames(listed, in: tx)
        let records = try PersonRecords(stores: stores)(of: listed, in: basis.round, on: basis.lastDay, tx)
        let identities = try stores.persons.identities(of: persons, in: tx)
        return try shown.compactMap { name in
            guard let identity = identities[name.person] else { return nil }
            let whole = PersonIdentity(
                documentType: identity.documentType,
                documentNumber: identity.documentNumber,
                record: records[name.person]
            )
            return ApprovedName(
                person: name.person,
                application: name.application,
                name: name.name,
                unit: name.unit,
                occupation: name.occupation,
                identity: try keys.seal(whole, for: ServiceName.certificate.rawValue)
            )
        }
    }
}
