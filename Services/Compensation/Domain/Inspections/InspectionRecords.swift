import Foundation
import Kernel

extension Inspection {
    /// What is inspected, why and by whom.
    package struct Opening: Hashable, Codable, Sendable {
        package let employer: EnterpriseRef
        package let month: Month
        /// The plan, paper or report it follows.
        package let occasion: String
        /// The names of who inspects.
        package let inspectors: [String]
        package let by: String
        package let on: LocalDate

        /// An inspection as an officer opens it.
        package init(
            employer: EnterpriseRef,
            month: Month,
            occasion: String,
            inspectors: [String],
            by: String,
            on: LocalDate
        ) {
            self.employer = employer
            self.month = month
            self.occasion = occasion
            self.inspectors = inspectors
            self.by = by
            self.on = on
        }
    }

    /// Somebody who is paid in the month.
    package struct Subject: Hashable, Codable, Sendable {
        package let appointment: UUID
        package let person: UUID
        /// The first day of the month that is paid for.
        package let since: LocalDate

        /// A person of an appointment.
        package init(appointment: UUID, person: UUID, since: LocalDate) {
            self.appointment = appointment
            self.person = person
            self.since = since
        }
    }

    /// What is fixed before a draw: from whom, how many, and a seed that only its digest is known of.
    package struct Commitment: Hashable, Codable, Sendable {
        /// SHA-256 of the seed as it is written, in hex; known to everybody before the draw.
        package let digest: String
        /// The seed, encrypted until the draw.
        package let sealedSeed: Data
        package let pool: [Subject]
        package let count: Int

        /// Fixes a draw.
        package init(digest: String, sealedSeed: Data, pool: [Subject], count: Int) {
            self.digest = digest
            self.sealedSeed = sealedSeed
            self.pool = pool
            self.count = count
        }
    }

    /// A draw as it was carried out.
    package struct Draw: Hashable, Codable, Sendable {
        package let algorithm: String
        /// The seed in hex, now open.
        package let seed: String
        /// What the witness said when the digest was known already, so that nobody could know the result before.
        package let word: String
        package let witness: String
        /// All appointments of the pool in the drawn order.
        package let order: [UUID]
        package let by: String
        package let on: LocalDate

        /// The record of a draw.
        package init(seed: String, word: String, witness: String, order: [UUID], by: String, on: LocalDate) {
            algorithm = InspectionDraw.algorithm
            self.seed = seed
            self.word = word
            self.witness = witness
            self.order = order
            self.by = by
            self.on = on
        }
    }

    /// How the persons came to be inspected.
    package enum Choice: Hashable, Codable, Sendable {
        case drawn(Commitment, Draw)
        /// Named by the officer, for a reason.
        case named(reason: String)
    }

    /// What an inspector saw of one person's papers, on the spot; no amount is kept.
    package struct Finding: Hashable, Codable, Sendable {
        /// What was seen.
        package enum Outcome: String, Hashable, Codable, CaseIterable, Sendable {
            /// 已查看，相符: the papers show that parity is kept.
            case seen
            /// 已查看，不相符: the papers show that it is not.
            case notMet = "not-met"
            /// 未出示: no papers were shown.
            case notShown = "not-shown"
        }

        package let outcome: Outcome
        package let note: String?
        /// Why what was recorded before is changed; nil of the first.
        package let correction: String?
        package let by: String
        package let on: LocalDate

        /// What was recorded.
        package init(outcome: Outcome, note: String?, correction: String?, by: String, on: LocalDate) {
            self.outcome = outcome
            self.note = note
            self.correction = correction
            self.by = by
            self.on = on
        }
    }

    /// One of those inspected.
    package struct Examined: Hashable, Codable, Sendable {
        package let subject: Subject
        /// Nil while nothing was recorded.
        package internal(set) var finding: Finding?

        /// Somebody who is inspected.
        package init(_ subject: Subject, finding: Finding? = nil) {
            self.subject = subject
            self.finding = finding
        }
    }
}
