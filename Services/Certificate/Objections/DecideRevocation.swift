import CertificateDomain
import DatedDocuments
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Officers take an item from what was found to a decision: those concerned are told, heard, and then it is decided.
struct DecideRevocation: Sendable {
    let store = RevocationStore()
    let certificates = CertificateStore()
    let changeStatus: ChangeStatus
    let journal: Journal

    /// An officer opens an item about a certificate without an objection.
    ///
    /// - Throws: ``RevocationKnown`` where there is one that is not closed.
    func open(
        _ id: UUID,
        because found: String,
        _ cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Revocation> {
        let certificate = try certificates.load(one: id, in: tx)
        guard let subject = Revocation.Subject(certificate.state, id: id) else { throw Certificate.Rejection.notIssued }
        if case .withdrawn = certificate.state { throw Certificate.Rejection.alreadyWithdrawn }
        var item = try store.load(of: [id], in: tx)[id] ?? Stored(new: NewID.v7())
        guard try !item.handle(.uphold(subject, reason: found)).isEmpty else { throw RevocationKnown() }
        return try keep(item, because: cause, in: tx)
    }

    /// Holder and enterprise are told what is intended; from the next working day on they have time to be heard.
    func tell(
        _ item: Stored<Revocation>,
        _ reason: StatusReason,
        facts: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Revocation> {
        var item = item
        let policy = try ConfigurationStore().inForce(SigningPolicy.self, on: cause.today, in: tx)
        let period = try CalendarCopy.current(in: tx).period(published: cause.today, workingDays: policy.hearingDays)
        let notice = Revocation.Notice(
            reason: reason,
            facts: facts,
            on: cause.today,
            hearUntil: period.lastDay,
            by: cause.actor
        )
        try item.handle(.tell(notice))
        return try keep(item, because: cause, in: tx)
    }

    /// What they said is written down.
    func hear(
        _ item: Stored<Revocation>,
        _ statement: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Revocation> {
        var item = item
        try item.handle(.hear(statement))
        return try keep(item, because: cause, in: tx)
    }

    /// It is decided; a certificate that is revoked is so from today on.
    func decide(
        _ item: Stored<Revocation>,
        isRevoked: Bool,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Revocation> {
        var item = item
        let outcome = Revocation.Outcome(isRevoked: isRevoked, reason: reason, on: cause.today, by: cause.actor)
        try item.handle(.decide(outcome))
        if isRevoked, let subject = item.state.subject, let notice = item.state.notice {
            let certificate = try certificates.load(one: subject.certificate, in: tx)
            // The enterprise may have revoked or cancelled it meanwhile; that stays as it is.
            if case .withdrawn = certificate.state {
            } else {
                let change = StatusChange(reason: notice.reason, since: cause.today, by: cause.actor, note: reason)
                _ = try changeStatus(certificate, .withdraw(change, today: cause.today), because: cause, in: tx)
            }
        }
        return try keep(item, because: cause, in: tx)
    }

    private func keep(
        _ item: Stored<Revocation>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Revocation> {
        try store.save([item], in: tx)
        try journal.append(item, of: "revocation", because: cause, in: tx)
        return item
    }
}

/// There is an item about the certificate already.
struct RevocationKnown: Rejection, Hashable {
    var code: String { "certificate.revocation-known" }
}
