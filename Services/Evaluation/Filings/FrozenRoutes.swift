import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Route {
    /// Whether it is a step of a round, or of an application, list or omission in one, that waits while the filing keeps rounds from going on.
    ///
    /// Every such route is, whoever adds it; what takes something back is not: nobody is held to a list or an application.
    var isStepOfRound: Bool {
        let words = key.split(separator: " ")
        guard words.count == 2, words[0] != "GET", !Self.takingBack.contains(key) else { return false }
        return ["/rounds/{id}/", "/applications/{id}", "/lists/{id}/", "/omissions/{id}/"].contains {
            words[1].hasPrefix($0)
        }
    }

    /// What can be done though a round is frozen: to take back.
    static let takingBack: Set<String> = [
        "POST /rounds/{id}/proposed-list/withdrawal", "POST /applications/{id}/withdrawal",
        "DELETE /applications/{id}/draft",
    ]

    /// The same route; a step of a round is refused before anything of it is looked at, while its filing keeps it from going on.
    func stopping(by gate: FilingGate) -> Route {
        guard isStepOfRound else { return self }
        return answering { handle, call, tx in
            if let id = try? call.id() { try gate.requireRunning(of: id, in: tx) }
            return try handle(call, tx)
        }
    }
}

extension FilingGate {
    /// Refuses where the filing of a round, or of the round of an application, draft, list or omission, keeps rounds from going on.
    ///
    /// - Throws: ``RoundFrozen``.
    func requireRunning(of id: UUID, in tx: borrowing Transaction) throws {
        let row = try tx.query(
            """
            SELECT filing FROM round WHERE id = coalesce(
                (SELECT round FROM application WHERE id = \(id)),
                (SELECT round FROM application_draft WHERE \(id) IN (id, application)),
                (SELECT round FROM proposed_list WHERE id = \(id)),
                (SELECT round FROM omission WHERE id = \(id)), \(id))
            """
        ).first
        let filing: UUID? = try row?.decode("filing")
        if let filing, let standing = try FilingStandings.current(filing, in: tx),
            standing.effects?.rounds == .freeze
        {
            throw RoundFrozen(state: standing.state)
        }
    }
}
