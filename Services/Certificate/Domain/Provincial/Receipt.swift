import Foundation
import Kernel

/// What the provincial system says of one person's record.
package struct Receipt: Hashable, Sendable, Codable {
    /// What it says.
    package enum Outcome: String, Codable, Sendable, CaseIterable {
        /// It has arrived and is not decided.
        case received
        case accepted
        case rejected
        case visibleInProvince = "visible-in-province"
        case visibleNationally = "visible-nationally"
        /// It was taken out, as was asked.
        case withdrawn

        /// The stage a record reaches by it.
        package var stage: Upload.Stage {
            switch self {
            case .received: .sent
            case .accepted: .accepted
            case .rejected: .rejected
            case .visibleInProvince: .visibleInProvince
            case .visibleNationally: .visibleNationally
            case .withdrawn: .withdrawn
            }
        }
    }

    /// How it reached us.
    package enum Source: String, Codable, Sendable, CaseIterable {
        /// The connector heard it.
        case connector
        /// It stood in a workbook somebody handed in.
        case workbook
        /// An officer read it in the provincial system and entered it.
        case officer
    }

    /// Which sending it answers, 1 for the first.
    package let revision: Int
    package let outcome: Outcome
    /// Why it was rejected.
    package let reason: String?
    /// The number the province gave or confirms.
    package let number: String?
    /// The province's own reference.
    package let reference: String?
    package let source: Source
    /// When the province says it was so.
    package let at: Date

    package init(
        revision: Int,
        outcome: Outcome,
        reason: String? = nil,
        number: String? = nil,
        reference: String? = nil,
        source: Source,
        at: Date
    ) {
        self.revision = revision
        self.outcome = outcome
        self.reason = reason
        self.number = number
        self.reference = reference
        self.source = source
        self.at = at
    }
}
