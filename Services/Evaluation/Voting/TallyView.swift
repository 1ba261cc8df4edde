import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// The published tally of a vote: everything its result can be reckoned from again.
struct TallyView: Encodable {
    struct Candidate: Encodable {
        let application: ID<Application>
        let name: String?
        let approvals: Int
        let refusals: Int
        let abstentions: Int
        let present: Int
        let recusals: Int
        let isApproved: Bool
        /// The letters on the ballots, sorted: Y 同意, N 反对, A 弃权.
        let marks: String
    }

    struct Opinion: Encodable {
        let application: ID<Application>?
        let text: String
        let member: String?
    }

    struct Named: Encodable {
        let account: String
        let name: String?
        /// One letter a candidate, in their order; `-` where the member was recused.
        let marks: String
    }

    let voting: ID<Voting>
    let round: ID<Round>
    let attempt: Int
    let ballot: VotingRule.BallotKind
    let quorum: VotingRule.Share
    let passing: VotingRule.Share
    let seats: Int
    let needed: Int
    let present: Int
    let ballots: Int
    let candidates: [Candidate]
    let opinions: [Opinion]
    let named: [Named]?
    /// Of the closed set: SHA-256 of the fingerprints in order, each with a line feed.
    let digest: String
    /// SHA-256 of each sealed ballot, in order.
    let fingerprints: [String]
    /// The beginnings of the fingerprints as members have them.
    let receipts: [String]
    let closedAt: Date
    let countedAt: Date

    init?(_ voting: Stored<Voting>, names: [UUID: String]) {
        guard let poll = voting.state.poll, let result = poll.result, let box = poll.box, let peel = poll.peel,
            let countedAt = poll.countedAt
        else { return nil }
        self.voting = ID(voting.id)
        round = ID(poll.round)
        attempt = poll.attempt
        ballot = poll.rule.ballot
        quorum = poll.rule.quorum
        passing = poll.rule.passing
        seats = poll.seats
        needed = poll.quorum
        present = poll.present.count
        ballots = box.ballots
        let marks = Dictionary(result.marks.map { ($0.application, $0.marks) }, uniquingKeysWith: { $1 })
        candidates = result.tallies.map { tally in
            Candidate(
                application: ID(tally.application),
                name: names[tally.application],
                approvals: tally.approvals,
                refusals: tally.refusals,
                abstentions: tally.abstentions ?? 0,
                present: tally.present ?? 0,
                recusals: tally.recusals,
                isApproved: tally.isApproved,
                marks: marks[tally.application] ?? ""
            )
        }
        opinions = result.opinions.map {
            Opinion(application: $0.application.map { ID($0) }, text: $0.text, member: $0.member)
        }
        named = result.named?.map { ballot in
            Named(
                account: ballot.member,
                name: poll.electorate?.elector(ballot.member)?.name,
                marks: ballot.marks
            )
        }
        digest = box.digest
        fingerprints = peel.fingerprints
        receipts = peel.fingerprints.map(VoteBox.receipt)
        closedAt = box.at
        self.countedAt = countedAt
    }
}
