import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Whether a filing lets something begin or go on; asked before rounds and lists are locked.
struct FilingGate {
    let stores: Stores

    /// Refuses a new plan or round unless the filing is in force that day.
    ///
    /// - Throws: ``NotInForce``.
    func requireInForce(_ filing: UUID, on day: LocalDate, in tx: borrowing Transaction) throws {
        let standing = try FilingStandings.current(filing, in: tx)
        if let standing, standing.state != .inForce { throw NotInForce.stopped(standing.state) }
        let scope = try stores.filings.scope(of: filing, in: tx)
        let (from, through) = (scope.validFrom, scope.validThrough)
        guard day <= through else { throw NotInForce.over(through: through) }
        guard from <= day else { throw NotInForce.notYet(from: from) }
    }

    /// Loads and locks a round that someone wants to go on with.
    ///
    /// - Throws: `NotFound`, ``RoundFrozen``.
    func running(_ round: UUID, in tx: borrowing Transaction) throws -> Stored<Round> {
        let filing = try stores.rounds.read(round, in: tx).state.terms?.filing.filing
        if let filing, let standing = try FilingStandings.current(filing, in: tx),
            standing.effects?.rounds == .freeze
        {
            throw RoundFrozen(state: standing.state)
        }
        return try stores.rounds.load(round, in: tx)
    }

    /// Whether a list proposed now leads to no determination.
    func freezesLists(under filing: UUID, in tx: borrowing Transaction) throws -> Bool {
        try FilingStandings.current(filing, in: tx)?.effects?.notices == .freeze
    }
}

/// The filing is not in force: nothing new begins under it.
enum NotInForce: Rejection, Hashable {
    case over(through: LocalDate)
    case notYet(from: LocalDate)
    case stopped(FilingStanding.State)

    var code: String {
        switch self {
        case .over: "evaluation.filing-over"
        case .notYet: "evaluation.filing-not-yet"
        case .stopped(let state): state == .cancelled ? "evaluation.filing-cancelled" : "evaluation.filing-suspended"
        }
    }

    var arguments: [String: String] {
        switch self {
        case .over(let through): ["through": through.description]
        case .notYet(let from): ["from": from.description]
        case .stopped: [:]
        }
    }
}

/// The filing is suspended or cancelled, and its rounds stop where they are.
struct RoundFrozen: Rejection, Hashable {
    let state: FilingStanding.State

    var code: String { "evaluation.round-frozen" }
    var arguments: [String: String] {
        state == .cancelled ? ["state": "取消", "word": "cancelled"] : ["state": "暂停", "word": "suspended"]
    }
}

/// The list a determination rests on leads to nothing while the filing is out of force.
struct DeterminationFrozen: Rejection, Hashable {
    var code: String { "evaluation.determination-frozen" }
}
