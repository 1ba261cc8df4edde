import CompensationDomain
import Foundation
import Kernel

/// A pay band as an enterprise names it; the amount in fen a month.
struct BandBody: Decodable {
    let code: String
    let minimumFen: Int64

    /// The band, checked.
    func validated(_ checks: inout Checks) -> Appointment.Band {
        checks.amount(minimumFen, "band.minimumFen")
        return Appointment.Band(code: checks.bandCode(code, "band.code"), minimum: Money(fen: minimumFen))
    }
}

/// An appointment as an enterprise makes it.
struct AppointmentBody: Decodable {
    let post: UUID
    let person: UUID
    /// Missing for one that waits for its certificate.
    let certificate: UUID?
    let from: LocalDate
    /// The last day; or instead of it so many years.
    let through: LocalDate?
    let years: Int?
    let payFrom: LocalDate?
    let probationThrough: LocalDate?
    let band: BandBody
    let duties: String
    let letter: String

    /// What is asked for, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated() throws -> Appoint.Request {
        var checks = Checks()
        let term = checks.term(from: from, through: through, years: years)
        if let term {
            if let payFrom, payFrom > term.through { checks.fail("payFrom", "compensation.day-outside-term") }
            if let probationThrough, !term.contains(probationThrough) {
                checks.fail("probationThrough", "compensation.day-outside-term")
            }
        }
        let band = band.validated(&checks)
        let duties = checks.plain(duties, "duties", upTo: 2000)
        let letter = checks.plain(letter, "letter")
        return Appoint.Request(
            post: post,
            person: person,
            certificate: certificate,
            term: try checks.finish(term),
            band: band,
            duties: duties,
            letter: letter,
            payFrom: payFrom,
            probationThrough: probationThrough
        )
    }
}

extension Checks {
    /// More years than these on one letter are a mistake of typing.
    static let mostYears = 10

    /// A term by its last day or its years, of which one is given.
    fileprivate mutating func term(from: LocalDate, through: LocalDate?, years: Int?) -> Term? {
        oneOf(years, through)
        if let years { return Term(from: from, years: years) }
        let term = through.flatMap { Term(from: from, through: $0) }
        if through != nil, term == nil { fail("through", "compensation.term") }
        return term
    }

    /// Either so many years or a last day.
    mutating func oneOf(_ years: Int?, _ through: LocalDate?) {
        if let years, !(1...Self.mostYears).contains(years) {
            fail("years", "compensation.years", ["most": String(Self.mostYears)])
        }
        if (years == nil) == (through == nil) { fail("through", "compensation.term-once") }
    }
}
