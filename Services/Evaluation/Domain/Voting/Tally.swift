import Foundation

/// How the panel voted on one application; who voted how is told to nobody.
package struct Tally: Codable, Hashable, Sendable {
    package let application: UUID
    package let approvals: Int
    package let refusals: Int
    /// Members who stood aside (回避).
    package let recusals: Int

    /// The count of one application.
    package init(application: UUID, approvals: Int, refusals: Int, recusals: Int) {
        self.application = application
        self.approvals = approvals
        self.refusals = refusals
        self.recusals = recusals
    }

    /// Whether it is proposed: at least two thirds of the votes cast on it.
    package var isApproved: Bool {
        let cast = approvals + refusals
        return cast > 0 && approvals * 3 >= cast * 2
    }
}
