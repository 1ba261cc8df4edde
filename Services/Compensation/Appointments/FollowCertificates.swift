import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// What certificates do to appointments: one that is there brings in force what waited for it, one that is revoked or
/// cancelled ends what rests on it, with the day before it was.
///
/// Reactions to facts: total, and the same whatever was heard first.
struct FollowCertificates {
    let store: AppointmentStore
    let filings: FilingLinks
    let end: EndAppointments
    let looks: ParityLookStore
    let tell: TellAppointments
    let journal: Journal

    /// The status of certificates is another.
    func note(_ facts: [Received<CertificateStatusChanged>], in tx: borrowing Transaction) throws {
        let certificates = facts.map(\.message.certificate)
        try store.lockPosts(ofCertificates: certificates, in: tx)
        try store.lockHolders(ofCertificates: certificates, in: tx)
        try filings.note(facts, in: tx)
        let sorted = facts.sorted { $0.envelope.sequence < $1.envelope.sequence }
        let final = sorted.filter { $0.message.status == .revoked || $0.message.status == .cancelled }
        try end.revoke(
            Dictionary(final.map { ($0.message.certificate, $0.message.lastDay) }) { min($0, $1) },
            because: Dictionary(final.map { ($0.message.certificate, $0.cause) }) { $1 },
            in: tx
        )
        let valid = sorted.filter { $0.message.status == .valid }
        guard let cause = valid.last?.cause else { return }
        let since = Dictionary(valid.map { ($0.message.certificate, $0.cause.today) }) { $1 }
        try bringInForce(since, because: cause, in: tx)
    }

    /// Brings in force what waits for these certificates, as far as they are in force, each since its day.
    func bringInForce(_ since: [UUID: LocalDate], because cause: Cause, in tx: borrowing Transaction) throws {
        let certificates = Array(since.keys)
        let suspended = try filings.suspended(among: certificates, in: tx)
        let good = certificates.filter { !suspended.contains($0) }
        var changed: [Stored<Appointment>] = []
        for (appointment, certificate) in try store.waiting(for: good, in: tx) {
            var appointment = appointment
            let day = since[certificate] ?? cause.today
            guard try !appointment.handle(.certify(certificate, on: day)).isEmpty else { continue }
            changed.append(appointment)
        }
        try store.save(changed, in: tx)
        try journal.append(changed, of: "appointment", because: cause, in: tx)
        for appointment in changed {
            try tell.inForce(appointment, because: cause, in: tx)
            if appointment.state.end != nil { try tell.over(appointment, because: cause, in: tx) }
        }
        try looks.add(changed.flatMap { ParityLook.all(of: $0, today: cause.today) }, in: tx)
        try tell.months(of: changed, because: cause, in: tx)
    }
}

extension CertificateStatusChanged {
    /// The last day the certificate was in force.
    fileprivate var lastDay: LocalDate { (effectiveOn ?? LocalDate(in: since)).adding(days: -1) }
}
