import Foundation
import Kernel

/// A person of one determination, on the way to a certificate and a post.
///
/// Determination and certificate are facts of different services and come in either order. The title (评) is not the
/// post (聘): the one is here, the other is an ``Appointment``.
package enum Holder: Decider, Hashable, Codable {
    /// Nothing heard. Can become `determined` or `certified`.
    case unknown
    /// The enterprise determined the person. Can become `qualified` or `engaged`.
    case determined(Determination)
    /// Determined, with an appointment agreed that waits for the certificate. Can become `appointed`, or `determined` again.
    case engaged(Determination, [Seat])
    /// The certificate was heard of first. Can become `qualified`.
    case certified(Certificate)
    /// Both are known: can be appointed. Can become `appointed`.
    case qualified(Determination, Certificate)
    /// Appointed once or more. Stays so, unless it turns out that no post was ever taken.
    case appointed(Determination, Certificate, [Seat])

    package static let initial = Holder.unknown

    /// What is known of the enterprise's determination (企业确定获评人员).
    package struct Determination: Hashable, Codable, Sendable {
        package let id: UUID
        package let person: UUID
        package let name: String
        package let employer: EnterpriseRef
        package let occupation: Occupation
        /// The day it took effect; no appointment is earlier.
        package let on: LocalDate

        /// A determination as it was heard.
        package init(
            id: UUID,
            person: UUID,
            name: String,
            employer: EnterpriseRef,
            occupation: Occupation,
            on: LocalDate
        ) {
            self.id = id
            self.person = person
            self.name = name
            self.employer = employer
            self.occupation = occupation
            self.on = on
        }
    }

    /// What is known of the certificate.
    package struct Certificate: Hashable, Codable, Sendable {
        package let id: UUID
        package let number: String
        package let person: UUID
        package let name: String
        package let issuer: EnterpriseRef
        package let occupation: Occupation
        package let determination: UUID
        package let issuedOn: LocalDate

        /// A certificate as it was heard.
        package init(
            id: UUID,
            number: String,
            person: UUID,
            name: String,
            issuer: EnterpriseRef,
            occupation: Occupation,
            determination: UUID,
            issuedOn: LocalDate
        ) {
            self.id = id
            self.number = number
            self.person = person
            self.name = name
            self.issuer = issuer
            self.occupation = occupation
            self.determination = determination
            self.issuedOn = issuedOn
        }

        /// The same certificate, saying otherwise of its holder.
        fileprivate func corrected(name: String, occupation: Occupation) -> Certificate {
            Certificate(
                id: id,
                number: number,
                person: person,
                name: name,
                issuer: issuer,
                occupation: occupation,
                determination: determination,
                issuedOn: issuedOn
            )
        }
    }

    /// An appointment the person has.
    package struct Seat: Hashable, Codable, Sendable {
        package let appointment: UUID
        package let term: Term
    }

    /// What can be asked of a holder.
    package enum Command: Hashable, Sendable {
        case determine(Determination)
        case certify(Certificate)
        /// What the certificate says was wrong, and is this since.
        case correct(certificate: UUID, name: String, occupation: Occupation)
        /// Appoint, paid from a day on; `elsewhere` are the person's terms under other determinations, of whatever enterprise.
        case appoint(UUID, to: Occupation, term: Term, payFrom: LocalDate, elsewhere: [Term])
        /// The same before there is a certificate: the appointment waits for it.
        case engage(UUID, to: Occupation, term: Term, payFrom: LocalDate, elsewhere: [Term])
        /// An appointment is over before its term is.
        case release(appointment: UUID, last: LocalDate)
    }

    /// What can have happened to a holder.
    package enum Event: Hashable, Codable, Sendable {
        case determined(determination: Determination)
        case certified(certificate: Certificate)
        case corrected(name: String, occupation: Occupation)
        case appointed(appointment: UUID, term: Term)
        case released(appointment: UUID, last: LocalDate)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        /// The enterprise has not determined this person.
        case notDetermined
        /// There is no certificate yet.
        case noCertificate
        /// The appointment would begin before the determination.
        case beforeDetermination
        /// The post is of another occupation than the certificate.
        case otherOccupation
        /// The person sits on a post during the term.
        case alreadyAppointed
        /// There is a certificate: the appointment names it.
        case certificateThere

        package var code: String {
            switch self {
            case .notDetermined: "compensation.not-determined"
            case .noCertificate: "compensation.no-certificate"
            case .beforeDetermination: "compensation.before-determination"
            case .otherOccupation: "compensation.other-occupation"
            case .alreadyAppointed: "compensation.already-appointed"
            case .certificateThere: "compensation.certificate-there"
            }
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unknown, .determine(let determination)), (.certified, .determine(let determination)):
            return [.determined(determination: determination)]
        case (.determined, .determine), (.engaged, .determine), (.qualified, .determine), (.appointed, .determine):
            return []  // a fact told twice

        case (.unknown, .certify(let certificate)), (.determined, .certify(let certificate)),
            (.engaged, .certify(let certificate)):
            return [.certified(certificate: certificate)]
        case (.certified, .certify), (.qualified, .certify), (.appointed, .certify):
            return []

        case (_, .correct(let id, let name, let occupation)):
            guard let certificate, certificate.id == id,
                certificate.name != name || certificate.occupation != occupation
            else { return [] }
            return [.corrected(name: name, occupation: occupation)]

        case (.unknown, .appoint), (.certified, .appoint), (.unknown, .engage), (.certified, .engage):
            throw .notDetermined
        case (.determined, .appoint), (.engaged, .appoint): throw .noCertificate
        case (
            .qualified(let determination, let certificate),
            .appoint(let id, let occupation, let term, let pay, let others)
        ),
            (
                .appointed(let determination, let certificate, _),
                .appoint(let id, let occupation, let term, let pay, let others)
            ):
            guard certificate.occupation.fits(occupation) else { throw .otherOccupation }
            return try appointment(id, determination, term, paidFrom: pay, besides: others)
        case (.determined(let determination), .engage(let id, let occupation, let term, let pay, let others)),
            (.engaged(let determination, _), .engage(let id, let occupation, let term, let pay, let others)):
            guard determination.occupation.fits(occupation) else { throw .otherOccupation }
            return try appointment(id, determination, term, paidFrom: pay, besides: others)
        case (.qualified, .engage), (.appointed, .engage): throw .certificateThere

        case (.unknown, .release), (.determined, .release), (.certified, .release), (.qualified, .release): return []
        case (.engaged(_, let seats), .release(let id, let last)),
            (.appointed(_, _, let seats), .release(let id, let last)):
            let isShorter = seats.contains { $0.appointment == id && last < $0.term.through }
            return isShorter ? [.released(appointment: id, last: last)] : []
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.unknown, .determined(let determination)): self = .determined(determination)
        case (.certified(let certificate), .determined(let determination)):
            self = .qualified(determination, certificate)
        case (.unknown, .certified(let certificate)): self = .certified(certificate)
        case (.determined(let determination), .certified(let certificate)):
            self = .qualified(determination, certificate)
        case (.engaged(let determination, let seats), .certified(let certificate)):
            self = .appointed(determination, certificate, seats)
        case (.certified(let certificate), .corrected(let name, let occupation)):
            self = .certified(certificate.corrected(name: name, occupation: occupation))
        case (.qualified(let determination, let certificate), .corrected(let name, let occupation)):
            self = .qualified(determination, certificate.corrected(name: name, occupation: occupation))
        case (.appointed(let determination, let certificate, let seats), .corrected(let name, let occupation)):
            self = .appointed(determination, certificate.corrected(name: name, occupation: occupation), seats)
        case (.determined(let determination), .appointed(let appointment, let term)):
            self = .engaged(determination, [Seat(appointment: appointment, term: term)])
        case (.engaged(let determination, let seats), .appointed(let appointment, let term)):
            self = .engaged(determination, seats + [Seat(appointment: appointment, term: term)])
        case (.qualified(let determination, let certificate), .appointed(let appointment, let term)):
            self = .appointed(determination, certificate, [Seat(appointment: appointment, term: term)])
        case (.appointed(let determination, let certificate, let seats), .appointed(let appointment, let term)):
            self = .appointed(determination, certificate, seats + [Seat(appointment: appointment, term: term)])
        case (.engaged(let determination, let seats), .released(let appointment, let last)):
            let left = seats.left(by: appointment, after: last)
            self = left.isEmpty ? .determined(determination) : .engaged(determination, left)
        case (.appointed(let determination, let certificate, let seats), .released(let appointment, let last)):
            let left = seats.left(by: appointment, after: last)
            self = left.isEmpty ? .qualified(determination, certificate) : .appointed(determination, certificate, left)
        case (.unknown, _), (.determined, _), (.engaged, _), (.certified, _), (.qualified, _), (.appointed, _): break
        }
    }

    private func appointment(
        _ id: UUID,
        _ determination: Determination,
        _ term: Term,
        paidFrom pay: LocalDate,
        besides others: [Term]
    ) throws(Rejection) -> [Event] {
        guard min(term.from, pay) >= determination.on else { throw .beforeDetermination }
        guard !(others + terms).contains(where: term.overlaps) else { throw .alreadyAppointed }
        return [.appointed(appointment: id, term: term)]
    }
}

