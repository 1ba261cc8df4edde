import Foundation
import Kernel

/// A person of one determination, on the way to a certificate and a post.
///
/// Determination and certificate are facts of different services and come in either order. The title (评) is not the
/// post (聘): the one is here, the other is an ``Appointment``.
package enum Holder: Decider, Hashable, Codable {
    /// Nothing heard. Can become `determined` or `certified`.
    case unknown
    /// The enterprise determined the person. Can become `qualified`.
    case determined(Determination)
    /// The certificate was heard of first. Can become `qualified`.
    case certified(Certificate)
    /// Both are known: can be appointed. Can become `appointed`.
    case qualified(Determination, Certificate)
    /// Appointed once or more. Stays so.
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
        /// Appoint; `elsewhere` are the person's terms under other determinations.
        case appoint(UUID, to: Occupation, term: Term, elsewhere: [Term])
    }

    /// What can have happened to a holder.
    package enum Event: Hashable, Codable, Sendable {
        case determined(determination: Determination)
        case certified(certificate: Certificate)
        case appointed(appointment: UUID, term: Term)
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

        package var code: String {
            switch self {
            case .notDetermined: "compensation.not-determined"
            case .noCertificate: "compensation.no-certificate"
            case .beforeDetermination: "compensation.before-determination"
            case .otherOccupation: "compensation.other-occupation"
            case .alreadyAppointed: "compensation.already-appointed"
            }
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unknown, .determine(let determination)), (.certified, .determine(let determination)):
            return [.determined(determination: determination)]
        case (.determined, .determine), (.qualified, .determine), (.appointed, .determine):
            return []  // a fact told twice

        case (.unknown, .certify(let certificate)), (.determined, .certify(let certificate)):
            return [.certified(certificate: certificate)]
        case (.certified, .certify), (.qualified, .certify), (.appointed, .certify):
            return []

        case (.unknown, .appoint), (.certified, .appoint): throw .notDetermined
        case (.determined, .appoint): throw .noCertificate
        case (.qualified(let determination, let certificate), .appoint(let id, let occupation, let term, let others)):
            return try Self.appointment(id, determination, certificate, to: occupation, term, besides: others)
        case (
            .appointed(let determination, let certificate, let seats),
            .appoint(let id, let occupation, let term, let others)
        ):
            return try Self.appointment(
                id,
                determination,
                certificate,
                to: occupation,
                term,
                besides: others + seats.map(\.term)
            )
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
        case (.qualified(let determination, let certificate), .appointed(let appointment, let term)):
            self = .appointed(determination, certificate, [Seat(appointment: appointment, term: term)])
        case (.appointed(let determination, let certificate, let seats), .appointed(let appointment, let term)):
            self = .appointed(determination, certificate, seats + [Seat(appointment: appointment, term: term)])
        case (.determined, _), (.certified, _), (.qualified, _), (.appointed, _), (.unknown, .appointed): break
        }
    }

    private static func appointment(
        _ id: UUID,
        _ determination: Determination,
        _ certificate: Certificate,
        to occupation: Occupation,
        _ term: Term,
        besides others: [Term]
    ) throws(Rejection) -> [Event] {
        guard certificate.occupation.fits(occupation) else { throw .otherOccupation }
        guard term.from >= determination.on else { throw .beforeDetermination }
        guard !others.contains(where: term.overlaps) else { throw .alreadyAppointed }
        return [.appointed(appointment: id, term: term)]
    }
}

extension Holder {
    /// The determination, where it is known.
    package var determination: Determination? {
        switch self {
        case .unknown, .certified: nil
        case .determined(let determination), .qualified(let determination, _), .appointed(let determination, _, _):
            determination
        }
    }

    /// The certificate, where it is known.
    package var certificate: Certificate? {
        switch self {
        case .unknown, .determined: nil
        case .certified(let certificate), .qualified(_, let certificate), .appointed(_, let certificate, _):
            certificate
        }
    }

    /// The terms of the person's appointments under this determination.
    package var terms: [Term] {
        guard case .appointed(_, _, let seats) = self else { return [] }
        return seats.map(\.term)
    }

    /// Which case it is, for look-up and views.
    package var phase: Phase {
        switch self {
        case .unknown: .unknown
        case .determined: .determined
        case .certified: .certified
        case .qualified: .qualified
        case .appointed: .appointed
        }
    }

    /// The name of a case.
    package enum Phase: String, Hashable, Codable, CaseIterable, Sendable {
        case unknown, determined, certified, qualified, appointed
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
