import Foundation
import Kernel

/// A member of a panel (评审委员), as the pool had the expert when seated.
package struct PanelMember: Codable, Hashable, Sendable {
    /// The expert in the pool; nil where the plan itself named the member.
    package let expert: UUID?
    /// The account the member signs in with.
    package let account: String
    package let name: String
    package let unit: String
    package let title: String?
    package let isInvited: Bool
    package let occupations: [Occupation]

    /// An expert as a member.
    package init(expert: UUID, record: ExpertRecord) {
        self.expert = expert
        account = record.account
        name = record.name
        unit = record.unit
        title = record.title
        isInvited = record.origin == .invited
        occupations = record.occupations
    }

    /// A seat of a plan as a member.
    package init(seat: PanelSeat) {
        expert = nil
        account = seat.evaluator
        name = seat.name
        unit = seat.unit
        title = nil
        isInvited = false
        occupations = []
    }

    /// Whether the member knows an occupation, so that the panel covers it.
    package func knows(_ occupation: Occupation) -> Bool { occupations.contains { $0.includes(occupation) } }
}
