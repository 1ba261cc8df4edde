import Foundation
import Kernel

/// One name on a notice: what is shown of the person, and how it stands.
///
/// No number, telephone or birth date: only what tells namesakes apart and what an objection can be about.
package struct ShownName: Hashable, Codable, Sendable {
    package let person: UUID
    package let application: UUID
    package let name: String
    package let unit: String
    package let workshop: String
    package let occupation: Occupation
    /// The merits, in the applicant's words.
    package let merits: String
    /// Which conditions were relaxed and why (通知三（三）), where any were.
    package let relaxation: String?
    /// How the name stands.
    package internal(set) var standing = Standing.onShow(received: [])
    /// Its own period, where the entry was added or corrected after the notice went on show.
    package internal(set) var ownPeriod: PublicityPeriod?
    /// Whether its own period has run in full.
    package internal(set) var ownPeriodHasRun = false

    /// A name that has just been put on show.
    package init(
        person: UUID,
        application: UUID,
        name: String,
        unit: String,
        workshop: String,
        occupation: Occupation,
        merits: String,
        relaxation: String?
    ) {
        self.person = person
        self.application = application
        self.name = name
        self.unit = unit
        self.workshop = workshop
        self.occupation = occupation
        self.merits = merits
        self.relaxation = relaxation
    }
}

extension ShownName {
    /// Whether its own period still runs, so that it does not follow the notice's.
    package var isContinuing: Bool { ownPeriod != nil && !ownPeriodHasRun && !standing.hasLeft }
}
