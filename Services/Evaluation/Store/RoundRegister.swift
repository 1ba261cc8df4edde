import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Rounds as lists and pages show them.
struct RoundRegister: Sendable {
    /// A page of rounds, of one enterprise or of all.
    func page(
        of creditCode: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Round>] {
        try tx.query(
            """
            SELECT id, version, state FROM round
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode))
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map(RoundStore.stored)
    }

    /// How many applications of a round stand where.
    func counts(of round: UUID, in tx: borrowing Transaction) throws -> [Application.Stage: Int] {
        let rows = try tx.query(
            "SELECT stage, count(*)::int AS number FROM application WHERE round = \(round) GROUP BY stage"
        )
        var counts: [Application.Stage: Int] = [:]
        for row in rows {
            let stage: String = try row.decode("stage")
            if let stage = Application.Stage(rawValue: stage) { counts[stage] = try row.decode("number") }
        }
        return counts
    }

    /// How many ballots were cast in a vote of before they were sealed to two officers; by whom is not told.
    func ballots(of round: UUID, in tx: borrowing Transaction) throws -> Int {
        try tx.query("SELECT count(*)::int AS number FROM ballot WHERE round = \(round)").first?.decode("number") ?? 0
    }

    /// The newest proposed list of a round.
    func list(of round: UUID, in tx: borrowing Transaction) throws -> Stored<ProposedList>? {
        try tx.query(
            "SELECT id, version, state FROM proposed_list WHERE round = \(round) ORDER BY id DESC LIMIT 1"
        ).first.map(ProposedListStore.stored)
    }

    /// All proposed lists of a round, oldest first, locked.
    func lists(of round: UUID, in tx: borrowing Transaction) throws -> [Stored<ProposedList>] {
        try tx.query("SELECT id, version, state FROM proposed_list WHERE round = \(round) ORDER BY id FOR UPDATE")
            .map(ProposedListStore.stored)
    }

    /// All proposed lists of a round, oldest first; nothing is locked.
    func readLists(of round: UUID, in tx: borrowing Transaction) throws -> [ProposedList] {
        try tx.query("SELECT id, version, state FROM proposed_list WHERE round = \(round) ORDER BY id")
            .map { try ProposedListStore.stored($0).state }
    }

    /// The ids of all proposed lists of a round, oldest first; nothing is locked.
    func listIDs(of round: UUID, in tx: borrowing Transaction) throws -> [UUID] {
        try tx.query("SELECT id FROM proposed_list WHERE round = \(round) ORDER BY id").map { try $0.decode("id") }
    }

    /// The lists proposed under a filing, by id; nothing is locked.
    func lists(under filing: UUID, in tx: borrowing Transaction) throws -> [UUID] {
        try tx.query(
            """
            SELECT list.id FROM proposed_list AS list JOIN round ON round.id = list.round
            WHERE round.filing = \(filing) ORDER BY list.id
            """
        ).map { try $0.decode("id") }
    }

    /// What the lists of a round leave to be shown; nothing is locked.
    func rest(of round: UUID, in tx: borrowing Transaction) throws -> RestOfRound {
        let rows = try tx.query("SELECT id, version, state FROM proposed_list WHERE round = \(round) ORDER BY id")
        return try RestOfRound(after: rows.map { try ProposedListStore.stored($0).state })
    }

    /// The determinations of a round, oldest first.
    func determinations(of round: UUID, in tx: borrowing Transaction) throws -> [Stored<Determination>] {
        try tx.query("SELECT id, version, state FROM determination WHERE round = \(round) ORDER BY id")
            .map(DeterminationStore.stored)
    }

    /// The rounds that rest on a plan, by its version.
    func rounds(under plan: UUID, in tx: borrowing Transaction) throws -> [Int: [UUID]] {
        let rows = try tx.query("SELECT id, plan_version FROM round WHERE plan = \(plan) ORDER BY id")
        return try Dictionary(grouping: rows) { try $0.decode("plan_version", as: Int.self) }
            .mapValues { try $0.map { try $0.decode("id", as: UUID.self) } }
    }

    /// The applications that take a post of a plan: determined, or on show, on any list of a round under it.
    func takingPosts(of plan: UUID, in tx: borrowing Transaction) throws -> [UUID] {
        try tx.query(
            """
            SELECT list.id, list.version, list.state FROM proposed_list AS list
            JOIN round ON round.id = list.round WHERE round.plan = \(plan) ORDER BY list.id
            """
        ).flatMap { row -> [UUID] in
            guard case .onShow(_, let names) = try ProposedListStore.stored(row).state else { return [] }
            return names.filter(\.takesPost).map(\.application)
        }
    }
}

extension ListedName {
    /// Whether a post is taken by it: it is, or may become, determined.
    fileprivate var takesPost: Bool {
        switch standing {
        case .onShow: !isToBeShownAgain
        case .held, .determined, .suspended: true
        case .revoked, .removed, .withdrawn: false
        }
    }
}
