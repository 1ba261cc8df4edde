import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// A certificate holder is appointed to a post: within headcount, not before the determination, at parity.
struct Appoint {
    let posts: PostStore
    let holders: HolderStore
    let benchmarks: BenchmarkStore
    let appointments: AppointmentStore
    let filings: FilingLinks
    let journal: Journal
    let outbox: Outbox

    /// What is asked for; already validated.
    struct Request {
        let post: UUID
        let person: UUID
        let certificate: UUID
        let term: Term
        let band: Appointment.Band
        let duties: String
        let letter: String
    }

    func callAsFunction(
        _ request: Request,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Appointment> {
        // The post first and locked: of two who want the last seat, the second sees it taken.
        var post = try posts.load(request.post, in: tx)
        guard let terms = post.state.terms else { throw NotFound("post") }
        let ofPerson = try holders.load(person: request.person, in: tx)
        var holder = try Self.holder(of: request.certificate, among: ofPerson, employer: terms.employer)
        guard try !filings.isSuspended(request.certificate, in: tx) else { throw CertificateSuspended() }
        var appointment = Stored<Appointment>(new: NewID.v7())

        let elsewhere = ofPerson.filter { $0.id != holder.id }.flatMap(\.state.terms)
        try holder.handle(
            .appoint(appointment.id, to: terms.occupation, term: request.term, elsewhere: elsewhere)
        )
        try post.handle(
            .fill(Post.Seat(appointment: appointment.id, person: request.person, term: request.term))
        )
        try appointment.handle(
            .make(
                Appointment.Letter(
                    employer: terms.employer,
                    post: request.post,
                    person: request.person,
                    certificate: request.certificate,
                    occupation: terms.occupation,
                    term: request.term,
                    band: request.band,
                    duties: request.duties,
                    number: request.letter
                ),
                declared: try benchmarks.declared(by: terms.employer.creditCode, in: tx)
            )
        )

        try posts.save(post, in: tx)
        try holders.save([holder], in: tx)
        try appointments.insert(appointment, in: tx)
        try journal.append(post, of: "post", because: cause, in: tx)
        try journal.append(holder, of: "holder", because: cause, in: tx)
        try journal.append(appointment, of: "appointment", because: cause, in: tx)
        try announce(appointment, because: cause, in: tx)
        return appointment
    }

    /// The person under the certificate named, or the reason why there is none.
    private static func holder(
        of certificate: UUID,
        among holders: [Stored<Holder>],
        employer: EnterpriseRef
    ) throws -> Stored<Holder> {
        let own = holders.filter { holder in
            let employers = [holder.state.determination?.employer, holder.state.certificate?.issuer]
            return employers.contains { $0?.id == employer.id }
        }
        if let named = own.first(where: { $0.state.certificate?.id == certificate }) { return named }
        guard own.contains(where: { $0.state.determination != nil }) else { throw Holder.Rejection.notDetermined }
        throw Holder.Rejection.noCertificate
    }

    private func announce(
        _ appointment: Stored<Appointment>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let letter = appointment.state.letter, let measure = appointment.state.measure else { return }
        try outbox.announce(
            Appointed(
                appointment: appointment.id,
                appointee: letter.person,
                post: letter.post,
                certificate: letter.certificate,
                employer: letter.employer,
                occupation: letter.occupation,
                from: letter.term.from,
                through: letter.term.through,
                band: letter.band.code,
                benchmark: measure.id
            ),
            because: cause,
            in: tx
        )
    }
}
