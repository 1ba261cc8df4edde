import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The next term follows the one that was assessed and passed, with a letter of its own (续聘).
struct RenewAppointment {
    let store: AppointmentStore
    let posts: PostStore
    let appoint: Appoint
    let journal: Journal

    /// What is agreed for the next term; the rest stays as it was.
    struct Terms {
        let years: Int?
        let through: LocalDate?
        let band: Appointment.Band
        let duties: String?
        let letter: String
    }

    /// Appoints from the day after the term.
    ///
    /// - Throws: `NotFound`, `VersionMismatch`, `InvalidInput` where the next term is none.
    func callAsFunction(
        _ id: UUID,
        seen version: Int,
        _ terms: Terms,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Appointment> {
        try appoint.parity.lock([store.employer(of: id, in: tx)], in: tx)
        try store.lockPosts(of: [id], in: tx)
        try store.lockHolders(of: [id], in: tx)
        var before = try store.load(id, in: tx)
        try before.expect(version: version)
        guard let letter = before.state.letter else { throw NotFound("appointment") }
        let from = letter.term.through.adding(days: 1)
        let next =
            terms.years.map { Term(from: from, years: $0) } ?? terms.through.map { Term(from: from, through: $0) }
        guard let term = next ?? nil else { throw InvalidInput(field: "through", code: "compensation.term") }
        // Whether it may be renewed is decided first, and noted once there is what renews it.
        var renewed = before
        try renewed.handle(.renew(by: NewID.v7()))
        let made = try appoint(
            Appoint.Request(
                post: letter.post,
                person: letter.person,
                certificate: letter.certificate,
                term: term,
                band: terms.band,
                duties: terms.duties ?? letter.duties,
                letter: terms.letter,
                renews: id
            ),
            because: cause,
            in: tx
        )
        try before.handle(.renew(by: made.id))
        try store.save([before], in: tx)
        try journal.append(before, of: "appointment", because: cause, in: tx)
        return made
    }
}
