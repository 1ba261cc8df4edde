import Foundation
import Kernel

extension Appointment {
    /// The pay band of the appointee; no salary.
    package struct Band: Hashable, Codable, Sendable {
        package let code: String
        /// The lowest monthly pay in the band.
        package let minimum: Money

        /// A band of the enterprise's pay rules.
        package init(code: String, minimum: Money) {
            self.code = code
            self.minimum = minimum
        }
    }

    /// What the letter of appointment (聘书) says.
    package struct Letter: Hashable, Codable, Sendable {
        package let employer: EnterpriseRef
        package let post: UUID
        package let person: UUID
        /// Nil while the appointment waits for it.
        package private(set) var certificate: UUID?
        package let occupation: Occupation
        package let term: Term
        package let band: Band
        package let duties: String
        /// The letter's own number.
        package let number: String
        /// The first day of the pay; nil where it is the first day of the term.
        package let payFrom: LocalDate?
        /// The last day of a probation, where one was agreed.
        package let probationThrough: LocalDate?
        /// The appointment this one follows, where it renews one.
        package let renews: UUID?
        /// The person's name; nil in letters written before it was kept.
        package let name: String?

        /// A letter as the enterprise writes it.
        package init(
            employer: EnterpriseRef,
            post: UUID,
            person: UUID,
            certificate: UUID?,
            occupation: Occupation,
            term: Term,
            band: Band,
            duties: String,
            number: String,
            payFrom: LocalDate? = nil,
            probationThrough: LocalDate? = nil,
            renews: UUID? = nil,
            name: String? = nil
        ) {
            self.employer = employer
            self.post = post
            self.person = person
            self.certificate = certificate
            self.occupation = occupation
            self.term = term
            self.band = band
            self.duties = duties
            self.number = number
            self.payFrom = payFrom
            self.probationThrough = probationThrough
            self.renews = renews
            self.name = name
        }

        /// The first day of the pay; maybe before the term, and before the certificate.
        package var payDay: LocalDate { payFrom ?? term.from }

        func with(certificate: UUID) -> Letter {
            var letter = self
            letter.certificate = certificate
            return letter
        }
    }
}
