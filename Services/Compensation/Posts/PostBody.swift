import CompensationDomain
import Contracts
import Foundation
import Kernel
import ServiceKit

/// A post as an enterprise sets it up.
struct PostBody: Decodable {
    /// More on one post is a mistake of typing.
    static let mostHeadcount = 1000

    let creditCode: String
    let occupation: Occupation
    let unit: String
    /// The unit in the register of enterprises; missing for the enterprise itself.
    let unitId: UUID?
    let headcount: Int
    let decision: String
    let decisionNumber: String?
    let decidedOn: LocalDate?
    let decidedBy: String?
    let plan: UUID?
    let round: UUID?
    let duties: String?

    /// What was decided, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(employer: EnterpriseDirectory.Entry, today: LocalDate) throws -> Post.Terms {
        var checks = Checks()
        checks.headcount(headcount)
        if let unitId, !employer.units.contains(where: { $0.id == unitId }) {
            checks.fail("unitId", "compensation.unknown-unit")
        }
        let terms = Post.Terms(
            employer: employer.enterprise,
            occupation: checks.occupation(occupation),
            unit: checks.plain(unit, "unit"),
            headcount: headcount,
            decision: checks.plain(decision, "decision"),
            plan: plan,
            unitID: unitId,
            paper: checks.decisionPaper(decisionNumber, on: decidedOn, by: decidedBy, today: today),
            round: round,
            duties: checks.optionalPlain(duties, "duties", upTo: 2000)
        )
        return try checks.finish(terms)
    }
}

/// Why a post is changed, and the enterprise's decision of it.
struct PostChangeBody: Decodable {
    let reason: String
    let decision: String
    let decisionNumber: String?
    let decidedOn: LocalDate?
    let decidedBy: String?
    /// How many may sit on it from now on; only of a change of headcount.
    let headcount: Int?

    /// What was decided, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(today: LocalDate, withHeadcount: Bool = false) throws -> Post.Change {
        var checks = Checks()
        if withHeadcount { checks.headcount(headcount ?? 0) }
        let change = Post.Change(
            reason: checks.plain(reason, "reason", upTo: 500),
            decision: checks.plain(decision, "decision"),
            paper: checks.decisionPaper(decisionNumber, on: decidedOn, by: decidedBy, today: today)
        )
        return try checks.finish(change)
    }
}

extension Checks {
    fileprivate mutating func headcount(_ headcount: Int) {
        if !(1...PostBody.mostHeadcount).contains(headcount) {
            fail("headcount", "compensation.headcount", ["most": String(PostBody.mostHeadcount)])
        }
    }

    fileprivate mutating func decisionPaper(
        _ number: String?,
        on day: LocalDate?,
        by body: String?,
        today: LocalDate
    ) -> DecisionPaper? {
        if let day, day > today { fail("decidedOn", "compensation.day-ahead") }
        let paper = DecisionPaper(
            number: optionalPlain(number, "decisionNumber", upTo: 60),
            on: day,
            body: optionalPlain(body, "decidedBy", upTo: 60)
        )
        return paper == DecisionPaper() ? nil : paper
    }
}
