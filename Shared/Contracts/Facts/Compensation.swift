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
    /// Its last day; it may lie ahead.
    package let on: LocalDate
    /// Why it is over; nil in what was said before reasons were told, when it was by expiry.
    package let reason: AppointmentEndReason?

    package var subject: UUID { appointment }
    package var enterprise: EnterpriseRef? { employer }
    package var person: UUID? { appointee }

    package init(
        appointment: UUID,
        appointee: UUID,
        certificate: UUID,
        employer: EnterpriseRef,
        on: LocalDate,
        reason: AppointmentEndReason? = nil
    ) {
        self.appointment = appointment
        self.appointee = appointee
        self.certificate = certificate
        self.employer = employer
        self.on = on
        self.reason = reason
    }
}

/// A promise of the same pay was not kept, and not corrected by its due day; told again when it is settled.
package struct CompensationOverdue: Fact {
    package static let name = "compensation.overdue"

    package let shortfall: UUID
    package let appointment: UUID
    package let appointee: UUID
    package let employer: EnterpriseRef
    /// How it was found: `benchmark`, `inspection` or `denial`.
    package let source: String
    /// The first day it was so.
    package let since: LocalDate
    /// The last day to correct it.
    package let dueOn: LocalDate
    /// The day it was corrected; nil while it is not.
    package let settledOn: LocalDate?

    package var subject: UUID { shortfall }
    package var enterprise: EnterpriseRef? { employer }
    package var person: UUID? { appointee }

    package init(
        shortfall: UUID,
        appointment: UUID,
        appointee: UUID,
        employer: EnterpriseRef,
        source: String,
        since: LocalDate,
        dueOn: LocalDate,
        settledOn: LocalDate? = nil
    ) {
        self.shortfall = shortfall
        self.appointment = appointment
        self.appointee = appointee
        self.employer = employer
        self.source = source
        self.since = since
        self.dueOn = dueOn
        self.settledOn = settledOn
    }
}
