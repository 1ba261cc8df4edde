import Foundation
import Kernel

/// A round (批次) of evaluation under one plan, from the first application to the proposed list.
package enum Round: Decider, Codable, Hashable {
    /// Can transition to: collecting.
    case absent
    /// Takes applications. Can transition to: judged.
    case collecting(plan: UUID, terms: PlanTerms)
    /// Closed to applications, each judged. Can transition to: voting.
    case judged(plan: UUID, terms: PlanTerms)
    /// Ballots are cast on the candidates. Can transition to: counted, and to judged when the vote comes to nothing.
    case voting(plan: UUID, terms: PlanTerms, candidates: [UUID])
    /// Can transition to: listed.
    case counted(plan: UUID, terms: PlanTerms, approved: [UUID])
    /// Its proposed list is out. Can transition to: counted, when that is withdrawn or annulled.
    case listed(plan: UUID, terms: PlanTerms, approved: [UUID], list: UUID)

    /// What a round can be asked to do.
    package enum Command: Sendable {
        /// Opens it on a plan; `isDisclosed` tells whether that was shown to the employees.
        case open(plan: UUID, terms: PlanTerms, isDisclosed: Bool)
        /// Closes it to applications.
        case close(applications: Int)
        /// Opens voting on the eligible, once nothing waits for a person.
        case openVoting(eligible: [UUID], waiting: Int)
        /// Counts, once every member has cast a ballot.
        case count(tallies: [Tally], ballots: Int)
        /// Takes the count of a vote that has its own rules of who must have voted.
        case takeCount(tallies: [Tally])
        /// A vote came to nothing or was annulled; another can be held.
        case endVoting
        case propose(list: UUID)
        /// Proposes another list beside the one that is out, of names that one leaves.
        case proposeRest(list: UUID)
        case withdrawList
        /// A fact: the notice of a list was annulled.
        case annulList(list: UUID)
    }

    /// What can have happened to a round.
    package enum Event: Codable, Hashable, Sendable {
        case opened(plan: UUID, terms: PlanTerms)
        case closed(applications: Int)
        case votingOpened(candidates: [UUID])
        case counted(tallies: [Tally])
        case votingEnded
        case listed(list: UUID)
        case listWithdrawn(list: UUID)
    }

    /// Why a round says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case alreadyOpened
        case planNotDisclosed
        case notOpened
        /// Applications are closed.
        case closedToApplications
        case noApplications
        case notJudged
        /// So many applications wait for a person's decision.
        case waitingForReview(count: Int)
        case nobodyEligible
        case notVoting
        /// Who wants to vote has no seat on the panel.
        case notOnPanel
        case ballotsMissing(count: Int)
        case notCounted
        case nobodyApproved
        case alreadyListed
        case notListed

        package var code: String {
            switch self {
            case .alreadyOpened: "evaluation.round-already-opened"
            case .planNotDisclosed: "evaluation.plan-not-disclosed"
            case .notOpened: "evaluation.round-not-opened"
            case .closedToApplications: "evaluation.round-closed"
            case .noApplications: "evaluation.no-applications"
            case .notJudged: "evaluation.round-not-judged"
            case .waitingForReview: "evaluation.waiting-for-review"
            case .nobodyEligible: "evaluation.nobody-eligible"
            case .notVoting: "evaluation.round-not-voting"
            case .notOnPanel: "evaluation.not-on-panel"
            case .ballotsMissing: "evaluation.ballots-missing"
            case .notCounted: "evaluation.round-not-counted"
            case .nobodyApproved: "evaluation.nobody-approved"
            case .alreadyListed: "evaluation.already-listed"
            case .notListed: "evaluation.not-listed"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .waitingForReview(let count), .ballotsMissing(let count): ["count": String(count)]
            default: [:]
            }
        }
    }

    package static var initial: Round { .absent }
}
