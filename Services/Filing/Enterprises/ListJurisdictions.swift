import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Counties and zones come into the authority's table, or are called otherwise.
struct ListJurisdictions: Sendable {
    let jurisdictions: Jurisdictions
    let journal: Journal

    /// What became of one line.
    enum Outcome: Hashable, Sendable {
        case added, changed, same
        case refused([FieldProblem])
    }

    /// Takes lines, each by itself, in order; a code that is in the table gets its new name.
    ///
    /// - Parameters:
    ///   - entries: The lines, already checked.
    ///   - isRehearsal: Whether nothing is to be kept.
    ///   - cause: Why.
    ///   - tx: The transaction.
    /// - Returns: What became, or would become, of each line.
    /// - Throws: What the database throws.
    func callAsFunction(
        _ entries: [Jurisdiction.Entry],
        isRehearsal: Bool = false,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [Outcome] {
        // One import at a time, so that two cannot take one name.
        try tx.execute("SELECT pg_advisory_xact_lock(hashtextextended('jurisdiction', 3))")
        var names = Dictionary(
            try jurisdictions.all(in: tx).map { ($0.name, $0.code) },
            uniquingKeysWith: { first, _ in first }
        )
        var known = try jurisdictions.open(Set(entries.map(\.code)).sorted(), in: tx)
        var outcomes: [Outcome] = []
        for entry in entries {
            guard var line = known[entry.code] else { continue }
            if let other = names[entry.name], other != entry.code {
                let refusal = Jurisdiction.Rejection.nameTaken(name: entry.name)
                outcomes.append(.refused([FieldProblem(field: "name", refusal)]))
                continue
            }
            let isNew = line.state == .unlisted
            let events = try line.handle(.list(entry))
            outcomes.append(events.isEmpty ? .same : isNew ? .added : .changed)
            names = names.filter { $0.value != entry.code }
            names[entry.name] = entry.code
            known[entry.code] = line
        }
        guard !isRehearsal else { return outcomes }
        let changed = known.values.filter { !$0.events.isEmpty }.sorted { $0.id.uuidString < $1.id.uuidString }
        try jurisdictions.save(changed, in: tx)
        try journal.append(changed, of: "jurisdiction", because: cause, in: tx)
        return outcomes
    }
}
