import Foundation

/// How the panel voted on one application; who voted how is told to nobody.
package struct Tally: Codable, Hashable, Sendable {
    package let application: UUID
    package let approvals: Int
    package let refusals: Int
    /// Members who stood aside (回避).
    package let recusals: Int
    /// Members who abstained; nil in a count of before members could.
    package let abstentions: Int?
    /// Members present who were not recused; nil in a count of before presence was recorded.
    package let present: Int?
    /// Which part of those present must be in favour; nil in a count of before plans said so.
    package let passing: VotingRule.Share?

    /// The count of one application.
    package init(
        application: UUID,
        approvals: Int,
        refusals: Int,
        recusals: Int,
        abstentions: Int? = nil,
        present: Int? = nil,
        passing: VotingRule.Share? = nil
    ) {
        self.application = application
        self.approvals = approvals
        self.refusals = refusals
        self.recusals = recusals
        self.abstentions = abstentions
        self.present = present
        self.passing = passing
    }

    /// Whether it is proposed: by the plan's share of those present, two thirds unless it says otherwise.
    ///
    /// Where presence was not recorded, by two thirds of the votes cast on it.
    package var isApproved: Bool {
        let whole = present ?? approvals + refusals
        return whole > 0 && (passing ?? .twoThirds).isReached(by: approvals, of: whole)
    }
}
