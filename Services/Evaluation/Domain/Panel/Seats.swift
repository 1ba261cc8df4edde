import Foundation

/// Who sits on a round's panel now, and who of them may judge whom.
///
/// ``mayJudge(_:_:)`` decides for all: what a member sees, scores and votes on.
package struct Seats: Codable, Hashable, Sendable {
    package let members: [PanelMember]
    /// The chair's (主任委员) account; nil where none is named.
    package let chair: String?
    package let recusals: [PanelRecusal]

    /// The seats of a panel.
    package init(members: [PanelMember], chair: String?, recusals: [PanelRecusal]) {
        self.members = members
        self.chair = chair
        self.recusals = recusals
    }

    /// The seats a plan names, of rounds whose panel was never formed here.
    package init(plan: [PanelSeat]) {
        self.init(members: plan.map(PanelMember.init(seat:)), chair: nil, recusals: [])
    }

    /// Whether this account has a seat and does not stand aside from this candidate.
    package func mayJudge(_ account: String, _ application: UUID) -> Bool {
        seat(of: account) != nil && recusal(of: account, on: application) == nil
    }

    /// Whom of these an account may judge, in their order.
    package func judged(by account: String, among applications: [UUID]) -> [UUID] {
        applications.filter { mayJudge(account, $0) }
    }

    /// Who may judge a candidate.
    package func judges(of application: UUID) -> [PanelMember] {
        members.filter { mayJudge($0.account, application) }
    }

    /// The seat of an account; nil where it has none.
    package func seat(of account: String) -> PanelMember? { members.first { $0.account == account } }

    /// Why a member does not judge a candidate; nil where nothing is known.
    package func recusal(of account: String, on application: UUID) -> PanelRecusal? {
        recusals.first { $0.member == account && $0.application == application }
    }

    /// The candidates on whom fewer may vote than must be present, so that they cannot be voted on as things are.
    package func shortfalls(among applications: [UUID], quorum: VotingRule.Share) -> [Shortfall] {
        let needed = quorum.least(of: members.count)
        let seated = Set(members.map(\.account))
        // The same as judges(of:), by one look at the recusals: a round can have thousands of candidates.
        var aside: [UUID: Set<String>] = [:]
        for recusal in recusals where seated.contains(recusal.member) {
            aside[recusal.application, default: []].insert(recusal.member)
        }
        return applications.compactMap { application in
            let able = members.count - (aside[application]?.count ?? 0)
            return able < needed ? Shortfall(application: application, able: able, needed: needed) : nil
        }
    }

    /// Too many stand aside from one candidate.
    package struct Shortfall: Codable, Hashable, Sendable {
        package let application: UUID
        /// How many may judge.
        package let able: Int
        /// How many must.
        package let needed: Int
    }
}
