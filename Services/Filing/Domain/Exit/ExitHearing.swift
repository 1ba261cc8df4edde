import Kernel

extension ExitFile {
    /// Statement and defence of the enterprise (陈述申辩).
    package struct Statement: Hashable, Sendable, Codable {
        package let text: String
        /// Whether it says that no hearing is asked for.
        package let waivesHearing: Bool
        package let by: String
        package let on: LocalDate

        /// What somebody of the enterprise states on a day.
        package init(text: String, waivesHearing: Bool, by: String, on: LocalDate) {
            self.text = text
            self.waivesHearing = waivesHearing
            self.by = by
            self.on = on
        }
    }

    /// A request to be heard, within 5 working days of being told (行政处罚法 64（一）, by analogy).
    package struct HearingRequest: Hashable, Sendable, Codable {
        package let reasons: String
        package let by: String
        package let on: LocalDate
        /// The day it was taken back.
        package internal(set) var withdrawnOn: LocalDate?

        /// A request made on a day.
        package init(reasons: String, by: String, on: LocalDate) {
            self.reasons = reasons
            self.by = by
            self.on = on
        }
    }

    /// A hearing that was called: told 7 working days before it is held (行政处罚法 64（二）, by analogy).
    package struct Hearing: Hashable, Sendable, Codable {
        package let heldOn: LocalDate
        package let place: String
        /// Who presides; nobody who investigated the case (64（四）).
        package let chair: Officer
        package let toldOn: LocalDate

        /// A hearing and where it is held.
        package init(heldOn: LocalDate, place: String, chair: Officer, toldOn: LocalDate) {
            self.heldOn = heldOn
            self.place = place
            self.chair = chair
            self.toldOn = toldOn
        }
    }

    /// What was said at the hearing (听证笔录); a decision is made on it (65).
    package struct Minutes: Hashable, Sendable, Codable {
        package let text: String
        /// Whether the enterprise came; one that stays away without good reason gives the hearing up (64（六）).
        package let isAttended: Bool
        package let officer: Officer
        package let on: LocalDate

        /// Minutes kept on a day.
        package init(text: String, isAttended: Bool, officer: Officer, on: LocalDate) {
            self.text = text
            self.isAttended = isAttended
            self.officer = officer
            self.on = on
        }
    }
}

/// A last day counted in working days; provisional where a year's arrangement is not known yet.
package struct Deadline: Hashable, Sendable, Codable {
    package let lastDay: LocalDate
    package let isProvisional: Bool

    /// A last day and how sure it is.
    package init(lastDay: LocalDate, isProvisional: Bool) {
        self.lastDay = lastDay
        self.isProvisional = isProvisional
    }
}
