import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Decides a case, and undoes a decision; what follows for the filing happens in the same transaction.
struct DecideExit: Sendable {
    let desk: ExitDesk
    let preview: DrawPreview

    /// What a decision says.
    struct Wanted: Sendable {
        let outcome: ExitOutcome
        let reasons: String
        let basis: String
        let answer: String?
        let suspendedThrough: LocalDate?
        let preview: String?
    }

    /// Decides by the preview named, which must still be true.
    ///
    /// - Throws: `ExitCase.Rejection`, `Tenure.Rejection`, ``PreviewUnknown``, ``PreviewStale``.
    func callAsFunction(
        _ one: Stored<ExitCase>,
        _ wanted: Wanted,
        by officer: Officer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ExitCase> {
        guard case .open(let file) = one.state else { throw ExitCase.Rejection.closed }
        // The filings stay as the preview says until this is committed.
        let (tenure, _) = try desk.tenures.store.find(file.filing, in: tx)
        let hearing = try file.service.map { try desk.rules.hearingEnds(servedOn: $0.on, in: tx) }
        var shown: ExitPreview?
        if wanted.outcome != .keep, let digest = wanted.preview {
            shown = try preview.current(digest, of: one.id, about: file.filing, on: cause.today, in: tx)
        }
        let decision = ExitDecision(
            outcome: wanted.outcome,
            number: try desk.counter.next(desk.rules.words.decision, in: cause.today.year, in: tx),
            ends: try desk.ends(one, on: cause.today, in: tx),
            reasons: wanted.reasons,
            basis: wanted.basis,
            answer: wanted.answer,
            officer: officer,
            on: cause.today,
            consequences: shown?.consequences,
            preview: wanted.outcome == .keep ? nil : wanted.preview,
            suspendedThrough: wanted.suspendedThrough
        )
        let decided = try desk.handle(one, .decide(decision: decision, hearing: hearing), because: cause, in: tx)
        if let command = Self.command(decision, of: file, in: one.id, tenure.state) {
            try desk.tenures.change(file.filing, because: cause, in: tx) { _, _ in command }
        }
        return decided
    }

    private static func command(
        _ decision: ExitDecision,
        of file: ExitFile,
        in exitCase: UUID,
        _ tenure: Tenure
    ) -> Tenure.Command? {
        guard let consequences = decision.consequences else { return nil }
        switch decision.outcome {
        case .keep: return nil
        case .cancel:
            return .cancel(
                cancellation: Cancellation(
                    exitCase: exitCase,
                    decisionNumber: decision.number.text,
                    on: decision.on,
                    consequences: consequences
                )
            )
        case .suspend:
            let suspension = Suspension(
                facts: file.notice?.facts ?? file.proposal.facts,
                reasons: decision.reasons,
                basis: decision.basis,
                from: decision.on,
                through: decision.suspendedThrough,
                consequences: consequences,
                exitCase: exitCase,
                decisionNumber: decision.number.text
            )
            return .suspend(suspension: suspension, on: decision.on)
        }
    }

    /// Sets a decision aside: the filing stands as before it, and its publication is to come down.
    ///
    /// A suspension that was lifted or ran out meanwhile has nothing left to undo but its publication.
    func setAside(
        _ one: Stored<ExitCase>,
        reasons: String,
        by officer: Officer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ExitCase> {
        guard let file = one.state.file, let decision = one.state.decision else {
            throw ExitCase.Rejection.notDecided
        }
        let undoing = Undoing(
            number: try desk.counter.next(desk.rules.words.undoing, in: cause.today.year, in: tx),
            ends: try desk.ends(one, on: cause.today, in: tx),
            reasons: reasons,
            officer: officer,
            on: cause.today
        )
        let undone = try desk.handle(one, .setAside(undoing: undoing), because: cause, in: tx)
        let (tenure, _) = try desk.tenures.store.find(file.filing, in: tx)
        if tenure.state.isDecided(in: one.id) {
            let number = AnnounceTenures.Undone(exitCase: one.id, decisionNumber: decision.number.text)
            try desk.tenures.change(file.filing, undoing: number, because: cause, in: tx) { _, _ in
                .setAside(exitCase: one.id, on: cause.today)
            }
        }
        return undone
    }
}
