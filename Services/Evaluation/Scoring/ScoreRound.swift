import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Opens the scoring of a round, takes scores, and reckons them (评分、汇总).
struct ScoreRound {
    let stores: Stores
    let gate: FilingGate
    let standAside: StandAside

    /// Puts the eligible before the panel; again, for those who became eligible meanwhile.
    func open(_ round: Stored<Round>, because cause: Cause, in tx: borrowing Transaction) throws -> Stored<Scoring> {
        try round.state.requirePanelOpen()
        guard let terms = round.state.terms.flatMap(ScoringTerms.init) else { throw Scoring.Rejection.notPlanned }
        let applications = try stores.applicationRegister.all(of: round.id, in: tx)
        let waiting = applications.count { $0.state.stage == .needsPerson }
        guard waiting == 0 else { throw Round.Rejection.waitingForReview(count: waiting) }
        let eligible = applications.filter { $0.state.stage == .eligible }.map(\.id)
        _ = try standAside.prepare(round, for: eligible, because: cause, in: tx)
        var scoring = try stores.scorings.load(of: round.id, in: tx)
        try scoring.handle(.open(terms, candidates: eligible))
        try stores.scorings.save(scoring, of: round.id, because: cause, in: tx)
        return scoring
    }

    /// What a member may score now: the seat, the method and that they do not stand aside from the candidate.
    ///
    /// - Throws: `NotFound` for a candidate the member must not judge, as for one who is none.
    func place(
        of account: String,
        _ application: UUID,
        method: Int,
        in round: UUID,
        _ tx: borrowing Transaction
    ) throws -> (terms: ScoringTerms, key: ScoreSheet.Key) {
        let seats = try stores.panelRegister.seats(of: stores.rounds.read(round, in: tx), in: tx)
        guard seats.seat(of: account) != nil else { throw Round.Rejection.notOnPanel }
        let scoring = try stores.scorings.read(of: round, in: tx).state
        guard let terms = scoring.terms else { throw Scoring.Rejection.notOpen }
        guard scoring.candidates.contains(application), seats.mayJudge(account, application),
            terms.methods.indices.contains(method)
        else { throw NotFound("candidate") }
        guard !terms.methods[method].isEntered else { throw WrongMethod.byEntry }
        return (terms, ScoreSheet.Key(round: round, application: application, method: method, member: account))
    }

    /// Keeps a draft, or takes the score for good.
    func score(
        _ content: ScoreSheet.Content,
        isFinal: Bool,
        by account: String,
        of application: UUID,
        method: Int,
        in round: UUID,
        because cause: Cause,
        _ tx: borrowing Transaction
    ) throws -> (ScoringTerms, Stored<ScoreSheet>) {
        // The round's lock puts two submissions of one sheet behind each other.
        let round = try gate.running(round, in: tx)
        let (terms, key) = try place(of: account, application, method: method, in: round.id, tx)
        _ = try stores.scorings.read(of: round.id, in: tx).state.taking()
        let heard = try stores.defences.read(of: round.id, in: tx).state.heard(application, by: method)
        guard heard?.contains(account) ?? true else { throw WrongMethod.notHeard }
        var sheet = try stores.scores.load(key, in: tx)
        let problems = terms.methods[method].sheet.problems(of: content, isFinal: isFinal, extremes: terms.extremes)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        try sheet.handle(isFinal ? .submit(key, content, at: cause.now) : .draft(key, content))
        try stores.scores.save(sheet, because: cause, in: tx)
        return (terms, sheet)
    }

    /// Enters the one score of a candidate and method.
    func enter(
        _ hundredths: Int,
        basis: String,
        for application: UUID,
        method: Int,
        in round: Stored<Round>,
        by reader: VotePerson,
        because cause: Cause,
        _ tx: borrowing Transaction
    ) throws -> Stored<EnteredScore> {
        try requireEntered(application, method, in: round.id, tx)
        guard (0...Score.full).contains(hundredths) else {
            let bounds = ["criterion": "成绩", "most": Score.text(Score.full)]
            throw InvalidInput(field: "hundredths", code: "evaluation.score-out-of-range", arguments: bounds)
        }
        var score = try stores.scores.loadEntered(application, method: method, in: round.id, tx)
        try score.handle(
            .enter(
                EnteredScore.Entry(
                    round: round.id,
                    application: application,
                    method: method,
                    hundredths: hundredths,
                    basis: basis,
                    by: cause.actor,
                    reader: reader
                )
            )
        )
        try stores.scores.save(score, because: cause, in: tx)
        return score
    }

    /// A second person reads the same score.
    func confirm(
        _ hundredths: Int,
        for application: UUID,
        method: Int,
        in round: Stored<Round>,
        by reader: VotePerson,
        because cause: Cause,
        _ tx: borrowing Transaction
    ) throws -> Stored<EnteredScore> {
        try requireEntered(application, method, in: round.id, tx)
        var score = try stores.scores.loadEntered(application, method: method, in: round.id, tx)
        try score.handle(.confirm(hundredths: hundredths, by: cause.actor, reader: reader))
        try stores.scores.save(score, because: cause, in: tx)
        return score
    }

    /// Reckons what each came to, once every score is in.
    func close(_ round: Stored<Round>, because cause: Cause, in tx: borrowing Transaction) throws -> Stored<Scoring> {
        try round.state.requirePanelOpen()
        var scoring = try stores.scorings.load(of: round.id, in: tx)
        let eligible = try stores.applicationRegister.all(of: round.id, in: tx).filter { $0.state.stage == .eligible }
        let unscored = eligible.count { !scoring.state.candidates.contains($0.id) }
        guard scoring.state.results != nil || unscored == 0 else {
            throw Scoring.Rejection.scoresMissing(count: unscored)
        }
        let seats = try stores.panelRegister.seats(of: round, in: tx)
        try scoring.handle(.close(stores.scoreBoard.reckoning(of: round.id, seats: seats, in: tx)))
        try stores.scorings.save(scoring, of: round.id, because: cause, in: tx)
        return scoring
    }

    private func requireEntered(
        _ application: UUID,
        _ method: Int,
        in round: UUID,
        _ tx: borrowing Transaction
    ) throws {
        let scoring = try stores.scorings.read(of: round, in: tx).state
        let terms = try scoring.taking()
        guard scoring.candidates.contains(application), terms.methods.indices.contains(method) else {
            throw NotFound("candidate")
        }
        guard terms.methods[method].isEntered else { throw WrongMethod.byPanel }
    }
}
