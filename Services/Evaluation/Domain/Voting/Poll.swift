import Foundation

/// All that is on record of one vote; never what stands on a ballot.
package struct Poll: Codable, Hashable, Sendable {
    package let round: UUID
    /// 1 for the first vote of a round, 2 for its repetition.
    package let attempt: Int
    /// With the two officers who open the box, as they are now.
    package internal(set) var rule: VotingRule
    package let preparedAt: Date
    /// The public keys made so far; a lost code is replaced before the vote opens, later never.
    package internal(set) var keys: [OfficerKey] = []
    package internal(set) var electorate: Electorate?
    /// Who signed in, in the order of accounts.
    package internal(set) var present: [Attendance] = []
    /// Who has voted, in the order of accounts: the roll keeps no order of its own and no time.
    package internal(set) var voted: [String] = []
    package internal(set) var box: ClosedBox?
    package internal(set) var peel: PeeledBox?
    package internal(set) var result: VoteResult?
    package internal(set) var countedAt: Date?
    package internal(set) var failure: VoteFailure?
    package internal(set) var annulment: Annulment?
    /// Officers who were replaced before the vote opened, in order; nil where none was.
    package internal(set) var replacements: [OfficerReplacement]?
    /// Layers a stand-in opened, in order; nil where none did.
    package internal(set) var standingIn: [StandingIn]?
    /// How often its closing was put off because the filing kept it from going on, in order; nil where it never was.
    package internal(set) var extensions: [ClosingExtension]?

    init(round: UUID, attempt: Int, rule: VotingRule, preparedAt: Date) {
        self.round = round
        self.attempt = attempt
        self.rule = rule
        self.preparedAt = preparedAt
    }

    /// The key of an officer, where it is made.
    package func key(of account: String) -> OfficerKey? { keys.first { $0.account == account } }

    /// The panel's seats; 0 before the vote opens.
    package var seats: Int { electorate?.electors.count ?? 0 }

    /// How many must be present.
    package var quorum: Int { rule.quorum.least(of: seats) }

    /// How many must be present on a candidate: of those who may vote on that candidate.
    package func quorum(on candidate: UUID) -> Int {
        rule.quorum.least(of: electorate?.entitled(to: candidate) ?? 0)
    }

    /// How many are present on a candidate: who stands aside from the candidate is not, though signed in.
    package func present(on candidate: UUID) -> Int {
        present.count { one in
            electorate?.elector(one.account).map { !$0.recusedFrom.contains(candidate) } ?? false
        }
    }

    /// Whether nobody is left who could still vote.
    package var isComplete: Bool {
        guard let electorate else { return false }
        let voted = Set(voted)
        return electorate.electors.allSatisfy { voted.contains($0.account) || electorate.candidates(of: $0).isEmpty }
    }
}

/// The public half of an officer's key.
package struct OfficerKey: Codable, Hashable, Sendable {
    package let account: String
    /// The person of the register, where the account is tied to one.
    package let person: UUID?
    /// The name the account goes by; nil where that is not known, and in keys of before it was kept.
    package let name: String?
    /// 32 bytes in Base64.
    package let publicKey: String

    /// A key of an officer.
    package init(account: String, person: UUID?, name: String? = nil, publicKey: String) {
        self.account = account
        self.person = person
        self.name = name
        self.publicKey = publicKey
    }
}

/// A member who signed in (签到).
package struct Attendance: Codable, Hashable, Sendable {
    package let account: String
    package let at: Date
}

/// The box once no ballot is taken any more.
package struct ClosedBox: Codable, Hashable, Sendable {
    package let ballots: Int
    /// Of the set of sealed ballots, SHA-256 in hex.
    package let digest: String
    package let at: Date

    /// What was in the box when it was closed.
    package init(ballots: Int, digest: String, at: Date) {
        self.ballots = ballots
        self.digest = digest
        self.at = at
    }
}

/// The box without its outer layer, mixed.
package struct PeeledBox: Codable, Hashable, Sendable {
    /// The officer whose code opened the outer layer.
    package let by: String
    /// Of the set of ballots that are left, SHA-256 in hex.
    package let digest: String
    /// The digest of each sealed ballot of the closed set, in order; a member finds the own receipt among them.
    package let fingerprints: [String]
    package let at: Date

    /// What is left of a box after its first opening.
    package init(by: String, digest: String, fingerprints: [String], at: Date) {
        self.by = by
        self.digest = digest
        self.fingerprints = fingerprints
        self.at = at
    }
}

/// Why a vote came to nothing.
package enum VoteFailure: Codable, Hashable, Sendable {
    /// Too few signed in before time was up.
    case quorumMissing(present: Int, needed: Int, seats: Int)
    /// Too few of those who may vote on each of these candidates signed in before time was up.
    case candidateQuorumMissing(candidates: Int)
    /// So few cast a secret ballot that its result would tell how each voted.
    case tooFewBallots(cast: Int, needed: Int)
    /// The box does not hold as many ballots as the roll has names.
    case boxAltered(ballots: Int, voted: Int)

    /// In a sentence, as minutes say it.
    package var chinese: String {
        switch self {
        case .quorumMissing(let present, let needed, let seats):
            "到会\(present)人,未达到法定人数(应到\(seats)人,至少\(needed)人),表决无效"
        case .candidateQuorumMissing(let count):
            "到会委员中回避的不计,有\(count)名候选人可对其表决的委员到会不足规定比例,表决无效"
        case .tooFewBallots(let cast, let needed): "无记名投票仅\(cast)票,不足\(needed)票,为保守投票秘密不予开启,表决无效"
        case .boxAltered(let ballots, let voted): "票箱内\(ballots)票,与签领记录\(voted)人不符,表决无效"
        }
    }
}

/// A vote was declared void before it was counted.
package struct Annulment: Codable, Hashable, Sendable {
    package let reason: String
    package let by: String
    package let at: Date

    /// By whom, when and why.
    package init(reason: String, by: String, at: Date) {
        self.reason = reason
        self.by = by
        self.at = at
    }
}
