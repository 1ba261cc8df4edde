import CertificateDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// One person of a registration on one page, as the enterprise and the auditing offices see it.
struct ShowPersonRecord {
    let certificates = CertificateRegister()
    let filings = FiledAgencyStore()
    let identities = IdentityStore()
    let changes = PersonChangeStore()
    let vault: IdentityVault
    let keys: KeyRing

    /// The whole record; of numbers of persons only the ends are shown, enough to compare them with the paper.
    ///
    /// - Throws: `NotFound` where the certificate is not of the registration.
    func callAsFunction(
        _ registration: Stored<Registration>,
        _ certificate: UUID,
        in tx: borrowing Transaction
    ) throws -> PersonRecordView {
        guard let batch = registration.state.batch,
            let found = try certificates.list(of: registration.id, in: tx).first(where: { $0.id == certificate }),
            let holding = found.state.holding
        else { throw NotFound("certificate") }
        let identity = try identities.load(of: registration.id, in: tx)[certificate].map {
            try vault.open($0, for: certificate)
        }
        let corrected = try changes.list(of: certificate, in: tx).map { row in
            let text = try keys.fields.open(row.words, of: row.id.lowercase)
            return (row: row, words: try WireFormat.decode(PersonChangeStore.Words.self, from: Array(text.utf8)))
        }
        return try PersonRecordView(
            registration,
            batch,
            found,
            holding,
            identity: identity,
            filing: filings.find(batch.filing, in: tx),
            objection: objection(to: holding.person, of: batch.list, in: tx),
            changes: corrected
        )
    }

    /// What was said of objections to a name, before it or after.
    private func objection(
        to person: UUID,
        of list: UUID,
        in tx: borrowing Transaction
    ) throws -> PersonRecordView.Objection {
        let rows = try tx.query(
            "SELECT standing FROM name_standing WHERE list = \(list) AND (person = \(person) OR person IS NULL)"
        )
        let standings: Set<String> = try Set(rows.map { try $0.decode("standing") })
        if standings.contains(NameStandingStore.Standing.removed.rawValue) { return .upheld }
        if standings.contains(NameStandingStore.Standing.held.rawValue) { return .open }
        return standings.isEmpty ? .none : .closed
    }
}
