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
            .arrange(Defence.Programme(method: body.method - 1, sessions: sessions, draw: draw))
        )
        try stores.defences.save(defence, of: round.id, because: cause, in: tx)
        return defence
    }

    /// The order of candidates sorted by id, drawn with a new seed that stays on record.
    private func order(of candidates: [UUID], witness: String) -> DefenceOrder {
        let seed = DrawGenerator.newSeed()
        var generator = DrawGenerator(seed: seed, word: witness)
        return DefenceOrder(
            seed: seed,
            witness: witness,
            order: PanelDraw.order(of: candidates, using: &generator)
        )
    }
}
