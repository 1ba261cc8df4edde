import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The life of accepted filings: begins it, changes it, and tells the services what changed.
///
/// What happens to a general filing happens to the special-grade filings that rest on it, in the same transaction.
struct Tenures: Sendable {
    let store: TenureStore
    let announce: AnnounceTenures
    let journal: Journal
    let rules: TenureRules

    /// A filing was accepted: its life begins in the transaction of the acceptance.
    ///
    /// The acceptance is the fact others hear; of the beginning nothing more is told.
    func begin(
        _ life: TenureLife,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try begin([life], because: cause, in: tx)
    }

    /// Several filings were accepted together.
    func begin(_ lives: [TenureLife], because cause: Cause, in tx: borrowing Transaction) throws {
        let begun = try lives.map { life in
            var tenure = Stored<Tenure>(new: NewID.v7())
            try tenure.handle(.begin(life: life))
            return tenure
        }
        try keep(begun, because: cause, in: tx)
    }

    /// What a special-grade filing can rest on now, the general filing's row locked; nil unless it is neither suspended nor cancelled.
    func basis(of general: UUID, in tx: borrowing Transaction) throws -> FilingBasis? {
        try store.load([general], in: tx).first?.state.basis
    }

    /// Does something to one filing, at the version its caller saw where one is given.
    ///
    /// - Throws: `NotFound`, `VersionMismatch`, `Tenure.Rejection`.
    @discardableResult
    func change(
        _ filing: UUID,
        at version: Int? = nil,
        undoing undone: AnnounceTenures.Undone? = nil,
        because cause: Cause,
        in tx: borrowing Transaction,
        _ command: (Stored<Tenure>, _ general: Stored<Tenure>?) throws -> Tenure.Command
    ) throws -> Stored<Tenure> {
        var (tenure, general) = try store.find(filing, in: tx)
        if let version { try tenure.expect(version: version) }
        let before = tenure.state
        try tenure.handle(command(tenure, general))
        try settle([.init(before: before, after: tenure)], undoing: undone, because: cause, in: tx)
        return tenure
    }

    /// Writes and tells what was decided, and lets the filings that rest on these follow.
    func settle(
        _ steps: [AnnounceTenures.Step],
        undoing undone: AnnounceTenures.Undone? = nil,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        var all = steps
        for step in steps where step.after.state.life?.kind == .general {
            guard let life = step.after.state.life else { continue }
            for var resting in try store.resting(on: life.filing, in: tx) {
                let before = resting.state
                try resting.handle(.follow(general: step.after.state.ground, term: life.term, on: cause.today))
                all.append(.init(before: before, after: resting))
            }
        }
        try keep(all.map(\.after), because: cause, in: tx)
        try announce(all.filter { !$0.after.events.isEmpty }, undoing: undone, because: cause, in: tx)
    }

    private func keep(_ tenures: [Stored<Tenure>], because cause: Cause, in tx: borrowing Transaction) throws {
        try store.save(tenures, lookOn: { rules.look(at: $0, on: cause.today) }, in: tx)
        try journal.append(tenures, of: "tenure", because: cause, in: tx)
        // The public register shows the term, the scope and the standing of now.
        tx.companion(RegisterChanges.self).filings.formUnion(tenures.compactMap(\.state.life?.filing))
    }
}
