import CompensationDomain
import Foundation
import Kernel
import Messaging

/// A post with its seats.
struct PostView: Encodable {
    let id: String
    let creditCode: String
    let occupation: Occupation
    let unit: String
    let headcount: Int
    /// Seats whose term has not ended.
    let taken: Int
    let decision: String
    let decisionNumber: String?
    let decidedOn: LocalDate?
    let decidedBy: String?
    let plan: String?
    let round: String?
    let unitId: String?
    let duties: String?
    let state: Post.Standing
    let version: Int
    let seats: [Seat]

    struct Seat: Encodable {
        let appointment: String
        let person: String
        let from: LocalDate
        let through: LocalDate
    }

    init?(_ post: Stored<Post>, today: LocalDate) {
        guard let terms = post.state.terms else { return nil }
        id = post.id.lowercase
        creditCode = terms.employer.creditCode
        occupation = terms.occupation
        unit = terms.unit
        headcount = terms.headcount
        taken = post.state.seats.count { $0.term.through >= today }
        decision = terms.decision
        decisionNumber = terms.paper?.number
        decidedOn = terms.paper?.on
        decidedBy = terms.paper?.body
        plan = terms.plan?.lowercase
        round = terms.round?.lowercase
        unitId = terms.unitID?.lowercase
        duties = terms.duties
        state = post.state.standing
        version = post.newVersion
        seats = post.state.seats.map { seat in
            Seat(
                appointment: seat.appointment.lowercase,
                person: seat.person.lowercase,
                from: seat.term.from,
                through: seat.term.through
            )
        }
    }
}
