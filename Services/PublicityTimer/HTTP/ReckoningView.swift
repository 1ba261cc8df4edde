import Foundation
import Kernel
import PublicityTimerDomain

/// The receipt of a notice's clock: every day counted or skipped, why, and by which version of the calendar.
struct ReckoningView: Encodable {
    let period: PeriodView
    /// The periods of entries that were added or corrected since.
    let ownPeriods: [OwnPeriod]
    /// Who answers for an end that rests on days no document settles.
    let confirmation: Confirmation?

    /// One entry's period.
    struct OwnPeriod: Encodable {
        let person: String
        let name: String
        let period: PeriodView
    }

    /// An officer's word.
    struct Confirmation: Encodable {
        let officer: String
        let reason: String
        let at: Date
        let lastDay: LocalDate
    }

    init(_ display: Display) {
        period = PeriodView(display.posting.period)
        ownPeriods = display.names.compactMap { name in
            guard let period = name.ownPeriod, !name.standing.hasLeft else { return nil }
            return OwnPeriod(person: name.person.lowercase, name: name.name, period: PeriodView(period))
        }
        confirmation = display.confirmation.map { confirmation in
            Confirmation(
                officer: confirmation.officer,
                reason: confirmation.reason,
                at: confirmation.at,
                lastDay: confirmation.lastDay
            )
        }
    }
}
