import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import Statements

/// Follows what happens to filings: certificates are out of force with them where that was decided, and come back; what waited for
/// its number gets it.
///
/// A reaction to facts: total, and nothing happens twice.
struct FollowFilings {
    let registrations = RegistrationStore()
    let certificates = CertificateStore()
    let number: NumberCertificates
    let status: TellStatus
    let journal: Journal

    func callAsFunction(_ heard: [FilingStandings.Heard], in tx: borrowing Transaction) throws {
        for one in heard where one.standing.kind == .special {
            for registration in try registrations.load(under: one.standing.filing, in: tx) {
                try follow(one, registration, in: tx)
            }
        }
    }

    private func follow(
        _ heard: FilingStandings.Heard,
        _ registration: Stored<Registration>,
        in tx: borrowing Transaction
    ) throws {
        guard let batch = registration.state.batch else { return }
        let isSuspended = heard.standing.effects?.issued == .suspend
        let told = try certificates.load(of: registration.id, in: tx).map { certificate in
            var certificate = certificate
            try certificate.handle(isSuspended ? .suspend(on: heard.cause.today) : .reinstate)
            return certificate
        }
        let changed = told.filter { !$0.events.isEmpty }
        try certificates.save(changed, in: tx)
        try journal.append(changed, of: "certificate", because: heard.cause, in: tx)
        for certificate in changed {
            try status(certificate, under: heard.standing.filing, because: heard.cause, in: tx)
        }
        if registration.state.hasNumbers {
            let settled = told.map { Stored(id: $0.id, version: $0.newVersion, state: $0.state) }
            try number.asFarAsPossible(batch, registration.id, settled, because: heard.cause, in: tx)
        }
    }
}

/// Tells how an issued certificate stands, and has it put on the next status list.
struct TellStatus {
    let lists = DueLists()
    let outbox: Outbox

    func callAsFunction(
        _ certificate: Stored<Certificate>,
        under filing: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let holding = certificate.state.holding, let number = certificate.state.number,
            let standing = certificate.state.standing
        else { return }
        try lists.note(.status, in: tx)
        try outbox.announce(
            CertificateStatusChanged(
                certificate: certificate.id,
                number: number.text,
                holder: holding.person,
                issuer: holding.issuer,
                filing: filing,
                status: standing.status,
                since: cause.now,
                reason: standing.reason,
                effectiveOn: standing.since
            ),
            because: cause,
            in: tx
        )
    }
}

/// The filing is suspended or cancelled, and nothing is audited, numbered or issued meanwhile.
struct FilingFrozen: Rejection, Hashable {
    let state: FilingStanding.State

    var code: String { "certificate.filing-frozen" }
    var arguments: [String: String] {
        state == .cancelled ? ["state": "取消", "word": "cancelled"] : ["state": "暂停", "word": "suspended"]
    }
}
