import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Arranges the defences of a round: who defends when and where, in a set or a drawn order.
struct ArrangeDefences {
    let stores: Stores

    func callAsFunction(
        _ body: DefenceBody,
        in round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Defence> {
        try round.state.requirePanelOpen()
        guard let terms = round.state.terms else { throw NotFound("round") }
        guard terms.methods.indices.contains(body.method - 1) else {
            throw InvalidInput(field: "method", code: "evaluation.sheet-without-method")
        }
        let (sittings, witness) = try body.checked()
        try requireScoresOpen(in: round, tx)
        let candidates = try stores.panelRegister.candidates(of: round.id, in: tx).map(\.application)
        let draw = witness.map { order(of: candidates, witness: $0) }
        var rest = draw?.order ?? []
        let sessions = sittings.map { sitting in
            guard draw != nil else { return sitting.session(NewID.v7(), of: sitting.candidates) }
            let taken = Array(rest.prefix(sitting.seats))
            rest.removeFirst(taken.count)
            return sitting.session(NewID.v7(), of: taken)
        }
        let problems = Defence.problems(of: sessions, candidates: candidates, within: terms.schedule?.review)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        var defence = try stores.defences.load(of: round.id, in: tx)
        try defence.handle(
            .arrange(
                Defence.Programme(method: body.method - 1, sessions: sessions, draw: draw),
                reason: body.reason,
                at: cause.now
            )
        )
        try stores.defences.save(defence, of: round.id, because: cause, in: tx)
        return defence
    }

    /// Refuses where the scores are reckoned: nothing of a defence changes them any more.
    ///
    /// - Throws: ``EvaluationDomain/Scoring/Rejection/alreadyClosed``.
    func requireScoresOpen(in round: Stored<Round>, _ tx: borrowing Transaction) throws {
        let scoring = try stores.scorings.read(of: round.id, in: tx).state
        guard scoring.results == nil else { throw Scoring.Rejection.alreadyClosed }
    }

    /// The members whose scores of each candidate by a method are in.
    func scored(by method: Int, in round: Stored<Round>, _ tx: borrowing Transaction) throws -> [UUID: Set<String>] {
        try stores.scores.all(of: round.id, in: tx).map(\.state).reduce(into: [:]) { scored, sheet in
            guard sheet.isSubmitted, let key = sheet.key, key.method == method else { return }
            scored[key.application, default: []].insert(key.member)
        }
    }

    /// The order of candidates sorted by id, drawn with a new seed that stays on record.
    private func order(of candidates: [UUID], witness: String) -> DefenceOrder {
        let seed = DrawGenerator.newSeed()
        var generator = DrawGenerator(seed: seed, word: witness)
        return DefenceOrder(
            seed: seed,
            witness: witness,
            order: DrawnOrder.of(candidates, using: &generator)
        )
    }
}
