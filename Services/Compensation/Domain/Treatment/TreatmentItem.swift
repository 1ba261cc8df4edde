import Foundation
import Kernel

/// One item of treatment beside pay that an appointment brings, until it is granted or waived (待遇事项).
package enum TreatmentItem: Decider, Hashable, Codable {
    /// Can become `owed`.
    case none
    /// To be granted until the end of its due day. Can become `done` or `waived`.
    case owed(Owing)
    /// Granted, with what shows it. Can become `owed` again where that was recorded by mistake.
    case done(Owing, Evidence)
    /// Given up or not applicable, with the reason. Can become `owed` again the same way.
    case waived(Owing, Waiver)

    package static let initial = TreatmentItem.none

    /// What is owed to whom.
    package struct Owing: Hashable, Codable, Sendable {
        package let appointment: UUID
        package let person: UUID
        package let creditCode: String
        /// The item's code in the catalogue, and what it was called there.
        package let code: String
        package let name: String
        package let owedBy: TreatmentDebtor
        /// The last day to grant it.
        package let dueOn: LocalDate

        /// What an appointment brings by the catalogue.
        package init(
            appointment: UUID,
            person: UUID,
            creditCode: String,
            entry: TreatmentCatalogue.Entry,
            dueOn: LocalDate
        ) {
            self.appointment = appointment
            self.person = person
            self.creditCode = creditCode
            code = entry.code
            name = entry.name
            owedBy = entry.owedBy
            self.dueOn = dueOn
        }
    }

    /// What shows that it was granted; no amount is in it.
    package struct Evidence: Hashable, Codable, Sendable {
        package let text: String
        /// The number of a paper or file that shows it, nil where the text says all.
        package let reference: String?
        /// The file that shows it; nil where none was sent, as in what was recorded before files were taken.
        package let file: File?
        /// The day it was granted.
        package let grantedOn: LocalDate
        package let by: String
        package let on: LocalDate

        /// A file by its digest.
        package struct File: Hashable, Codable, Sendable {
            package let id: UUID
            /// Lower-case hex.
            package let sha256: String

            /// A file that was sent.
            package init(id: UUID, sha256: String) {
                self.id = id
                self.sha256 = sha256
            }
        }

        /// What was recorded.
        package init(
            text: String,
            reference: String?,
            file: File? = nil,
            grantedOn: LocalDate,
            by: String,
            on: LocalDate
        ) {
            self.text = text
            self.reference = reference
            self.file = file
            self.grantedOn = grantedOn
            self.by = by
            self.on = on
        }
    }

    /// Why it is not granted.
    package struct Waiver: Hashable, Codable, Sendable {
        package let reason: String
        package let by: String
        package let on: LocalDate

        /// What was recorded.
        package init(reason: String, by: String, on: LocalDate) {
            self.reason = reason
            self.by = by
            self.on = on
        }
    }

    /// What can be asked of an item.
    package enum Command: Hashable, Sendable {
        case owe(Owing)
        case grant(Evidence)
        case waive(Waiver)
        /// What was recorded was a mistake.
        case reopen(reason: String, by: String, on: LocalDate)
    }

    /// What can have happened to an item.
    package enum Event: Hashable, Codable, Sendable {
        case owed(owing: Owing)
        case granted(evidence: Evidence)
        case waived(waiver: Waiver)
        case reopened(reason: String, by: String, on: LocalDate)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        case notOwed
        case alreadyDone
        case alreadyWaived
        /// Nothing was recorded that could be a mistake.
        case stillOwed

        package var code: String {
            switch self {
            case .notOwed: "compensation.treatment-not-owed"
            case .alreadyDone: "compensation.treatment-done"
            case .alreadyWaived: "compensation.treatment-waived"
            case .stillOwed: "compensation.treatment-still-owed"
            }
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.none, .owe(let owing)): return [.owed(owing: owing)]
        case (_, .owe): return []  // listed twice
        case (.none, _): throw .notOwed
        case (.owed, .grant(let evidence)): return [.granted(evidence: evidence)]
        case (.owed, .waive(let waiver)): return [.waived(waiver: waiver)]
        case (.owed, .reopen): throw .stillOwed
        case (.done, .grant), (.done, .waive): throw .alreadyDone
        case (.waived, .grant), (.waived, .waive): throw .alreadyWaived
        case (.done, .reopen(let reason, let by, let day)), (.waived, .reopen(let reason, let by, let day)):
            return [.reopened(reason: reason, by: by, on: day)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.none, .owed(let owing)): self = .owed(owing)
        case (.owed(let owing), .granted(let evidence)): self = .done(owing, evidence)
        case (.owed(let owing), .waived(let waiver)): self = .waived(owing, waiver)
        case (.done(let owing, _), .reopened), (.waived(let owing, _), .reopened): self = .owed(owing)
        case (.none, _), (.owed, _), (.done, _), (.waived, _): break
        }
    }
}

extension TreatmentItem {
    /// What is owed, nil before anything is.
    package var owing: Owing? {
        switch self {
        case .none: nil
        case .owed(let owing), .done(let owing, _), .waived(let owing, _): owing
        }
    }

    /// The name of a case, for look-up and views.
    package enum Stage: String, Hashable, Codable, CaseIterable, Sendable {
        case owed, done, waived
    }

    /// Which case it is.
    package var stage: Stage {
        switch self {
        case .none, .owed: .owed
        case .done: .done
        case .waived: .waived
        }
    }
}
