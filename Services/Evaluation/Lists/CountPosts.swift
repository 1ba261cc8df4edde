import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Holds the names of a list against the posts (岗位职数) of the plan; more names than posts need a recorded reason.
struct CountPosts {
    let stores: Stores

    /// The occupations in which the names, with those that other lists under the plan have on show or determined, are more
    /// than the posts.
    ///
    /// - Throws: `PostsExceededRejection` where there are some and no reason.
    func callAsFunction(
        _ names: [ProposedName],
        of round: Stored<Round>,
        reason: String?,
        in tx: borrowing Transaction
    ) throws -> [ExceededPosts] {
        guard let terms = round.state.terms, let plan = round.state.plan else { return [] }
        let shown = Set(names.map(\.application))
        let others = try stores.roundRegister.takingPosts(of: plan, in: tx).filter { !shown.contains($0) }
        let earlier = try stores.applications.read(others, in: tx).compactMap {
            $0.state.entry?.particulars.occupation
        }
        return try terms.exceededPosts(by: names.map(\.occupation) + earlier, reason: reason)
    }
}
