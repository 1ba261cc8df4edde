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
                names: try names(of: persons, on: list.state.names, in: tx)
            ),
            because: cause,
            in: tx
        )
    }

    private func names(
        of persons: [UUID],
        on list: [ListedName],
        in tx: borrowing Transaction
    ) throws -> [ApprovedName] {
        let determined = Set(persons)
        let shown = try stores.shownNames(list.filter { determined.contains($0.person) }, in: tx)
        let identities = try stores.persons.identities(of: persons, in: tx)
        return try shown.compactMap { name in
            guard let identity = identities[name.person] else { return nil }
            return ApprovedName(
                person: name.person,
                application: name.application,
                name: name.name,
                unit: name.unit,
                occupation: name.occupation,
                identity: try keys.seal(identity, for: ServiceName.certificate.rawValue)
            )
        }
    }
}
