import Foundation
import Kernel

extension Question {
    /// What somebody asks or suggests.
    package struct Inquiry: Hashable, Sendable, Codable {
        package let kind: Kind
        /// The words, and who can be reached how; encrypted, so that neither history nor a copy of the database tells them.
        package let sealed: Data
        package let asker: Asker
        /// The enterprise it is asked for, where the asker belongs to one.
        package let creditCode: String?
        /// The office it is with.
        package internal(set) var desk: Desk
        package let askedOn: LocalDate
        /// The last working day to answer; one that passes makes it overdue and nothing else.
        package let dueOn: LocalDate
        /// Whether the calendar of that day is not settled yet.
        package let dueIsProvisional: Bool
        /// Every change of hands, in order.
        package internal(set) var handovers: [Handover]

        /// An inquiry as it came in.
        package init(
            kind: Kind,
            sealed: Data,
            asker: Asker,
            creditCode: String?,
            desk: Desk,
            askedOn: LocalDate,
            dueOn: LocalDate,
            dueIsProvisional: Bool
        ) {
            self.kind = kind
            self.sealed = sealed
            self.asker = asker
            self.creditCode = creditCode
            self.desk = desk
            self.askedOn = askedOn
            self.dueOn = dueOn
            self.dueIsProvisional = dueIsProvisional
            handovers = []
        }

        func handed(over handover: Handover) -> Inquiry {
            var changed = self
            changed.desk = handover.to
            changed.handovers.append(handover)
            return changed
        }
    }

    /// 问题 or 建议.
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case question, suggestion
    }

    /// Who asks; no account is kept.
    package enum Asker: String, CaseIterable, Codable, Sendable {
        case everyone = "public"
        case employee, enterprise, officer
    }

    /// An office of an authority.
    package struct Desk: Hashable, Sendable, Codable {
        package let authority: Authority.Kind
        package let office: String

        /// An office by name.
        package init(authority: Authority.Kind, office: String) {
            self.authority = authority
            self.office = office
        }
    }

    /// A change of hands, for good on record.
    package struct Handover: Hashable, Sendable, Codable {
        package let from: Desk
        package let to: Desk
        package let reason: String
        /// The officer's account.
        package let by: String
        package let on: LocalDate

        /// A change of hands on a day.
        package init(from: Desk, to: Desk, reason: String, by: String, on: LocalDate) {
            self.from = from
            self.to = to
            self.reason = reason
            self.by = by
            self.on = on
        }
    }

    /// What the asker reads.
    package struct Answer: Hashable, Sendable, Codable {
        package let text: String
        package let desk: Desk
        package let by: String
        package let on: LocalDate

        /// An answer of an office.
        package init(text: String, desk: Desk, by: String, on: LocalDate) {
            self.text = text
            self.desk = desk
            self.by = by
            self.on = on
        }
    }

    /// Why nothing more is done.
    package struct Closing: Hashable, Sendable, Codable {
        package let reason: String
        package let by: String
        package let on: LocalDate

        /// A closing on a day.
        package init(reason: String, by: String, on: LocalDate) {
            self.reason = reason
            self.by = by
            self.on = on
        }
    }
}
