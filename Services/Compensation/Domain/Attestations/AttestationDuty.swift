import Foundation
import Kernel

/// An appointment as far as its months are to be attested: whose it is, in which band, and from when to when it is paid.
package struct AttestationDuty: Hashable, Sendable {
    package let appointment: UUID
    package let person: UUID
    package let name: String
    package let creditCode: String
    /// The code of the pay band.
    package let band: String
    package let from: LocalDate
    /// The last day it is paid for.
    package let until: LocalDate

    /// A duty as the appointment stands.
    package init(
        appointment: UUID,
        person: UUID,
        name: String,
        creditCode: String,
        band: String,
        from: LocalDate,
        until: LocalDate
    ) {
        self.appointment = appointment
        self.person = person
        self.name = name
        self.creditCode = creditCode
        self.band = band
        self.from = from
        self.until = until
    }

    /// Whether a day of the month is one it is paid for.
    package func isDue(in month: Month) -> Bool { from <= month.last && until >= month.first }
}

/// One person's line of a month, as it is handed in.
package struct AttestationLine: Hashable, Sendable {
    package let appointment: UUID
    package let standing: Attestation.Standing
    package let band: String
    package let reason: String?

    /// A line.
    package init(appointment: UUID, standing: Attestation.Standing, band: String, reason: String?) {
        self.appointment = appointment
        self.standing = standing
        self.band = band
        self.reason = reason
    }

    /// What is wrong with it for a month; every field at once.
    package func problems(in month: Month, for duty: AttestationDuty?) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func fail(_ field: String, _ code: String, _ arguments: [String: String] = [:]) {
            problems.append(FieldProblem(field: field, code: code, arguments: arguments))
        }
        if let duty {
            if !duty.isDue(in: month) {
                fail("appointment", "compensation.month-not-due", ["month": month.description])
            }
            if standing == .met, band != duty.band { fail("band", "compensation.other-band", ["band": duty.band]) }
        } else {
            fail("appointment", "compensation.not-appointed-here")
        }
        if band.isEmpty { fail("band", "compensation.required") }
        if band.count > 40 { fail("band", "compensation.too-long", ["most": "40"]) }
        // The code of a declared band may have many digits.
        if band != duty?.band, PayMention.isIn(band) { fail("band", "compensation.amount-in-text") }
        if standing != .met, reason == nil { fail("reason", "compensation.reason-required") }
        if let reason {
            if reason.count > 200 { fail("reason", "compensation.too-long", ["most": "200"]) }
            if PayMention.isIn(reason) { fail("reason", "compensation.amount-in-text") }
        }
        return problems
    }
}
