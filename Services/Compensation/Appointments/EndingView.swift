import CompensationDomain
import Foundation
import Kernel
import Messaging

/// An appointment that is to end soon: what the enterprise has to think of.
struct EndingView: Encodable {
    let appointment: String
    let creditCode: String
    let person: String
    let kind: Kind
    let on: LocalDate
    /// Whether the term was assessed, which a renewal needs.
    let isAssessed: Bool
    let isRenewed: Bool

    /// What comes.
    enum Kind: String, Encodable {
        case term
        case retirement
    }

    init?(_ appointment: Stored<Appointment>) {
        guard let letter = appointment.state.letter else { return nil }
        let course = appointment.state.course
        self.appointment = appointment.id.lowercase
        creditCode = letter.employer.creditCode
        person = letter.person.lowercase
        let retirement = course.retirement ?? .latest
        kind = retirement <= letter.term.through ? .retirement : .term
        on = min(retirement, letter.term.through)
        isAssessed = course.assessments.contains { $0.kind == .term }
        isRenewed = course.renewedBy != nil
    }
}
