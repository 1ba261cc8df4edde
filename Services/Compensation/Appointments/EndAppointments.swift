import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Ends appointments: when their term is over, when the enterprise says so, when their certificate is out of force for
/// good; their seats are free from the day after.
struct EndAppointments {
    let store: AppointmentStore
    let posts: PostStore
    let holders: HolderStore
    let parity: MeasureParity
    let tell: TellAppointments
    let journal: Journal

    /// Ends some whose term is over; true where more may be due.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let cause = Cause.system("appointments", now: now)
        let ended = try store.due(on: cause.today, limit: 100, in: tx).map { appointment in
            var appointment = appointment
            try appointment.handle(.pass(on: cause.today))
            return appointment
        }
        // Their seats end with the term.
        try keep(ended, because: cause, in: tx)
        try parity.looks.add(ended.compactMap { Self.look($0, today: cause.today) }, in: tx)
        return !ended.isEmpty
    }

    /// Ends one by its enterprise.
    ///
    /// - Throws: `NotFound`, `VersionMismatch` where another version was seen.
    func end(
        _ id: UUID,
        seen version: Int,
        reason: AppointmentEndReason,
        last: LocalDate,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Appointment> {
        try parity.lock([store.employer(of: id, in: tx)], in: tx)
        try store.lockPosts(of: [id], in: tx)
        try store.lockHolders(of: [id], in: tx)
        var appointment = try store.load(id, in: tx)
        try appointment.expect(version: version)
        try appointment.handle(.end(reason, last: last))
        try leaveSeats([appointment], because: cause, in: tx)
        try keep([appointment], because: cause, in: tx)
        try parity.follow(appointment, since: last.adding(days: 1), because: cause, in: tx)
        return appointment
    }

    /// Ends those of certificates that are out of force for good, each with the day before it was; total.
    func revoke(
        _ lasts: [UUID: LocalDate],
        because causes: [UUID: Cause],
        in tx: borrowing Transaction
    ) throws {
        try store.lock(ofCertificates: Array(lasts.keys), in: tx)
        for certificate in lasts.keys.sorted(by: { $0.lowercase < $1.lowercase }) {
            guard let last = lasts[certificate], let cause = causes[certificate] else { continue }
            let ended = try store.ofCertificate(certificate, in: tx).compactMap { appointment in
                var appointment = appointment
                return try appointment.handle(.revoke(last: last)).isEmpty ? nil : appointment
            }
            try leaveSeats(ended, because: cause, in: tx)
            try keep(ended, because: cause, in: tx)
            try parity.looks.add(ended.compactMap { Self.look($0, today: cause.today) }, in: tx)
        }
    }

    /// What was short of one that is over was so until its end.
    private static func look(_ ended: Stored<Appointment>, today: LocalDate) -> ParityLook? {
        guard let letter = ended.state.letter, let last = ended.state.end?.on else { return nil }
        let since = last.adding(days: 1)
        return ParityLook(
            creditCode: letter.employer.creditCode,
            appointment: ended.id,
            since: since,
            due: max(since, today)
        )
    }

    private func keep(_ ended: [Stored<Appointment>], because cause: Cause, in tx: borrowing Transaction) throws {
        try store.save(ended, in: tx)
        try journal.append(ended, of: "appointment", because: cause, in: tx)
        for appointment in ended { try tell.over(appointment, because: cause, in: tx) }
        try tell.months(of: ended, because: cause, in: tx)
    }

    /// Their posts and holders are locked already, in the order everybody locks: post, holder, appointment.
    private func leaveSeats(
        _ ended: [Stored<Appointment>],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        for appointment in ended {
            guard let letter = appointment.state.letter, let last = appointment.state.end?.on else { continue }
            var post = try posts.load(letter.post, in: tx)
            try post.handle(.vacate(appointment: appointment.id, last: last))
            try posts.save(post, in: tx)
            try journal.append(post, of: "post", because: cause, in: tx)
            let released = try holders.load(person: letter.person, in: tx).compactMap { holder in
                var holder = holder
                return try holder.handle(.release(appointment: appointment.id, last: last)).isEmpty ? nil : holder
            }
            try holders.save(released, in: tx)
            try journal.append(released, of: "holder", because: cause, in: tx)
        }
    }
}
