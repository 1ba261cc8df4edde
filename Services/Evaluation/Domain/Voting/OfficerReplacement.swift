import Foundation

/// Another officer opens the box in one's place, named before the vote opened (更换开票人员).
package struct OfficerReplacement: Codable, Hashable, Sendable {
    package let left: VotingRule.OpeningOfficer
    package let officer: VotingRule.OpeningOfficer
    package let reason: String
    /// The account that named the officer.
    package let by: String
    package let at: Date

    /// Who follows whom, and why.
    package init(
        left: VotingRule.OpeningOfficer,
        officer: VotingRule.OpeningOfficer,
        reason: String,
        by: String,
        at: Date
    ) {
        self.left = left
        self.officer = officer
        self.reason = reason
        self.by = by
        self.at = at
    }
}

/// The filing kept a vote from going on, and its closing is as much later (中止期间顺延).
package struct ClosingExtension: Codable, Hashable, Sendable {
    /// From when to when nobody could vote.
    package let from: Date
    package let through: Date
    /// When it closes now.
    package let closesAt: Date

    /// A closing that is put off.
    package init(from: Date, through: Date, closesAt: Date) {
        self.from = from
        self.through = through
        self.closesAt = closesAt
    }
}

/// A stand-in opened a layer in an officer's place (候补人员代为开票).
package struct StandingIn: Codable, Hashable, Sendable {
    /// Who did not open it.
    package let officer: String
    package let standIn: VotingRule.KeyHolder
    package let reason: String
    package let at: Date

    /// Who opened for whom, and why.
    package init(officer: String, standIn: VotingRule.KeyHolder, reason: String, at: Date) {
        self.officer = officer
        self.standIn = standIn
        self.reason = reason
        self.at = at
    }
}
