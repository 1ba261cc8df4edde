import Foundation
import Kernel

extension Voting {
    /// So few secret ballots tell how each member voted.
    package static let leastSecretBallots = 3

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .prepare(let round, let attempt, let rule, let panel, let at):
            try prepare(round: round, attempt: attempt, rule: rule, panel: panel, at: at)
        case .replaceOfficer(let replacement, let panel): try replaceOfficer(replacement, panel: panel)
        case .takeKey(let key, let panel): try takeKey(key, panel: panel)
        case .giveBack(let from, let through): giveBack(from: from, through: through)
        case .open(let electorate): try open(electorate)
        case .signIn(let account, let at): try signIn(account, at: at)
        case .cast(let account, let votes, let opinions, let at):
            try cast(account, votes: votes, opinions: opinions, at: at)
        case .close(let ballots, let digest, let at): try close(ballots: ballots, digest: digest, at: at)
        case .peel(let box, let reason): try peel(box, because: reason)
        case .count(let result, let by, let reason, let at): try count(result, by: by, because: reason, at: at)
        case .annul(let reason, let by, let at): try annul(Annulment(reason: reason, by: by, at: at))
        }
    }

    private func prepare(
        round: UUID,
        attempt: Int,
        rule: VotingRule,
        panel: [String],
        at: Date
    ) throws(Rejection) -> [Event] {
        guard case .absent = self else { throw .alreadyPrepared }
        guard rule.namesSeveral else { throw .officersNotTwo }
        for holder in rule.keyHolders where panel.contains(holder.account) { throw .officerOnPanel(name: holder.name) }
        return [.prepared(round: round, attempt: attempt, rule: rule, at: at)]
    }

    private func replaceOfficer(_ replacement: OfficerReplacement, panel: [VotePerson]) throws(Rejection) -> [Event] {
        guard let poll else { throw .notPrepared }
        // Ballots are sealed to the officers of the opening: from then on nobody can take an officer's place but the stand-in.
        guard case .preparing = self else { throw isOver ? .isOver : .officersFixed }
        let left = replacement.left.account
        guard poll.rule.layer(of: left) != nil else { throw .notAnOfficer }
        let officer = replacement.officer
        let rule = poll.rule.opened(by: officer, insteadOf: left)
        guard officer.account != left, rule.namesSeveral else { throw .officersNotTwo }
        for holder in officer.holders {
            // As persons: whom an account belongs to, the register says where it made a key, and the names else.
            let one = VotePerson(account: holder.account, name: holder.name, person: nil)
            if panel.contains(where: one.isSame) { throw .officerOnPanel(name: holder.name) }
            let others = rule.keyHolders.filter { $0.account != holder.account }
            if others.contains(where: { one.isSame(as: poll.person($0)) }) { throw .officersNotTwo }
        }
        return [.officerReplaced(replacement: replacement)]
    }

    private func takeKey(_ key: OfficerKey, panel: [VotePerson]) throws(Rejection) -> [Event] {
        guard let poll else { throw .notPrepared }
        guard let officer = poll.rule.keyHolders.first(where: { $0.account == key.account }) else {
            throw .notAnOfficer
        }
        guard case .preparing = self else { throw isOver ? .isOver : .keysFixed }
        let one = VotePerson(account: key.account, name: key.name ?? officer.name, person: key.person)
        if panel.contains(where: one.isSame) { throw .officerOnPanel(name: officer.name) }
        for other in poll.keys where other.account != key.account {
            let name = poll.rule.keyHolders.first { $0.account == other.account }?.name
            let another = VotePerson(account: other.account, name: other.name ?? name, person: other.person)
            if one.isSame(as: another) { throw .officersNotTwo }
        }
        return [.keyTaken(key: key)]
    }

    /// Nobody could vote from `from` to `through`; what of that lay between opening and closing is given back.
    private func giveBack(from: Date, through: Date) -> [Event] {
        guard case .open(let poll) = self, let electorate = poll.electorate else { return [] }
        let began = max(from, electorate.openedAt)
        guard began < electorate.closesAt, through > began else { return [] }
        let closesAt = electorate.closesAt.addingTimeInterval(through.timeIntervalSince(began))
        return [.putOff(extension: ClosingExtension(from: began, through: through, closesAt: closesAt))]
    }

    private func open(_ electorate: Electorate) throws(Rejection) -> [Event] {
        guard let poll else { throw .notPrepared }
        guard case .preparing = self else { throw isOver ? .isOver : .alreadyOpen }
        for holder in poll.rule.keyHolders {
            guard poll.key(of: holder.account) != nil else { throw .keyMissing(name: holder.name) }
            if electorate.elector(holder.account) != nil { throw .officerOnPanel(name: holder.name) }
        }
        guard electorate.closesAt > electorate.openedAt else { throw .closingPassed }
        let needed = poll.rule.quorum.least(of: electorate.electors.count)
        for candidate in electorate.candidates where electorate.entitled(to: candidate) < needed {
            throw .tooManyRecused(entitled: electorate.entitled(to: candidate), needed: needed)
        }
        return [.opened(electorate: electorate)]
    }

    private func signIn(_ account: String, at: Date) throws(Rejection) -> [Event] {
        let (poll, _) = try taking(account, at: at)
        guard !poll.present.contains(where: { $0.account == account }) else { return [] }
        return [.signedIn(account: account, at: at)]
    }

    private func cast(
        _ account: String,
        votes: [CandidateVote],
        opinions: [MinorityOpinion],
        at: Date
    ) throws(Rejection) -> [Event] {
        let (poll, _) = try taking(account, at: at)
        guard poll.present.contains(where: { $0.account == account }) else { throw .notSignedIn }
        guard !poll.voted.contains(account) else { throw .alreadyVoted }
        _ = try paper(of: account, votes: votes, opinions: opinions)
        return [.voted(account: account)]
    }

    /// The open vote and a member of it, while ballots are taken.
    private func taking(_ account: String, at: Date) throws(Rejection) -> (Poll, Elector) {
        guard let poll else { throw .notPrepared }
        guard let electorate = poll.electorate else { throw .notOpen }
        guard let elector = electorate.elector(account) else { throw .noSeat }
        guard case .open = self, at < electorate.closesAt else { throw .over }
        return (poll, elector)
    }

    /// What a member's ballot says, checked against the candidates the member votes on.
    ///
    /// - Throws: ``Rejection``.
    package func paper(
        of account: String,
        votes: [CandidateVote],
        opinions: [MinorityOpinion]
    ) throws(Rejection) -> BallotPaper {
        guard let poll, let electorate = poll.electorate else { throw .notOpen }
        guard let elector = electorate.elector(account) else { throw .noSeat }
        let recused = Set(elector.recusedFrom)
        let misplaced = votes.count { recused.contains($0.application) }
        guard misplaced == 0 else { throw .recused(count: misplaced) }
        let asked = Set(electorate.candidates(of: elector))
        let answered = Set(votes.map(\.application))
        guard asked == answered, votes.count == asked.count else {
            throw .doesNotMatch(
                missing: asked.subtracting(answered).count,
                unknown: answered.subtracting(asked).count,
                repeated: votes.count - answered.count
            )
        }
        guard opinions.allSatisfy({ opinion in opinion.application.map { asked.contains($0) } ?? true }) else {
            throw .opinionAboutStranger
        }
        let choices = Dictionary(votes.map { ($0.application, $0.choice.mark) }, uniquingKeysWith: { $1 })
        let member = poll.rule.ballot == .named ? account : nil
        return BallotPaper(
            member: member,
            marks: String(electorate.candidates.map { choices[$0] ?? "-" }),
            opinions: opinions.map { MinorityOpinion(application: $0.application, text: $0.text, member: member) }
        )
    }

    private func close(ballots: Int, digest: String, at: Date) throws(Rejection) -> [Event] {
        guard let poll else { throw .notPrepared }
        guard case .open = self, let electorate = poll.electorate else { throw isOver ? .isOver : .notOpen }
        guard isDue(at: at) else { throw .stillOpen(count: electorate.electors.count - poll.voted.count) }
        let closed = Event.closed(box: ClosedBox(ballots: ballots, digest: digest, at: at))
        guard let failure = failure(of: poll, ballots: ballots) else { return [closed] }
        return [closed, .failed(failure: failure)]
    }

    private func failure(of poll: Poll, ballots: Int) -> VoteFailure? {
        let present = poll.present.count
        if present < poll.quorum {
            return .quorumMissing(present: present, needed: poll.quorum, seats: poll.seats)
        }
        let short = (poll.electorate?.candidates ?? []).count { poll.present(on: $0) < poll.quorum(on: $0) }
        if short > 0 { return .candidateQuorumMissing(candidates: short) }
        if ballots != poll.voted.count { return .boxAltered(ballots: ballots, voted: poll.voted.count) }
        let least = poll.rule.ballot == .secret ? Self.leastSecretBallots : 1
        // Of each candidate, too: two who alone may vote on one would see each other's vote.
        let cast = poll.electorate.map { electorate in
            electorate.candidates.map { candidate in
                electorate.electors.count { poll.voted.contains($0.account) && !$0.recusedFrom.contains(candidate) }
            }
        }
        let fewest = min(ballots, cast?.min() ?? ballots)
        return fewest < least ? .tooFewBallots(cast: fewest, needed: least) : nil
    }

    private func peel(_ box: PeeledBox, because reason: String?) throws(Rejection) -> [Event] {
        guard let poll else { throw .notPrepared }
        let officers = poll.rule.openingOfficers
        guard let layer = poll.rule.layer(of: box.by) else { throw .notAnOfficer }
        switch self {
        case .closed:
            guard layer == 1 else { throw .firstOfficerFirst(name: officers[0].name) }
            return try standingIn(for: officers[0], box.by, because: reason, at: box.at) + [.peeled(box: box)]
        case .peeled: throw .otherOfficerNext(name: officers[1].name)
        case .counted, .failed, .annulled: throw .isOver
        case .absent, .preparing, .open: throw .notClosed
        }
    }

    private func count(
        _ result: VoteResult,
        by: String,
        because reason: String?,
        at: Date
    ) throws(Rejection) -> [Event] {
        guard let poll else { throw .notPrepared }
        let officers = poll.rule.openingOfficers
        guard let layer = poll.rule.layer(of: by) else { throw .notAnOfficer }
        switch self {
        case .peeled:
            guard layer == 2 else { throw .otherOfficerNext(name: officers[1].name) }
            return try standingIn(for: officers[1], by, because: reason, at: at)
                + [.counted(result: result, by: by, at: at)]
        case .closed: throw .firstOfficerFirst(name: officers[0].name)
        case .counted, .failed, .annulled: throw .isOver
        case .absent, .preparing, .open: throw .notClosed
        }
    }

    /// What is on record where a stand-in opens: for whom, and why.
    private func standingIn(
        for officer: VotingRule.OpeningOfficer,
        _ account: String,
        because reason: String?,
        at: Date
    ) throws(Rejection) -> [Event] {
        guard let standIn = officer.standIn, standIn.account == account else { return [] }
        guard let reason, !reason.allSatisfy(\.isWhitespace) else { throw .standInReason(name: officer.name) }
        return [.stoodIn(standing: StandingIn(officer: officer.name, standIn: standIn, reason: reason, at: at))]
    }

    private func annul(_ annulment: Annulment) throws(Rejection) -> [Event] {
        switch self {
        case .absent: throw .notPrepared
        case .counted, .failed, .annulled: throw .isOver
        case .preparing, .open, .closed, .peeled: return [.annulled(annulment: annulment)]
        }
    }
}

extension Poll {
    /// Who a key holder is, as far as the key tells.
    fileprivate func person(_ holder: VotingRule.KeyHolder) -> VotePerson {
        let key = key(of: holder.account)
        return VotePerson(account: holder.account, name: key?.name ?? holder.name, person: key?.person)
    }
}
