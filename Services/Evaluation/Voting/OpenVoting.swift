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
        let limits = try limits(of: poll, in: round, on: cause.today, in: tx)
        if let asked, let latest = limits.latest(at: cause.now), asked > latest {
            throw InvalidInput(
                field: "closesAt",
                code: "evaluation.vote-closes-after-plan",
                arguments: ["latest": MinutesPaper.time(latest)]
            )
        }
        let closesAt = asked ?? limits.usual(at: cause.now)
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

    /// What the plan says of the closing, later by the days on which the filing kept the round from going on.
    private func limits(
        of poll: Poll,
        in round: Stored<Round>,
        on today: LocalDate,
        in tx: borrowing Transaction
    ) throws -> ClosingLimits {
        guard let terms = round.state.terms else { return ClosingLimits(closesAt: nil, days: nil, givingBack: []) }
        return ClosingLimits(
            closesAt: poll.rule.closesAt,
            days: terms.schedule?.vote,
            since: LocalDate(in: poll.preparedAt),
            givingBack: try stores.frozenDays.days(of: terms.filing.filing, through: today, in: tx)
        )
    }
}
