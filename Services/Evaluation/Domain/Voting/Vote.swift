import Foundation

/// One member's vote on one application.
package struct Vote: Codable, Hashable, Sendable {
    package let application: UUID
    package let approve: Bool

    /// A vote for or against.
    package init(application: UUID, approve: Bool) {
        self.application = application
        self.approve = approve
    }
}

/// A member stands aside from one application, and says why.
package struct Recusal: Codable, Hashable, Sendable {
    package let application: UUID
    package let reason: String

    /// A recusal (回避).
    package init(application: UUID, reason: String) {
        self.application = application
        self.reason = reason
    }
}

/// Counts the votes of a panel.
package enum Count {
    /// One tally for each candidate, in their order.
    package static func tallies(of candidates: [UUID], votes: [Vote], recusals: [Recusal]) -> [Tally] {
        let votes = Dictionary(grouping: votes, by: \.application)
        let recusals = Dictionary(grouping: recusals, by: \.application)
        return candidates.map { candidate in
            let cast = votes[candidate] ?? []
            return Tally(
                application: candidate,
                approvals: cast.count(where: \.approve),
                refusals: cast.count { !$0.approve },
                recusals: recusals[candidate]?.count ?? 0
            )
        }
    }
}
