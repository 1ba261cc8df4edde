import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The vote: its officers, who is present, the ballots, the count and what is published of it.
    var votingRoutes: [Route] {
        [
            Route("POST /rounds/{id}/voting") { call, tx in
                let officers = try call.body(PrepareVotingBody.self).checked()
                let round = try expectedRound(call, in: tx)
                let voting = try prepareVoting(of: round, openedBy: officers, because: call.cause, in: tx)
                return try .created(VotingView(voting), version: round.version)
            },
            Route("GET /rounds/{id}/voting") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                let votings = try stores.votings.all(of: round.id, in: tx)
                try requireSight(of: round, votings, call)
                guard let view = RoundVotingView(votings) else { throw NotFound("voting") }
                return try .ok(view, version: round.version).unkept
            },
            Route("POST /rounds/{id}/voting/officers") { call, tx in
                let (leaving, officer, reason) = try call.body(OfficerReplacementBody.self).checked()
                let voting = try replaceOfficer(
                    leaving,
                    by: officer,
                    reason: reason,
                    in: expectedRound(call, in: tx),
                    because: call.cause,
                    in: tx
                )
                return try .ok(VotingView(voting)).unkept
            },
            Route("POST /rounds/{id}/voting/key", isSecret: true) { call, tx in
                // Looked at without a lock: the round is locked before the vote.
                guard let newest = try stores.votings.all(of: call.id(), in: tx).last else {
                    throw Voting.Rejection.notPrepared
                }
                try call.requireVote(newest)
                let round = try round(call, call.id(), in: tx)
                let (voting, code) = try makeOfficerKey(
                    of: call.caller.subject,
                    name: call.caller.name,
                    person: call.caller.person,
                    for: round,
                    because: call.cause,
                    in: tx
                )
                return try OfficerKeyView.answer(code, to: call.caller.subject, of: voting)
            },
            Route("POST /rounds/{id}/voting/opening") { call, tx in
                let until = try call.body(OpenVotingBody.self).closesAt
                let round = try openVoting(expectedRound(call, in: tx), until: until, because: call.cause, in: tx)
                return try .ok(view(of: round, for: call, in: tx), version: round.newVersion)
            },
            Route("POST /rounds/{id}/voting/attendance") { call, tx in
                if call.query("voting") != nil, let newest = try stores.votings.all(of: call.id(), in: tx).last {
                    try call.requireVote(newest)
                }
                let voting = try signIn(call.caller.subject, in: call.id(), because: call.cause, in: tx)
                return try .ok(VotingView(voting)).unkept
            },
            Route("POST /rounds/{id}/voting/annulment") { call, tx in
                let reason = try call.body(ReasonBody.self).checked()
                let voting = try annulVoting(
                    of: expectedRound(call, in: tx),
                    reason: reason,
                    because: call.cause,
                    in: tx
                )
                return try .ok(VotingView(voting)).unkept
            },
            Route("GET /rounds/{id}/tally") { call, tx in
                let (voting, names) = try counted(call, in: tx)
                guard let view = TallyView(voting, names: names) else { throw NotFound("tally") }
                return try .ok(view)
            },
        ] + ballotRoutes
    }

    /// What members see and cast, and the count.
    private var ballotRoutes: [Route] {
        [
            Route("GET /rounds/{id}/candidates") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                var candidates = try round.state.candidates(
                    for: call.caller.subject,
                    among: electors(of: round, in: tx)
                )
                let electorate = try stores.votings.all(of: round.id, in: tx).last?.state.poll?.electorate
                if let electorate, let elector = electorate.elector(call.caller.subject) {
                    candidates = electorate.candidates(of: elector)
                }
                let applications = try stores.applications.read(candidates, in: tx)
                let names = try stores.persons.names(of: applications.compactMap { $0.state.entry?.person }, in: tx)
                let views = applications.compactMap { application in
                    CandidateView(application, name: application.state.entry.flatMap { names[$0.person] })
                }
                return try .page(views, next: nil)
            },
            Route("POST /rounds/{id}/ballots", mostBytes: 1 << 20, isSecret: true) { call, tx in
                let body = try call.body(BallotBody.self)
                guard body.onBehalfOf.map({ $0 == call.caller.subject }) ?? true else { throw Voting.Rejection.noProxy }
                // Looked at without a lock: the round is locked before the vote.
                guard let newest = try stores.votings.all(of: call.id(), in: tx).last else {
                    return try castBefore(body, call, in: tx)
                }
                try call.requireVote(newest)
                let (voting, receipt) = try castVote(
                    of: call.caller.subject,
                    in: call.id(),
                    votes: body.choices(),
                    opinions: body.minorityOpinions(),
                    because: call.cause,
                    in: tx
                )
                return try ReceiptView.answer(receipt, of: voting)
            },
            Route("POST /rounds/{id}/count", isSecret: true) { call, tx in
                let body = try call.body(OpeningCodeBody.self)
                guard let newest = try stores.votings.all(of: call.id(), in: tx).last else {
                    guard call.caller.role == .enterpriseHR else { throw Voting.Rejection.notAnOfficer }
                    let round = try countVotesOfBefore(expectedRound(call, in: tx), because: call.cause, in: tx)
                    return try .ok(view(of: round, for: call, in: tx), version: round.newVersion)
                }
                try call.requireVote(newest)
                let round = try round(call, call.id(), in: tx)
                guard let code = body.code else {
                    throw InvalidInput(field: "code", code: "evaluation.field-missing")
                }
                let voting = try openBox(
                    round,
                    code: code,
                    of: call.caller.subject,
                    standingInBecause: body.standingInReason(),
                    because: call.cause,
                    in: tx
                )
                return try .ok(VotingView(voting)).unkept
            },
        ]
    }

    private func castBefore(_ body: BallotBody, _ call: Call, in tx: borrowing Transaction) throws -> Answer {
        let ballot = try castBallotOfBefore(
            of: call.caller.subject,
            in: call.id(),
            votes: body.choices().map { Vote(application: $0.application, approve: $0.choice == .yes) },
            recusals: body.recusals ?? [],
            because: call.cause,
            in: tx
        )
        return try .created(["id": ballot.id.lowercase], version: ballot.newVersion)
    }

    private func electors(of round: Stored<Round>, in tx: borrowing Transaction) throws -> [String] {
        try stores.electors.accounts(of: round, in: tx)
    }

    /// The newest counted vote of a round the caller may see, and the candidates' names.
    func counted(_ call: Call, in tx: borrowing Transaction) throws -> (Stored<Voting>, [UUID: String]) {
        let round = try stores.rounds.read(call.id(), in: tx)
        let votings = try stores.votings.all(of: round.id, in: tx)
        try requireSight(of: round, votings, call)
        guard let voting = votings.last, let electorate = voting.state.poll?.electorate else { throw NotFound("tally") }
        return (voting, try candidateNames(electorate.candidates, in: tx))
    }

    /// The names of candidates, by application.
    func candidateNames(_ candidates: [UUID], in tx: borrowing Transaction) throws -> [UUID: String] {
        let applications = try stores.applications.read(candidates, in: tx)
        let names = try stores.persons.names(of: applications.compactMap { $0.state.entry?.person }, in: tx)
        return Dictionary(
            applications.compactMap { one in one.state.entry.flatMap { names[$0.person] }.map { (one.id, $0) } },
            uniquingKeysWith: { $1 }
        )
    }

    /// Lets in the panel, wherever its members come from, the officers of a vote, and who may read the round.
    func requireSight(of round: Stored<Round>, _ votings: [Stored<Voting>], _ call: Call) throws {
        let account = call.caller.subject
        let isMember = votings.contains { $0.state.poll?.electorate?.elector(account) != nil }
        switch call.caller.role {
        case .evaluator: if !isMember { throw Voting.Rejection.noSeat }
        case .employee, .objectionHandler:
            let isOfficer = votings.contains { voting in
                voting.state.poll?.rule.layer(of: account) != nil
            }
            guard isOfficer else { throw Voting.Rejection.notAnOfficer }
            try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
        default: try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
        }
    }
}

