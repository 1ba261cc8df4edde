import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Puts the candidates before the panel (四（二）: 专家评审委员会进行评审), until a closing time.
struct OpenVoting {
    let stores: Stores
    let standAside: StandAside

    /// The longest a vote can be open.
    private static let longest: TimeInterval = 60 * 24 * 3600

    func callAsFunction(
        _ round: Stored<Round>,
        until asked: Date?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Round> {
        var round = round
        let applications = try stores.applicationRegister.all(of: round.id, in: tx)
        var eligible = applications.filter { $0.state.stage == .eligible }.map(\.id)
        let waiting = applications.count { $0.state.stage == .needsPerson }
        if round.state.stage == .judged, waiting == 0, !eligible.isEmpty {
            eligible = try stores.scoreBoard.passed(of: round, among: eligible, in: tx)
            _ = try standAside.prepare(round, for: eligible, because: cause, in: tx)
        }
        try round.handle(
            .openVoting(
                eligible: eligible,
                waiting: waiting
            )
        )
        guard var voting = try stores.votings.newest(of: round.id, in: tx), let poll = voting.state.poll,
            !voting.state.isOver
        else { throw Voting.Rejection.notPrepared }
        if let asked, let latest = latest(poll.rule, of: round, at: cause.now), asked > latest {
            throw InvalidInput(
                field: "closesAt",
                code: "evaluation.vote-closes-after-plan",
                arguments: ["latest": MinutesPaper.time(latest)]
            )
        }
        let closesAt = asked ?? poll.rule.closesAt ?? Self.endOfDay(after: cause.now)
        guard closesAt <= cause.now.addingTimeInterval(Self.longest) else {
            throw InvalidInput(field: "closesAt", code: "evaluation.out-of-range")
        }
        let electors = try stores.electors.electors(of: round, on: round.state.candidates, in: tx)
        try voting.handle(
            .open(
                Electorate(
                    candidates: round.state.candidates,
                    electors: electors,
                    openedAt: cause.now,
                    closesAt: closesAt
                )
            )
        )
        try stores.rounds.save([round], because: cause, in: tx)
        try stores.votings.save(voting, because: cause, in: tx)
        return round
    }

    /// Until when the plan lets a vote be open; nil for a plan that sets no days.
    ///
    /// Where all that it sets has passed, as in a repeated vote, until the end of the day.
    private func latest(_ rule: VotingRule, of round: Stored<Round>, at now: Date) -> Date? {
        let set = [rule.closesAt, round.state.terms?.schedule?.vote.through.end].compactMap(\.self)
        guard !set.isEmpty else { return nil }
        return set.first { $0 > now } ?? Self.endOfDay(after: now)
    }

    /// 24:00 of the day, or of the next where less than an hour is left.
    static func endOfDay(after now: Date) -> Date { LocalDate(in: now.addingTimeInterval(3600)).end }
}
