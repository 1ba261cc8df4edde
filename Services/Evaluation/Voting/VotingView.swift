import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// A vote as it goes out: who may vote, is present and has voted; nothing of what stands on a ballot.
struct VotingView: Encodable {
    struct Member: Encodable {
        let account: String
        let name: String
        let unit: String
        /// From how many candidates the member stands aside.
        let recusedFrom: Int
        let signedInAt: Date?
        let hasVoted: Bool
    }

    struct Officer: Encodable {
        let account: String
        let name: String
        let hasKey: Bool
        /// Who opens where the officer cannot; missing where nobody is named.
        let standIn: StandIn?
    }

    struct StandIn: Encodable {
        let account: String
        let name: String
        let hasKey: Bool
    }

    struct StandingIn: Encodable {
        /// Who did not open a layer, and who did.
        let officer: String
        let name: String
        let reason: String
        let at: Date
    }

    struct Replacement: Encodable {
        /// Who left, and who follows.
        let leaving: String
        let name: String
        let reason: String
        let at: Date
    }

    struct Extension: Encodable {
        let from: Date
        let through: Date
        let closesAt: Date
    }

    struct Box: Encodable {
        let ballots: Int
        let digest: String
        let closedAt: Date
    }

    let id: ID<Voting>
    let round: ID<Round>
    let attempt: Int
    let state: Voting.Stage
    let ballot: VotingRule.BallotKind
    let quorum: VotingRule.Share
    let passing: VotingRule.Share
    let officers: [Officer]
    let candidates: Int
    let members: [Member]
    /// How many must be present, and are; missing before it opens.
    let needed: Int?
    let present: Int
    let voted: Int
    let openedAt: Date?
    let closesAt: Date?
    /// Officers who were replaced; missing where none was.
    let replacements: [Replacement]?
    /// Layers a stand-in opened; missing where none did.
    let standingIn: [StandingIn]?
    /// When nobody could vote because of the filing, and how long the vote is open for it; missing where that never was.
    let extensions: [Extension]?
    let box: Box?
    /// Why it came to nothing, or who declared it void and why.
    let reason: String?

    init?(_ voting: Stored<Voting>) {
        guard let poll = voting.state.poll, let stage = voting.state.stage else { return nil }
        id = ID(voting.id)
        round = ID(poll.round)
        attempt = poll.attempt
        state = stage
        ballot = poll.rule.ballot
        quorum = poll.rule.quorum
        passing = poll.rule.passing
        officers = poll.rule.openingOfficers.map { officer in
            Officer(
                account: officer.account,
                name: officer.name,
                hasKey: poll.key(of: officer.account) != nil,
                standIn: officer.standIn.map {
                    StandIn(account: $0.account, name: $0.name, hasKey: poll.key(of: $0.account) != nil)
                }
            )
        }
        candidates = poll.electorate?.candidates.count ?? 0
        let (present, voted) = (poll.present, Set(poll.voted))
        members =
            poll.electorate?.electors.map { elector in
                Member(
                    account: elector.account,
                    name: elector.name,
                    unit: elector.unit,
                    recusedFrom: elector.recusedFrom.count,
                    signedInAt: present.first { $0.account == elector.account }?.at,
                    hasVoted: voted.contains(elector.account)
                )
            } ?? []
        needed = poll.electorate == nil ? nil : poll.quorum
        self.present = present.count
        self.voted = voted.count
        openedAt = poll.electorate?.openedAt
        closesAt = poll.electorate?.closesAt
        replacements = poll.replacements?.map {
            Replacement(leaving: $0.left.name, name: $0.officer.name, reason: $0.reason, at: $0.at)
        }
        standingIn = poll.standingIn?.map {
            StandingIn(officer: $0.officer, name: $0.standIn.name, reason: $0.reason, at: $0.at)
        }
        extensions = poll.extensions?.map { Extension(from: $0.from, through: $0.through, closesAt: $0.closesAt) }
        box = poll.box.map { Box(ballots: $0.ballots, digest: $0.digest, closedAt: $0.at) }
        reason = poll.failure?.chinese ?? poll.annulment?.reason
    }
}

/// The votes of a round: the newest, and those before it that came to nothing.
struct RoundVotingView: Encodable {
    let current: VotingView
    let earlier: [VotingView]

    init?(_ votings: [Stored<Voting>]) {
        let views = votings.compactMap(VotingView.init)
        guard let last = views.last else { return nil }
        current = last
        earlier = Array(views.dropLast())
    }
}

/// An officer's key, told once.
struct OfficerKeyView: Encodable {
    let voting: ID<Voting>
    /// 1 where the officer's code is handed in first, 2 where it is handed in second.
    let turn: Int
    /// 56 letters and digits in groups of four; missing where a request was repeated.
    let code: String?
    let words: String
}

/// What a member gets for a ballot, told once.
struct ReceiptView: Encodable {
    let voting: ID<Voting>
    /// Stands in the published tally: it says that the ballot was counted and not what is on it; missing where a request was repeated.
    let receipt: String?
    let words: String
}
