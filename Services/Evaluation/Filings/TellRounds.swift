import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Tells others which rounds run: each when it is opened, and when nothing of it waits for anybody any more.
///
/// What is told follows from the round, its lists and its determinations; `round_told` keeps what was told last.
struct TellRounds {
    let stores: Stores
    let outbox: Outbox

    /// A round that takes applications now.
    func opened(_ round: Stored<Round>, because cause: Cause, in tx: borrowing Transaction) throws {
        let isNew = try tx.execute(
            "INSERT INTO round_told (round, is_open) VALUES (\(round.id), true) ON CONFLICT (round) DO NOTHING"
        )
        if isNew == 1 { try announceOpened(round, because: cause, in: tx) }
    }

    /// Looks whether rounds have come to their end, or go on after it, and tells what is new.
    ///
    /// Locks what was told and nothing else, after all that the caller has locked.
    func settle(_ rounds: [UUID], because cause: Cause, in tx: borrowing Transaction) throws {
        for id in Set(rounds).sorted(by: { $0.lowercase < $1.lowercase }) {
            let row = try tx.query("SELECT is_open FROM round_told WHERE round = \(id) FOR UPDATE").first
            guard let wasOpen: Bool = try row?.decode("is_open") else { continue }
            let round = try stores.rounds.read(id, in: tx)
            let ending = try ending(of: round, in: tx)
            guard wasOpen != (ending == nil) else { continue }
            try tx.execute("UPDATE round_told SET is_open = \(ending == nil) WHERE round = \(id)")
            if let ending {
                try announceClosed(round, ending, because: cause, in: tx)
            } else {
                try announceOpened(round, because: cause, in: tx)
            }
        }
    }

    /// Tells rounds that were opened before this was told at all; true where more may be left.
    func untold(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let rows = try tx.query(
            """
            SELECT id FROM round
            WHERE NOT EXISTS (SELECT FROM round_told WHERE round_told.round = round.id)
            ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED
            """
        )
        let ids = try rows.map { try $0.decode("id", as: UUID.self) }
        let cause = Cause.system("rounds", now: now)
        for id in ids { try opened(stores.rounds.read(id, in: tx), because: cause, in: tx) }
        try settle(ids, because: cause, in: tx)
        return !ids.isEmpty
    }

    /// How a round has ended; nil while something of it waits.
    private func ending(of round: Stored<Round>, in tx: borrowing Transaction) throws -> RoundClosed.Outcome? {
        switch round.state {
        case .absent, .collecting, .judged, .voting: return nil
        case .counted(_, _, let approved): return approved.isEmpty ? .nobodyApproved : nil
        case .listed(_, _, let approved, _):
            let lists = try stores.roundRegister.readLists(of: round.id, in: tx)
            let rest = RestOfRound(after: lists)
            guard rest.missed.isEmpty, rest.neverShown(of: approved).isEmpty, lists.allSatisfy(\.isSettled) else {
                return nil
            }
            let determinations = try stores.roundRegister.determinations(of: round.id, in: tx)
            // One none of whose names is left can never be signed; nobody waits for it.
            let standing = Set(lists.flatMap(\.stillDetermined))
            let waits = determinations.contains { determination in
                guard case .awaitingSignature = determination.state else { return false }
                return standing.contains(determination.id)
            }
            return waits ? nil : .determined
        }
    }

    private func announceOpened(_ round: Stored<Round>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard let terms = round.state.terms else { return }
        let fact = RoundOpened(
            round: round.id,
            filing: terms.filing.filing,
            opener: terms.filing.enterprise,
            title: terms.title,
            at: cause.now
        )
        try outbox.announce(fact, because: cause, in: tx)
    }

    private func announceClosed(
        _ round: Stored<Round>,
        _ outcome: RoundClosed.Outcome,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let terms = round.state.terms else { return }
        let fact = RoundClosed(
            round: round.id,
            filing: terms.filing.filing,
            opener: terms.filing.enterprise,
            outcome: outcome,
            at: cause.now
        )
        try outbox.announce(fact, because: cause, in: tx)
    }
}

extension ProposedList {
    /// The determinations its names still stand under.
    fileprivate var stillDetermined: [UUID] {
        guard case .onShow(_, let names) = self else { return [] }
        return names.compactMap { name in
            switch name.standing {
            case .determined(let determination), .suspended(let determination): determination
            case .onShow, .held, .revoked, .removed, .withdrawn: nil
            }
        }
    }

    /// Whether nothing of it waits: it is over, or its period has run and every name is determined, removed or withdrawn.
    fileprivate var isSettled: Bool {
        guard case .onShow(let listing, let names) = self else { return true }
        let isWaiting = names.contains { name in
            if case .suspended = name.standing { true } else { name.isOpen }
        }
        return listing.notice.completedAt != nil && !isWaiting
    }
}
