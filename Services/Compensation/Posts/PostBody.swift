import CompensationDomain
import Foundation
import Kernel

/// A post as an enterprise sets it up.
struct PostBody: Decodable {
    /// More on one post is a mistake of typing.
    static let mostHeadcount = 1000

    let creditCode: String
    let occupation: Occupation
    let unit: String
    let headcount: Int
    let decision: String
    let plan: UUID?

    /// What was decided, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(employer: EnterpriseRef) throws -> Post.Terms {
        var checks = Checks()
        if !(1...Self.mostHeadcount).contains(headcount) {
            checks.fail("headcount", "compensation.headcount", ["most": String(Self.mostHeadcount)])
        }
        let terms = Post.Terms(
            employer: employer,
            occupation: checks.occupation(occupation),
            unit: checks.text(unit, "unit"),
            headcount: headcount,
            decision: checks.text(decision, "decision"),
            plan: plan
        )
        return try checks.finish(terms)
    }
}
