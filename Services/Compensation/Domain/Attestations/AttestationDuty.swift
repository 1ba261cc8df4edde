import Foundation
import Kernel

/// An appointment as far as its months are to be attested: whose it is, in which band, and from when to when it is paid.
package struct AttestationDuty: Hashable, Sendable {
    package let appointment: UUID
    package let person: UUID
    package let name: String
    package let creditCode: String
    /// The codes of the pay bands, each with the first day it is paid in, the oldest first.
    package let bands: [Band]
    package let from: LocalDate
    /// The last day it is paid for.
    package let until: LocalDate

    /// A band from a day on.
    package struct Band: Hashable, Sendable {
        package let code: String
        package let from: LocalDate

        /// A band from a day on.
        package init(_ code: String, from: LocalDate) {
            self.code = code
            self.from = from
        }
    }

    /// A duty as the appointment stands.
    package init(
        appointment: UUID,
        person: UUID,
        name: String,
        creditCode: String,
        bands: [Band],
        from: LocalDate,
        until: LocalDate
    ) {
        self.appointment = appointment
        self.person = person
        self.name = name
        self.creditCode = creditCode
        self.bands = bands
        self.from = from
        self.until = until
    }

    /// Whether a day of the month is one it is paid for.
    package func isDue(in month: Month) -> Bool { from <= month.last && until >= month.first }

    /// The codes of the bands it is paid in on any day of a month, the oldest first; more than one where it changes in it.
    package func bands(in month: Month) -> [String] {
        let (first, last) = (max(month.first, from), min(month.last, until))
        let inForce = bands.enumerated().filter { index, band in
            // One that another follows on the same day never was in force.
            let next = bands[(index + 1)...].first?.from
            return band.from <= last && next.map { max(band.from, first) < $0 } ?? true
        }
        return inForce.map(\.element.code)
    }

    /// The bands that are ever paid in, oldest first, each until the day before the next; one followed on its own day is none.
    package var paid: [(band: Band, until: LocalDate)] {
        bands.enumerated().compactMap { index, band in
            let last = bands[(index + 1)...].first.map { min($0.from.adding(days: -1), until) } ?? until
            return band.from <= last ? (band, last) : nil
        }
    }

    /// The code of the band it is paid in on a day; before the first day that of the first, after the last that of the last.
    package func band(on day: LocalDate) -> String {
        (paid.last { $0.band.from <= day } ?? paid.first)?.band.code ?? ""
    }

    /// The code of the band it is paid in at the end of a month, or at its own end; empty before the first.
    package func band(in month: Month) -> String { bands(in: month).last ?? bands.first?.code ?? "" }
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
    ///
    /// What stands in the words `attested` says already is not looked through again: it was taken by the rules of its time.
    package func problems(
        in month: Month,
        for duty: AttestationDuty?,
        attested: Attestation.Statement? = nil
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func fail(_ field: String, _ code: String, _ arguments: [String: String] = [:]) {
            problems.append(FieldProblem(field: field, code: code, arguments: arguments))
        }
        let bands = duty?.bands(in: month) ?? []
        if let duty {
            if !duty.isDue(in: month) {
                fail("appointment", "compensation.month-not-due", ["month": month.description])
            }
            if standing == .met, !bands.contains(band) {
                fail("band", "compensation.other-band", ["band": bands.joined(separator: "、")])
            }
        } else {
            fail("appointment", "compensation.not-appointed-here")
        }
        if band.isEmpty { fail("band", "compensation.required") }
        if band.count > 40 { fail("band", "compensation.too-long", ["most": "40"]) }
        if !band.isEmpty, !bands.contains(band), band != attested?.band, !PayMention.isBandCode(band) {
            fail("band", "compensation.amount-in-text")
        }
        if standing != .met, reason == nil { fail("reason", "compensation.reason-required") }
        if let reason {
            if reason.count > 200 { fail("reason", "compensation.too-long", ["most": "200"]) }
            if reason != attested?.reason, PayMention.isIn(reason) { fail("reason", "compensation.amount-in-text") }
        }
        return problems
    }
}
