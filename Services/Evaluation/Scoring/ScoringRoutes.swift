import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Scoring as HR carries it on, and what came of it.
    var scoringRoutes: [Route] {
        [
            Route("POST /rounds/{id}/scores") { call, tx in
                let round = try round(call, call.id(), in: tx)
                let scoring = try scoreRound.open(round, because: call.cause, in: tx)
                return try .created(view(of: scoring, in: round, chair: nil, in: tx), version: scoring.newVersion)
            },
            Route("GET /rounds/{id}/scores") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                let scoring = try stores.scorings.read(of: round.id, in: tx)
                let reader = try reader(call, of: round, in: tx)
                let chair: String? = if case .chair = reader { call.caller.subject } else { nil }
                guard reader.seesAll else { throw NotTheChair() }
                return try .ok(view(of: scoring, in: round, chair: chair, in: tx), version: scoring.version)
            },
            Route("GET /rounds/{id}/scores/own") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                let own = try call.caller.person.flatMap {
                    try stores.panelRegister.application(of: $0, in: round.id, tx)
                }
                let scoring = try stores.scorings.read(of: round.id, in: tx).state
                guard let own, let terms = scoring.terms,
                    let result = scoring.results?.first(where: { $0.application == own })
                else { throw NotFound("scores") }
                return try .ok(ScoreResultView(result, of: terms, name: nil))
            },
            Route("POST /rounds/{id}/scores/entered/{application}/{method}") { call, tx in
                let body = try call.body(EnteredScoreBody.self)
                let basis = try body.checked()
                let round = try round(call, call.id(), in: tx)
                let score = try scoreRound.enter(
                    body.hundredths,
                    basis: basis,
                    for: call.id("application"),
                    method: call.method(),
                    in: round,
                    by: VotePerson(
                        account: call.caller.subject,
                        name: call.caller.name,
                        person: call.caller.person
                    ),
                    because: call.cause,
                    tx
                )
                return try .created(EnteredScoreView(score), version: score.newVersion)
            },
            Route("POST /rounds/{id}/scores/entered/{application}/{method}/confirmation") { call, tx in
                let body = try call.body(ScoreConfirmationBody.self)
                let round = try round(call, call.id(), in: tx)
                let score = try scoreRound.confirm(
                    body.hundredths,
                    for: call.id("application"),
                    method: call.method(),
                    in: round,
                    by: VotePerson(
                        account: call.caller.subject,
                        name: call.caller.name,
                        person: call.caller.person
                    ),
                    because: call.cause,
                    tx
                )
                return try .ok(EnteredScoreView(score), version: score.newVersion)
            },
            Route("POST /rounds/{id}/scores/closing") { call, tx in
                let round = try round(call, call.id(), in: tx)
                let scoring = try scoreRound.close(round, because: call.cause, in: tx)
                return try .ok(view(of: scoring, in: round, chair: nil, in: tx), version: scoring.newVersion)
            },
        ]
    }

    /// The scoring with how far it has come; who gave what is for the chair, once all are in.
    ///
    /// A chair who stands aside from a candidate sees nothing of that one.
    private func view(
        of scoring: Stored<Scoring>,
        in round: Stored<Round>,
        chair: String?,
        in tx: borrowing Transaction
    ) throws -> ScoringView {
        let candidates = try stores.panelRegister.candidates(scoring.state.candidates, in: tx)
        let names = Dictionary(candidates.map { ($0.application, $0.name) }) { first, _ in first }
        var missing: Int?
        let seats = try stores.panelRegister.seats(of: round, in: tx)
        let isShown = { application in chair.map { seats.mayJudge($0, application) } ?? true }
        if let terms = scoring.state.terms {
            missing =
                scoring.state.results == nil
                ? try stores.scoreBoard.reckoning(of: round.id, seats: seats, in: tx)
                    .missing(of: scoring.state.candidates, by: terms).count : 0
        }
        let isDue = chair != nil && missing == 0
        let given = isDue ? try given(in: round, tx).filter { isShown($0.application.uuid) } : nil
        return ScoringView(scoring, of: round.id, missing: missing, names: names, given: given, isShown: isShown)
    }

    private func given(in round: Stored<Round>, _ tx: borrowing Transaction) throws -> [ScoringView.Given] {
        let seats = try stores.panelRegister.seats(of: round, in: tx)
        return try stores.scores.all(of: round.id, in: tx).compactMap { sheet in
            guard sheet.state.isSubmitted, let key = sheet.state.key, let content = sheet.state.content,
                seats.mayJudge(key.member, key.application)
            else { return nil }
            return ScoringView.Given(
                application: ID(key.application),
                method: key.method + 1,
                member: key.member,
                memberName: seats.seat(of: key.member)?.name ?? "",
                total: PointsView(content.total),
                comment: content.comment
            )
        }
    }
}

extension Call {
    /// The method in the path, by its number in the plan from 1; as a place from 0.
    ///
    /// - Throws: `NotFound` where it is no number.
    func method() throws -> Int {
        guard let number = Int(parameter("method")), number > 0 else { throw NotFound("method") }
        return number - 1
    }
}
