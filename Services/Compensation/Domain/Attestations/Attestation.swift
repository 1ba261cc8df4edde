import Foundation
import Kernel

/// What an enterprise says of one month and one appointment: treated as its 正高级工程师 are, or not (通知五).
///
/// Band codes and a named signer, never an amount. What is said again changes nothing; what is said otherwise is a correction
/// on record, with its reason.
package enum Attestation: Decider, Hashable, Codable {
    /// Nothing said. Can become `attested`.
    case unattested
    /// As it was said last. Stays so, corrected or not.
    case attested(Statement, corrections: Int)

    package static let initial = Attestation.unattested

    /// What is said of the month.
    package enum Standing: String, Hashable, Codable, CaseIterable, Sendable {
        /// 已兑现
        case met
        /// 未兑现
        case notMet = "not-met"
        /// 不适用: nothing was due, as in unpaid leave.
        case notDue = "not-due"

        /// In words.
        package var chinese: String {
            switch self {
            case .met: "已兑现"
            case .notMet: "未兑现"
            case .notDue: "不适用"
            }
        }
    }

    /// Who puts a name under it.
    package struct Signer: Hashable, Codable, Sendable {
        package let name: String
        package let position: String
        /// The account it was sent with.
        package let account: String

        /// A signer as named.
        package init(name: String, position: String, account: String) {
            self.name = name
            self.position = position
            self.account = account
        }
    }

    /// What is attested.
    package struct Statement: Hashable, Codable, Sendable {
        package let month: Month
        package let appointment: UUID
        package let person: UUID
        package let creditCode: String
        package let standing: Standing
        /// The code of the pay band the appointee was paid in.
        package let band: String
        /// Why it was not met or not due; nil where it was met.
        package let reason: String?
        package let signer: Signer
        package let on: LocalDate
        /// Whether it came after the due day of its month.
        package let isLate: Bool

        /// A statement as it was checked.
        package init(
            month: Month,
            appointment: UUID,
            person: UUID,
            creditCode: String,
            standing: Standing,
            band: String,
            reason: String?,
            signer: Signer,
            on: LocalDate,
            isLate: Bool
        ) {
            self.month = month
            self.appointment = appointment
            self.person = person
            self.creditCode = creditCode
            self.standing = standing
            self.band = band
            self.reason = reason
            self.signer = signer
            self.on = on
            self.isLate = isLate
        }

        /// Whether both say the same of the month, whoever said it when.
        package func saysTheSame(as other: Statement) -> Bool {
            standing == other.standing && band == other.band && reason == other.reason
        }
    }

    /// What can be asked of an attestation.
    package enum Command: Hashable, Sendable {
        /// Attest; of what was attested otherwise, with the reason for the correction.
        case attest(Statement, correctedBecause: String?)
    }

    /// What can have happened to an attestation.
    package enum Event: Hashable, Codable, Sendable {
        case attested(statement: Statement)
        case corrected(to: Statement, because: String)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        /// Something else was attested; a correction says why.
        case correctionNeedsReason

        package var code: String { "compensation.correction-needs-reason" }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unattested, .attest(let statement, _)): return [.attested(statement: statement)]
        case (.attested(let old, _), .attest(let new, let reason)):
            if old.saysTheSame(as: new) { return [] }
            guard let reason else { throw .correctionNeedsReason }
            return [.corrected(to: new, because: reason)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .attested(let statement)): self = .attested(statement, corrections: 0)
        case (.attested(_, let corrections), .corrected(let statement, _)):
            self = .attested(statement, corrections: corrections + 1)
        case (.unattested, .corrected(let statement, _)): self = .attested(statement, corrections: 1)
        }
    }

    /// What was said last, nil before anything was.
    package var statement: Statement? {
        guard case .attested(let statement, _) = self else { return nil }
        return statement
    }

    /// How often it was corrected.
    package var corrections: Int {
        guard case .attested(_, let corrections) = self else { return 0 }
        return corrections
    }
}
