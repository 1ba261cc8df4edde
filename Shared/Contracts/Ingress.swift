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
