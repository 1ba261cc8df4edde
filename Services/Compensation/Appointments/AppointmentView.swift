import CompensationDomain
import Foundation
import Kernel
import Messaging

/// An appointment; the amounts are for its enterprise alone.
struct AppointmentView: Encodable {
    let id: String
    let creditCode: String
    let post: String
    let person: String
    let certificate: String
    let occupation: Occupation
    let from: LocalDate
    let through: LocalDate
    let band: Band
    let duties: String
    let letter: String
    let benchmark: String
    /// `made`, or `ended` once its term is over.
    let state: String
    /// What its employer and the authority are to look at; missing where nothing is.
    let flag: Flag?

    /// Why an appointment is flagged.
    enum Flag: String, Encodable {
        case filingSuspended = "filing-suspended"
        case filingCancelled = "filing-cancelled"
    }

    struct Band: Encodable {
        let code: String
        let minimumFen: Int64?
    }

    init?(_ appointment: Stored<Appointment>, showsAmounts: Bool, flag: Flag? = nil) {
        guard let letter = appointment.state.letter, let measure = appointment.state.measure else { return nil }
        id = appointment.id.lowercase
        creditCode = letter.employer.creditCode
        post = letter.post.lowercase
        person = letter.person.lowercase
        certificate = letter.certificate.lowercase
        occupation = letter.occupation
        from = letter.term.from
        through = letter.term.through
        band = Band(code: letter.band.code, minimumFen: showsAmounts ? letter.band.minimum.fen : nil)
        duties = letter.duties
        self.letter = letter.number
        benchmark = measure.id.lowercase
        if case .ended = appointment.state { state = "ended" } else { state = "made" }
        self.flag = flag
    }
}
