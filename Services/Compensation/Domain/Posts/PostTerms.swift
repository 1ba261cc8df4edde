import Foundation
import Kernel

extension Post {
    /// What the enterprise decided about a post.
    package struct Terms: Hashable, Codable, Sendable {
        package let employer: EnterpriseRef
        package let occupation: Occupation
        package let unit: String
        /// The unit in the register of enterprises; nil for the enterprise itself, and where it was not asked for.
        package let unitID: UUID?
        /// How many may sit on it at a time (岗位职数).
        package private(set) var headcount: Int
        /// The enterprise's decision that set it up.
        package let decision: String
        /// Number, day and body of that decision; nil where they were not asked for.
        package let paper: DecisionPaper?
        /// The implementation plan it was announced in, where there was one.
        package let plan: UUID?
        /// The round of evaluation it was set up for, where there was one.
        package let round: UUID?
        /// What whoever sits on it has to do; nil where it is left to the letter.
        package let duties: String?

        /// A post, or nil where nobody may sit on it.
        package init?(
            employer: EnterpriseRef,
            occupation: Occupation,
            unit: String,
            headcount: Int,
            decision: String,
            plan: UUID?,
            unitID: UUID? = nil,
            paper: DecisionPaper? = nil,
            round: UUID? = nil,
            duties: String? = nil
        ) {
            guard headcount > 0 else { return nil }
            self.employer = employer
            self.occupation = occupation
            self.unit = unit
            self.headcount = headcount
            self.decision = decision
            self.plan = plan
            self.unitID = unitID
            self.paper = paper
            self.round = round
            self.duties = duties
        }

        /// The same post with another headcount.
        func with(headcount: Int) -> Terms {
            var terms = self
            terms.headcount = headcount
            return terms
        }
    }

    /// One appointment on the post.
    package struct Seat: Hashable, Codable, Sendable {
        package let appointment: UUID
        package let person: UUID
        package let term: Term

        /// An appointment on a post.
        package init(appointment: UUID, person: UUID, term: Term) {
            self.appointment = appointment
            self.person = person
            self.term = term
        }
    }

    /// Why a post is changed, and the enterprise's decision of it.
    package struct Change: Hashable, Codable, Sendable {
        package let reason: String
        /// The title of the decision.
        package let decision: String
        package let paper: DecisionPaper?

        /// A reason on record.
        package init(reason: String, decision: String, paper: DecisionPaper? = nil) {
            self.reason = reason
            self.decision = decision
            self.paper = paper
        }
    }
}