extension [Holder.Seat] {
    /// The seats where one is left after a day; one left before it began was never taken.
    fileprivate func left(by appointment: UUID, after last: LocalDate) -> [Holder.Seat] {
        compactMap { seat in
            guard seat.appointment == appointment else { return seat }
            return Term(from: seat.term.from, through: last).map { Holder.Seat(appointment: appointment, term: $0) }
        }
    }
}

extension Holder {
    /// The determination, where it is known.
    package var determination: Determination? {
        switch self {
        case .unknown, .certified: nil
        case .determined(let determination), .engaged(let determination, _), .qualified(let determination, _),
            .appointed(let determination, _, _):
            determination
        }
    }

    /// The certificate, where it is known.
    package var certificate: Certificate? {
        switch self {
        case .unknown, .determined, .engaged: nil
        case .certified(let certificate), .qualified(_, let certificate), .appointed(_, let certificate, _):
            certificate
        }
    }

    /// What the person is called: as the certificate says, which may have been corrected, or before it as was determined.
    package var name: String? { certificate?.name ?? determination?.name }

    /// The occupation, from where the name is.
    package var occupation: Occupation? { certificate?.occupation ?? determination?.occupation }

    /// The terms of the person's appointments under this determination.
    package var terms: [Term] {
        seats.map(\.term)
    }

    /// The person's appointments under this determination.
    package var seats: [Seat] {
        switch self {
        case .unknown, .determined, .certified, .qualified: []
        case .engaged(_, let seats), .appointed(_, _, let seats): seats
        }
    }

    /// Which case it is, for look-up and views.
    package var phase: Phase {
        switch self {
        case .unknown: .unknown
        case .determined: .determined
        case .engaged: .engaged
        case .certified: .certified
        case .qualified: .qualified
        case .appointed: .appointed
        }
    }

    /// The name of a case.
    package enum Phase: String, Hashable, Codable, CaseIterable, Sendable {
        case unknown, determined, engaged, certified, qualified, appointed
    }
}

extension Occupation {
    /// Whether a certificate of this occupation is good for a post of the other.
    ///
    /// Code and edition must be the same; the 工种 too, where the post names one.
    fileprivate func fits(_ post: Occupation) -> Bool {
        code == post.code && edition == post.edition && (post.specialty == nil || specialty == post.specialty)
    }
}
