import CompensationDomain
import Foundation
import Kernel

/// An appointment as an enterprise makes it.
struct AppointmentBody: Decodable {
    let post: UUID
    let person: UUID
    let certificate: UUID
    let from: LocalDate
    let through: LocalDate
    let band: Band
    let duties: String
    let letter: String

    struct Band: Decodable {
        let code: String
        let minimumFen: Int64
    }

    /// What is asked for, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated() throws -> Appoint.Request {
        var checks = Checks()
        let term = Term(from: from, through: through)
        if term == nil { checks.fail("through", "compensation.term") }
        if band.minimumFen <= 0 { checks.fail("band.minimumFen", "compensation.amount") }
        let band = Appointment.Band(
            code: checks.text(band.code, "band.code", upTo: 40),
            minimum: Money(fen: band.minimumFen)
        )
        let duties = checks.text(duties, "duties", upTo: 2000)
        let letter = checks.text(letter, "letter")
        return Appoint.Request(
            post: post,
            person: person,
            certificate: certificate,
            term: try checks.finish(term),
            band: band,
            duties: duties,
            letter: letter
        )
    }
}
