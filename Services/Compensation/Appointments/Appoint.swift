import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// A determined person is appointed to a post: within headcount, not before the determination, at parity.
///
/// Without a certificate the appointment waits for it.
struct Appoint {
    let posts: PostStore
    let holders: HolderStore
    let benchmarks: BenchmarkStore
    let appointments: AppointmentStore
    let filings: FilingLinks
    let parity: MeasureParity
    let tell: TellAppointments
    let journal: Journal

    /// What is asked for; already validated.
    struct Request {
        let post: UUID
        let person: UUID
        /// Nil for an appointment that waits for its certificate.
        let certificate: UUID?
        let term: Term
        let band: Appointment.Band
        let duties: String
        let letter: String
        var payFrom: LocalDate?
        var probationThrough: LocalDate?
        /// The appointment this one follows.
        var renews: UUID?
    }

    func callAsFunction(
        _ request: Request,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Appointment> {
        // No benchmark is declared meanwhile.
        try parity.lock([posts.employer(of: request.post, in: tx)], in: tx)
        // The post first and locked: of two who want the last seat, the second sees it taken.
        var post = try posts.load(request.post, in: tx)
        guard let terms = post.state.terms else { throw NotFound("post") }
        let ofPerson = try holders.load(person: request.person, in: tx)
        var holder = try Self.holder(of: request.certificate, among: ofPerson, employer: terms)
        if let certificate = request.certificate, try filings.isSuspended(certificate, in: tx) {
            throw CertificateSuspended()
        }
        var appointment = Stored<Appointment>(new: NewID.v7())

        let elsewhere = ofPerson.filter { $0.id != holder.id }.flatMap(\.state.terms)
        let (id, occupation, term) = (appointment.id, terms.occupation, request.term)
        let payDay = request.payFrom ?? term.from
        try holder.handle(
            request.certificate == nil
                ? .engage(id, to: occupation, term: term, payFrom: payDay, elsewhere: elsewhere)
                : .appoint(id, to: occupation, term: term, payFrom: payDay, elsewhere: elsewhere)
        )
        try post.handle(.fill(Post.Seat(appointment: id, person: request.person, term: term)))
        try appointment.handle(
            .make(
                Appointment.Letter(
                    employer: terms.employer,
                    post: request.post,
                    person: request.person,
                    certificate: request.certificate,
                    occupation: occupation,
                    term: term,
                    band: request.band,
                    duties: request.duties,
                    number: request.letter,
                    payFrom: request.payFrom,
                    probationThrough: request.probationThrough,
                    renews: request.renews,
                    name: holder.state.name
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
        try tell.inForce(appointment, because: cause, in: tx)
        try tell.months(of: [appointment], because: cause, in: tx)
        try parity.keepBands(of: appointment, today: cause.today, in: tx)
        try parity.follow(appointment, since: payDay, because: cause, in: tx)
        return appointment
    }

    /// The person under the certificate named, or the reason why there is none; without one, the determination of the
    /// post's occupation that has no certificate yet.
    private static func holder(
        of certificate: UUID?,
        among holders: [Stored<Holder>],
        employer terms: Post.Terms
    ) throws -> Stored<Holder> {
        let own = holders.filter { holder in
            let employers = [holder.state.determination?.employer, holder.state.certificate?.issuer]
            return employers.contains { $0?.id == terms.employer.id }
        }
        guard let certificate else {
            let determined = own.filter { $0.state.determination != nil }
            let waiting = determined.filter { $0.state.certificate == nil }
            let fitting = waiting.first { $0.state.determination?.occupation.code == terms.occupation.code }
            guard let holder = fitting ?? waiting.first ?? determined.first else {
                throw Holder.Rejection.notDetermined
            }
            return holder
        }
        if let named = own.first(where: { $0.state.certificate?.id == certificate }) { return named }
        guard own.contains(where: { $0.state.determination != nil }) else { throw Holder.Rejection.notDetermined }
        throw Holder.Rejection.noCertificate
    }
}