extension Call {
    /// Refuses what does not name the vote that runs, or names another.
    ///
    /// It stands in the address, which a repeated request is told by: no answer of an earlier vote stands for one of this.
    fileprivate func requireVote(_ voting: Stored<Voting>) throws {
        guard let named = query("voting") else {
            throw InvalidInput(field: "voting", code: "evaluation.field-missing")
        }
        guard UUID(uuidString: named) == voting.id else { throw Voting.Rejection.otherVote }
    }
}

extension OfficerKeyView {
    /// A code, in this answer and in no other.
    fileprivate static func answer(_ code: String, to account: String, of voting: Stored<Voting>) throws -> Answer {
        let turn = voting.state.poll.flatMap { BallotSeal.layer(of: account, in: $0) } ?? 0
        func view(_ code: String?, _ words: String) -> OfficerKeyView {
            OfficerKeyView(voting: ID(voting.id), turn: turn, code: code, words: words)
        }
        return try Answer.created(
            view(code, "此码只显示一次,系统不保存;请抄录并妥善保管,开票时由本人录入。表决开始前遗失可重新生成,开始后遗失则本次表决只能作废重来。")
        ).told(once: view(nil, "开票码只显示一次;表决开始前可换用新的请求重新生成。"))
    }
}

extension ReceiptView {
    /// A receipt, in this answer and in no other.
    fileprivate static func answer(_ receipt: String, of voting: Stored<Voting>) throws -> Answer {
        func view(_ receipt: String?, _ words: String) -> ReceiptView {
            ReceiptView(voting: ID(voting.id), receipt: receipt, words: words)
        }
        return try Answer.created(view(receipt, "回执码只显示一次;计票后可在公布的计票结果中查到此码,证明您的票已计入。它不能显示您投了什么票。"))
            .told(once: view(nil, "您的票已投入票箱;回执码只显示一次。"))
    }
}
