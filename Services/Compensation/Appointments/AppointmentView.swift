import CompensationDomain
import Foundation
import Kernel
import Messaging

/// An appointment; the amounts are for its enterprise alone.
struct AppointmentView: Encodable {
    let id: String
    let version: Int
    let creditCode: String
    let post: String
    let person: String
    /// Missing while it waits for it.
    let certificate: String?
    let occupation: Occupation
    let from: LocalDate
    let through: LocalDate
    let payFrom: LocalDate
    let probationThrough: LocalDate?
    let band: Band
    let duties: String
    let letter: String
    let benchmark: String
    let state: State
    let endedOn: LocalDate?
    let endReason: AppointmentEndReason?
    let entitlement: Entitlement?
    let assessments: [Appointment.Assessment]
    let expectedRetirement: LocalDate?
    let renews: String?
    let renewedBy: String?
    /// What its employer and the authority are to look at; missing where nothing is.
    let flag: Flag?

    /// How it stands on a day.
    enum State: String, Encodable {
        case awaitingCertificate = "awaiting-certificate"
        case made
        /// Its last day is known, and has not gone by.
        case ending
        case ended
    }

    /// Why an appointment is flagged.
    enum Flag: String, Encodable {
        case filingSuspended = "filing-suspended"
        case filingCancelled = "filing-cancelled"
        case certificateSuspended = "certificate-suspended"
    }

    struct Band: Encodable {
        let code: String
        let minimumFen: Int64?
    }

    init?(_ appointment: Stored<Appointment>, today: LocalDate, showsAmounts: Bool, flag: Flag? = nil) {
        let state = appointment.state
        guard let letter = state.letter, let measure = state.measure, let band = state.band(on: today) else {
            return nil
        }
        id = appointment.id.lowercase
        version = appointment.newVersion
        creditCode = letter.employer.creditCode
        post = letter.post.lowercase
        person = letter.person.lowercase
        certificate = letter.certificate?.lowercase
        occupation = letter.occupation
        from = letter.term.from
        through = letter.term.through
        payFrom = letter.payDay
        probationThrough = letter.probationThrough
        self.band = Band(code: band.code, minimumFen: showsAmounts ? band.minimum.fen : nil)
        duties = letter.duties
        self.letter = letter.number
        benchmark = measure.id.lowercase
        self.state =
            switch state {
            case .unmade, .awaitingCertificate: .awaitingCertificate
            case .made: .made
            case .ended: (state.end?.on ?? letter.term.through) < today ? .ended : .ending
            }
        endedOn = state.end?.on
        endReason = state.end?.reason
        entitlement = Entitlement(of: state)
        assessments = state.course.assessments
        expectedRetirement = state.course.retirement
        renews = letter.renews?.lowercase
        renewedBy = state.course.renewedBy?.lowercase
        self.flag = flag
    }
}
