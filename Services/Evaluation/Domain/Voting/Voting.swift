import Foundation
import Kernel

/// One vote (表决) of a round's panel: from the officers' keys to the count, or to nothing.
///
/// The ballots are not here: they lie in the box, sealed, and nothing that is written of a vote before its count tells what
/// stands on one.
package enum Voting: Decider, Codable, Hashable {
    /// Can transition to: preparing.
    case absent
    /// The officers make their keys. Can transition to: open, annulled.
    case preparing(poll: Poll)
    /// Members sign in and vote. Can transition to: closed, failed, annulled.
    case open(poll: Poll)
    /// All have voted or time is up; the digest of the ballots stands in the journal. Can transition to: peeled, annulled.
    case closed(poll: Poll)
    /// The first officer's layer is off. Can transition to: counted, annulled.
    case peeled(poll: Poll)
    /// Final.
    case counted(poll: Poll)
    /// Final: it came to nothing and can be repeated.
    case failed(poll: Poll)
    /// Final: declared void, as when an officer's code is lost; it can be repeated.
    case annulled(poll: Poll)

    /// What a vote can be asked to do.
    package enum Command: Sendable {
        /// Prepares it; `panel` are the accounts that may not be officers of it.
        case prepare(round: UUID, attempt: Int, rule: VotingRule, panel: [String], at: Date)
        /// Names another officer, or stand-in; `panel` are the persons who may not be one.
        case replaceOfficer(OfficerReplacement, panel: [VotePerson])
        /// Takes an officer's key; `panel` are the persons who may not have one.
        case takeKey(OfficerKey, panel: [VotePerson] = [])
        case open(Electorate)
        case signIn(account: String, at: Date)
        case cast(account: String, votes: [CandidateVote], opinions: [MinorityOpinion], at: Date)
        /// Gives back the time in which the filing kept it from going on.
        case giveBack(from: Date, through: Date)
        /// Closes it, once all have voted or time is up; what the box holds was looked at.
        case close(ballots: Int, digest: String, at: Date)
        /// Takes the outer layer off; a stand-in says why the officer does not.
        case peel(PeeledBox, because: String? = nil)
        /// Counts what is inside; a stand-in says why the officer does not.
        case count(VoteResult, by: String, because: String? = nil, at: Date)
        case annul(reason: String, by: String, at: Date)
    }

    /// What can have happened to a vote.
    package enum Event: Codable, Hashable, Sendable {
        case prepared(round: UUID, attempt: Int, rule: VotingRule, at: Date)
        case officerReplaced(replacement: OfficerReplacement)
        case keyTaken(key: OfficerKey)
        case opened(electorate: Electorate)
        case signedIn(account: String, at: Date)
        /// Somebody cast a ballot; which it is nobody knows.
        case voted(account: String)
        case putOff(extension: ClosingExtension)
        case closed(box: ClosedBox)
        case failed(failure: VoteFailure)
        case stoodIn(standing: StandingIn)
        case peeled(box: PeeledBox)
        case counted(result: VoteResult, by: String, at: Date)
        case annulled(annulment: Annulment)
    }

    package static var initial: Voting { .absent }
}

extension Voting {
    /// Where a vote stands, in one word; also the column it is searched by.
    package enum Stage: String, Codable, CaseIterable, Sendable {
        case preparing, open, closed, peeled, counted, failed, annulled
    }

    /// Where it stands; nil before it is prepared.
    package var stage: Stage? {
        switch self {
        case .absent: nil
        case .preparing: .preparing
        case .open: .open
        case .closed: .closed
        case .peeled: .peeled
        case .counted: .counted
        case .failed: .failed
        case .annulled: .annulled
        }
    }

    /// What is on record of it; nil before it is prepared.
    package var poll: Poll? {
        switch self {
        case .absent: nil
        case .preparing(let poll), .open(let poll), .closed(let poll), .peeled(let poll), .counted(let poll),
            .failed(let poll), .annulled(let poll):
            poll
        }
    }

    /// Whether it is over without a result, or with one.
    package var isOver: Bool {
        switch self {
        case .counted, .failed, .annulled: true
        case .absent, .preparing, .open, .closed, .peeled: false
        }
    }

    /// Whether it has to be closed: all have voted, or time is up.
    package func isDue(at now: Date) -> Bool {
        guard case .open(let poll) = self, let electorate = poll.electorate else { return false }
        return now >= electorate.closesAt || poll.isComplete
    }
}
