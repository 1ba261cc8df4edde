import Foundation
import Kernel

/// A certificate holder was appointed to a special-grade post (聘用), at parity with a senior engineer.
package struct Appointed: Fact {
    package static let name = "compensation.appointed"

    package let appointment: UUID
    package let appointee: UUID
    package let post: UUID
    package let certificate: UUID
    package let employer: EnterpriseRef
    package let occupation: Occupation
    package let from: LocalDate
    package let through: LocalDate
    /// The pay band's code; no amount leaves the enterprise.
    package let band: String
    /// The benchmark (正高级工程师对标) it was measured against.
    package let benchmark: UUID

    package var subject: UUID { appointment }
    package var enterprise: EnterpriseRef? { employer }
    package var person: UUID? { appointee }

    package init(
        appointment: UUID,
        appointee: UUID,
        post: UUID,
        certificate: UUID,
        employer: EnterpriseRef,
        occupation: Occupation,
        from: LocalDate,
        through: LocalDate,
        band: String,
        benchmark: UUID
    ) {
        self.appointment = appointment
        self.appointee = appointee
        self.post = post
        self.certificate = certificate
        self.employer = employer
        self.occupation = occupation
        self.from = from
        self.through = through
        self.band = band
        self.benchmark = benchmark
    }
}

/// An appointment is over.
package struct AppointmentEnded: Fact {
    package static let name = "compensation.ended"

    package let appointment: UUID
    package let appointee: UUID
    package let certificate: UUID
    package let employer: EnterpriseRef
    /// Its last day.
    package let on: LocalDate

    package var subject: UUID { appointment }
    package var enterprise: EnterpriseRef? { employer }
    package var person: UUID? { appointee }

    package init(appointment: UUID, appointee: UUID, certificate: UUID, employer: EnterpriseRef, on: LocalDate) {
        self.appointment = appointment
        self.appointee = appointee
        self.certificate = certificate
        self.employer = employer
        self.on = on
    }
}
