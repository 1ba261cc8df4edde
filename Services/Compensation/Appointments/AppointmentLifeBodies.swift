import CompensationDomain
import Foundation
import Kernel

/// An assessment as the enterprise made it.
struct AssessmentBody: Decodable {
    let kind: Appointment.Assessment.Kind
    /// The year it is of; missing for the year it was decided in.
    let year: Int?
    let result: Appointment.Assessment.Result
    let on: LocalDate
    let by: String

    /// What was decided, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated() throws -> Appointment.Assessment {
        var checks = Checks()
        let by = checks.plain(by, "by", upTo: 100)
        let year = year ?? on.year
        if !(on.year - 1...on.year).contains(year) { checks.fail("year", "compensation.assessed-year") }
        return try checks.finish(Appointment.Assessment(kind: kind, year: year, result: result, on: on, by: by))
    }
}

/// The next term of an appointment.
struct RenewalBody: Decodable {
    let years: Int?
    let through: LocalDate?
    let band: BandBody
    /// Missing where they stay as they were.
    let duties: String?
    let letter: String

    /// What is agreed, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated() throws -> RenewAppointment.Terms {
        var checks = Checks()
        checks.oneOf(years, through)
        let terms = RenewAppointment.Terms(
            years: years,
            through: through,
            band: band.validated(&checks),
            duties: checks.optionalPlain(duties, "duties", upTo: 2000),
            letter: checks.plain(letter, "letter")
        )
        return try checks.finish(terms)
    }
}

/// The end of an appointment as the enterprise says it.
struct EndBody: Decodable {
    let reason: AppointmentEndReason
    /// The last day, on whose 24:00 pay stops.
    let on: LocalDate

    /// - Throws: `InvalidInput` for a reason that comes by itself.
    func validated() throws -> EndBody {
        guard reason.isForPeople else { throw InvalidInput(field: "reason", code: "compensation.end-reason") }
        return self
    }
}

/// The day a person is expected to retire; null where it is not known any more.
struct RetirementBody: Decodable {
    let on: LocalDate?
}

/// Pay in another band from a day on.
struct BandChangeBody: Decodable {
    let band: BandBody
    let from: LocalDate
    let reason: String

    /// What is changed, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated() throws -> Appointment.BandStep {
        var checks = Checks()
        let band = band.validated(&checks)
        let reason = checks.plain(reason, "reason", upTo: 500)
        return try checks.finish(Appointment.BandStep(band: band, from: from, reason: reason))
    }
}
