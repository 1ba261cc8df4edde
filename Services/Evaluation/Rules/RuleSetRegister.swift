import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rule sets loaded, each for good.
struct RuleSetRegister: Sendable {
    let journal: Journal
    let cache = RuleSetCache()

    /// In whose name the notice's own rules are kept.
    static let system = "system:rules"

    /// One row.
    struct Loaded {
        let id: UUID
        let record: RuleSetRecord
    }

    /// Keeps a rule set; false where the very same was loaded before.
    func keep(
        _ file: RuleSetFile,
        by account: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Bool {
        var record = Stored<RuleSetRecord>(new: NewID.v7())
        let reference = file.ruleSet.reference
        try record.handle(.load(reference, file.ruleSet.document, by: account, on: cause.today))
        let rows = try tx.execute(
            """
            INSERT INTO rule_set (id, version, name, digest, in_force_from, document, state)
            VALUES (\(record.id), \(record.newVersion), \(reference.id), \(reference.digest),
                \(file.ruleSet.document.inForceFrom.description)::date,
                \(String(decoding: file.bytes, as: UTF8.self)), \(try StateText.write(record.state))::jsonb)
            ON CONFLICT (digest) DO NOTHING
            """
        )
        guard rows == 1 else { return false }
        try journal.append([record], of: "rule_set", because: cause, in: tx)
        return true
    }

    /// All of them, those in force latest first.
    func all(in tx: borrowing Transaction) throws -> [Loaded] {
        try tx.query("SELECT id, version, state FROM rule_set ORDER BY in_force_from DESC, id DESC").map { row in
            try Loaded(id: row.decode("id"), record: StateText.read(row))
        }
    }

    /// The file of a digest.
    ///
    /// - Throws: `NotFound`.
    func file(_ digest: String, in tx: borrowing Transaction) throws -> RuleSetFile {
        if let notice = RuleSetFile.notice, notice.ruleSet.reference.digest == digest { return notice }
        guard let row = try tx.query("SELECT document FROM rule_set WHERE digest = \(digest)").first else {
            throw NotFound("rule set")
        }
        let text: String = try row.decode("document")
        return try RuleSetFile(Array(text.utf8))
    }

    /// The rule set of a digest, compiled.
    ///
    /// - Throws: `NotFound`.
    func ruleSet(_ digest: String, in tx: borrowing Transaction) throws -> RuleSet {
        if let notice = RuleSetFile.notice, notice.ruleSet.reference.digest == digest { return notice.ruleSet }
        return try cache.ruleSet(digest) { try file(digest, in: tx).ruleSet }
    }

    /// The rule set new rounds are opened under: of those in force that day the one in force latest; the notice's own
    /// where nobody loaded another.
    func current(on day: LocalDate, in tx: borrowing Transaction) throws -> RuleSetFile {
        let loaded = try all(in: tx).compactMap { loaded -> (digest: String, from: LocalDate)? in
            // That a round pinned the notice's own says nothing of what is to come.
            guard case .loaded(let reference, let document, let by, _) = loaded.record, by != Self.system,
                document.isInForce(on: day)
            else { return nil }
            return (reference.digest, document.inForceFrom)
        }
        let notice = RuleSetFile.notice
        guard let newest = loaded.first else {
            guard let notice else { throw NotFound("rule set") }
            return notice
        }
        if let notice, notice.ruleSet.document.isInForce(on: day), newest.from < notice.ruleSet.document.inForceFrom {
            return notice
        }
        return try file(newest.digest, in: tx)
    }
}
