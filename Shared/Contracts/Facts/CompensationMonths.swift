import Foundation
import Kernel

/// What an enterprise attested of a month is complete, or its due day is over; told again where it is counted otherwise.
///
/// Counts only: of no person anything is told.
package struct ParityAttested: Fact {
    package static let name = "compensation.parity-attested"

    /// The record of this enterprise's month.
    package let attestedMonth: UUID
    package let employer: EnterpriseRef
    /// `2026-11`.
    package let month: String
    /// Persons for whom the month was due.
    package let due: Int
    package let met: Int
    package let notMet: Int
    /// Persons for whom nothing was due, as in unpaid leave.
    package let notDue: Int
    /// Persons of whom nothing was said.
    package let missing: Int
    /// The day it was counted.
    package let on: LocalDate

    package var subject: UUID { attestedMonth }
    package var enterprise: EnterpriseRef? { employer }

    package init(
        attestedMonth: UUID,
        employer: EnterpriseRef,
        month: String,
        due: Int,
        met: Int,
        notMet: Int,
        notDue: Int,
        missing: Int,
        on: LocalDate
    ) {
        self.attestedMonth = attestedMonth
        self.employer = employer
        self.month = month
        self.due = due
        self.met = met
        self.notMet = notMet
        self.notDue = notDue
        self.missing = missing
        self.on = on
    }
}

/// The due day of a month is over and the enterprise has not attested it of everybody; said once a month.
package struct AttestationMissing: Fact {
    package static let name = "compensation.attestation-missing"

    /// The record of this enterprise's month.
    package let attestedMonth: UUID
    package let employer: EnterpriseRef
    /// `2026-11`.
    package let month: String
    /// Persons of whom nothing was said.
    package let missing: Int
    /// The last day on which it was in time.
    package let dueOn: LocalDate

    package var subject: UUID { attestedMonth }
    package var enterprise: EnterpriseRef? { employer }

    package init(attestedMonth: UUID, employer: EnterpriseRef, month: String, missing: Int, dueOn: LocalDate) {
        self.attestedMonth = attestedMonth
        self.employer = employer
        self.month = month
        self.missing = missing
        self.dueOn = dueOn
    }
}

/// A certificate in force has had no appointment for longer than the procedure allows; a reminder to its enterprise.
package struct AppointmentAwaited: Fact {
    package static let name = "compensation.appointment-awaited"

    package let certificate: UUID
    package let holder: UUID
    package let employer: EnterpriseRef
    package let issuedOn: LocalDate
    /// The last of the working days after its issue.
    package let dueOn: LocalDate

    package var subject: UUID { certificate }
    package var enterprise: EnterpriseRef? { employer }
    package var person: UUID? { holder }

    package init(certificate: UUID, holder: UUID, employer: EnterpriseRef, issuedOn: LocalDate, dueOn: LocalDate) {
        self.certificate = certificate
        self.holder = holder
        self.employer = employer
        self.issuedOn = issuedOn
        self.dueOn = dueOn
    }
}
