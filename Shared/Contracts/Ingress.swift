import Foundation
import Kernel

/// A message an enterprise's own system sends; unlike a fact it can be refused, and is always answered.
package protocol IngressMessage: Codable, Hashable, Sendable {
    /// The last word of its routing key, `application-submitted`.
    static var name: String { get }
}

/// An enterprise's system hands in one application for a round.
package struct ApplicationSubmitted: IngressMessage {
    package static let name = "application-submitted"

    package let round: UUID
    package let form: ApplicationForm

    package init(round: UUID, form: ApplicationForm) {
        self.round = round
        self.form = form
    }
}

/// An enterprise's system attests a month of some persons; standings and band codes, never an amount.
package struct AttestationSubmitted: IngressMessage {
    package static let name = "attestation-submitted"

    /// One person's line.
    package struct Item: Codable, Hashable, Sendable {
        package let appointment: UUID
        /// `met`, `not-met` or `not-due`.
        package let standing: String
        /// The code of the pay band.
        package let band: String
        /// Why it was not met or not due.
        package let reason: String?

        package init(appointment: UUID, standing: String, band: String, reason: String?) {
            self.appointment = appointment
            self.standing = standing
            self.band = band
            self.reason = reason
        }
    }

    /// `2026-11`.
    package let month: String
    /// The name of who signs it.
    package let signer: String
    /// The position of who signs it.
    package let position: String
    /// Why what was attested otherwise is corrected.
    package let correction: String?
    package let items: [Item]

    package init(month: String, signer: String, position: String, correction: String?, items: [Item]) {
        self.month = month
        self.signer = signer
        self.position = position
        self.correction = correction
        self.items = items
    }
}

/// One reason why a message or a row was refused.
package struct RefusalReason: Codable, Hashable, Sendable {
    /// The member concerned, or nil where it is the whole.
    package let field: String?
    /// A stable code.
    package let code: String
    /// A sentence for people, in Chinese.
    package let message: String

    package init(field: String?, code: String, message: String) {
        self.field = field
        self.code = code
        self.message = message
    }
}

/// The answer to a message of an enterprise's system, on ``Topology/receipts``.
package struct IngressReceipt: Codable, Hashable, Sendable {
    /// The id of the message answered.
    package let message: UUID
    /// Its name, `application-submitted`.
    package let name: String
    package let accepted: Bool
    /// What was made of it, where it was accepted: the application's id.
    package let result: UUID?
    /// Why not, where it was rejected.
    package let reasons: [RefusalReason]

    package init(message: UUID, name: String, accepted: Bool, result: UUID?, reasons: [RefusalReason]) {
        self.message = message
        self.name = name
        self.accepted = accepted
        self.result = result
        self.reasons = reasons
    }
}
