import Foundation
import Kernel

extension Round {
    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .open(let plan, let terms, let isDisclosed): try open(plan: plan, terms: terms, isDisclosed: isDisclosed)
        case .close(let applications): try close(applications: applications)
        case .openVoting(let eligible, let waiting): try openVoting(eligible: eligible, waiting: waiting)
        case .count(let tallies, let ballots): try count(tallies: tallies, ballots: ballots)
        case .takeCount(let tallies): try takeCount(tallies)
        case .endVoting: endVoting()
        case .propose(let list): try propose(list: list)
        case .proposeRest(let list): try proposeRest(list: list)
        case .withdrawList: try withdrawList()
        case .annulList(let list): annulList(list)
        }
    }

    private func open(plan: UUID, terms: PlanTerms, isDisclosed: Bool) throws(Rejection) -> [Event] {
        guard case .absent = self else { throw .alreadyOpened }
        guard isDisclosed else { throw .planNotDisclosed }
        return [.opened(plan: plan, terms: terms)]
    }

    private func close(applications: Int) throws(Rejection) -> [Event] {
        switch self {
        case .absent: throw .notOpened
        case .collecting:
            guard applications > 0 else { throw .noApplications }
            return [.closed(applications: applications)]
        case .judged, .voting, .counted, .listed: throw .closedToApplications
        }
    }

    private func openVoting(eligible: [UUID], waiting: Int) throws(Rejection) -> [Event] {
        switch self {
        case .absent: throw .notOpened
        case .collecting, .voting, .counted, .listed: throw .notJudged
        case .judged:
            guard waiting == 0 else { throw .waitingForReview(count: waiting) }
            guard !eligible.isEmpty else { throw .nobodyEligible }
            return [.votingOpened(candidates: eligible)]
        }
    }

    private func count(tallies: [Tally], ballots: Int) throws(Rejection) -> [Event] {
        switch self {
        case .absent: throw .notOpened
        case .collecting, .judged, .counted, .listed: throw .notVoting
        case .voting(_, let terms, _):
            guard ballots >= terms.panel.count else { throw .ballotsMissing(count: terms.panel.count - ballots) }
            return [.counted(tallies: tallies)]
        }
    }

    private func takeCount(_ tallies: [Tally]) throws(Rejection) -> [Event] {
        switch self {
        case .absent: throw .notOpened
        case .collecting, .judged, .counted, .listed: throw .notVoting
        case .voting: return [.counted(tallies: tallies)]
        }
    }

    private func endVoting() -> [Event] {
        guard case .voting = self else { return [] }
        return [.votingEnded]
    }

    private func propose(list: UUID) throws(Rejection) -> [Event] {
        switch self {
        case .absent: throw .notOpened
        case .collecting, .judged, .voting: throw .notCounted
        case .counted(_, _, let approved):
            guard !approved.isEmpty else { throw .nobodyApproved }
            return [.listed(list: list)]
        case .listed: throw .alreadyListed
        }
    }

    private func proposeRest(list: UUID) throws(Rejection) -> [Event] {
        guard case .listed = self else { return try propose(list: list) }
        return [.listed(list: list)]
    }

    private func withdrawList() throws(Rejection) -> [Event] {
        guard case .listed(_, _, _, let list) = self else { throw .notListed }
        return [.listWithdrawn(list: list)]
    }

    /// Another list can be proposed; what was said of an earlier list changes nothing.
    private func annulList(_ annulled: UUID) -> [Event] {
        guard case .listed(_, _, _, annulled) = self else { return [] }
        return [.listWithdrawn(list: annulled)]
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .opened(let plan, let terms)): self = .collecting(plan: plan, terms: terms)
        case (.collecting(let plan, let terms), .closed): self = .judged(plan: plan, terms: terms)
        case (.judged(let plan, let terms), .votingOpened(let candidates)):
            self = .voting(plan: plan, terms: terms, candidates: candidates)
        case (.voting(let plan, let terms, _), .counted(let tallies)):
            self = .counted(plan: plan, terms: terms, approved: tallies.filter(\.isApproved).map(\.application))
        case (.voting(let plan, let terms, _), .votingEnded): self = .judged(plan: plan, terms: terms)
        case (.counted(let plan, let terms, let approved), .listed(let list)):
            self = .listed(plan: plan, terms: terms, approved: approved, list: list)
        case (.listed(let plan, let terms, let approved, _), .listed(let list)):
            self = .listed(plan: plan, terms: terms, approved: approved, list: list)
        case (.listed(let plan, let terms, let approved, _), .listWithdrawn):
            self = .counted(plan: plan, terms: terms, approved: approved)
        case (_, .closed), (_, .votingOpened), (_, .counted), (_, .votingEnded), (_, .listed),
            (_, .listWithdrawn):
            break
        }
    }
}
