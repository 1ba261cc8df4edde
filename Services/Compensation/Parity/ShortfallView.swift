import CompensationDomain
import Foundation
import Kernel
import Messaging

/// A shortfall, without any amount.
struct ShortfallView: Encodable {
    let id: String
    let version: Int
    let appointment: String
    let person: String
    let creditCode: String
    let source: Shortfall.Source
    let since: LocalDate
    /// The last day it was so; missing while it goes on.
    let through: LocalDate?
    let dueOn: LocalDate
    /// The code of the band that is paid at least; missing where it is not about bands.
    let required: String?
    let state: Shortfall.Stage
    let settledOn: LocalDate?
    /// How the enterprise made it good.
    let madeGood: String?

    init?(_ shortfall: Stored<Shortfall>) {
        guard let finding = shortfall.state.finding else { return nil }
        id = shortfall.id.lowercase
        version = shortfall.newVersion
        appointment = finding.appointment.lowercase
        person = finding.person.lowercase
        creditCode = finding.employer.creditCode
        source = finding.source
        since = finding.since
        through = finding.through
        dueOn = finding.dueOn
        required = finding.required
        state = shortfall.state.stage
        if case .settled(_, let day, _, _) = shortfall.state { settledOn = day } else { settledOn = nil }
        madeGood = shortfall.state.madeGood
    }
}
