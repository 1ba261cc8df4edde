import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// How filings stand, as the filing service last said: the word of the highest edition, in whatever order words come.
///
/// A filing nobody said anything of since it was accepted has no standing here; it is in force as it was accepted.
package enum FilingStandings {
    /// A standing that was new, with what led to it.
    package struct Heard: Sendable {
        package let standing: FilingStanding
        package let cause: Cause
    }

    /// Keeps standings, and lets the service react to those that are new.
    ///
    /// The reaction sees the filing locked: who asks by ``current(_:in:)`` waits until it is done.
    package static func subscriptions(
        _ react: @escaping @Sendable ([Heard], borrowing Transaction) throws -> Void
    ) -> [Subscription] {
        [
            .on(FilingChanged.self) { try take($0, react, in: $1) },
            .on(FilingSuspended.self) { try take($0, react, in: $1) },
            .on(FilingResumed.self) { try take($0, react, in: $1) },
            .on(FilingCancelled.self) { try take($0, react, in: $1) },
            .on(FilingSetAside.self) { try take($0, react, in: $1) },
        ]
    }

    private static func take<F: FilingLifeFact>(
        _ facts: [Received<F>],
        _ react: ([Heard], borrowing Transaction) throws -> Void,
        in tx: borrowing Transaction
    ) throws {
        let sorted = facts.sorted { $0.message.standing.edition < $1.message.standing.edition }
        let last = Dictionary(sorted.map { ($0.message.standing.filing, $0) }) { $1 }.values
            .sorted { $0.message.standing.filing.lowercase < $1.message.standing.filing.lowercase }
        for fact in last { try lock(fact.message.standing.filing, shared: false, in: tx) }
        let rows = try tx.query(
            """
            INSERT INTO filing_standing AS old (filing, edition, standing)
            SELECT * FROM unnest(
                \(last.map(\.message.standing.filing))::uuid[], \(last.map(\.message.standing.edition))::int[],
                \(try last.map { String(decoding: try WireFormat.encode($0.message.standing), as: UTF8.self) })::jsonb[])
            ON CONFLICT (filing) DO UPDATE SET edition = excluded.edition, standing = excluded.standing
            WHERE old.edition < excluded.edition
            RETURNING filing
            """
        )
        let new = Set(try rows.map { try $0.decode("filing", as: UUID.self) })
        let heard = last.filter { new.contains($0.message.standing.filing) }
        guard !heard.isEmpty else { return }
        try react(heard.map { Heard(standing: $0.message.standing, cause: $0.cause) }, tx)
    }

    /// How a filing stands, and so it stays until the transaction ends; nil where nothing was said since it was accepted.
    ///
    /// Asked before rows are locked that a reaction locks too.
    package static func current(_ filing: UUID, in tx: borrowing Transaction) throws -> FilingStanding? {
        try lock(filing, shared: true, in: tx)
        return try read([filing], in: tx)[filing]
    }

    /// How filings stand, for showing it.
    package static func read(
        _ filings: some Sequence<UUID>,
        in tx: borrowing Transaction
    ) throws -> [UUID: FilingStanding] {
        let rows = try tx.query(
            "SELECT filing, standing::text AS standing FROM filing_standing WHERE filing = ANY (\(Array(filings))::uuid[])"
        )
        let standings = try rows.map { row -> FilingStanding in
            let text: String = try row.decode("standing")
            return try WireFormat.decode(from: Array(text.utf8))
        }
        return Dictionary(standings.map { ($0.filing, $0) }) { $1 }
    }

    /// One key a filing, in a space of its own, so that a filing without a row can be waited for too.
    private static func lock(_ filing: UUID, shared: Bool, in tx: borrowing Transaction) throws {
        let key = "filing-standing \(filing.lowercase)"
        if shared {
            try tx.execute("SELECT pg_advisory_xact_lock_shared(hashtextextended(\(key), 0))")
        } else {
            try tx.execute("SELECT pg_advisory_xact_lock(hashtextextended(\(key), 0))")
        }
    }
}
