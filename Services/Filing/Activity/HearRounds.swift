import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Keeps which rounds run, and the lists by which notices and names are traced to their filing.
///
/// Reactions to facts: total; one told again or late changes nothing.
enum HearRounds {
    /// Rounds that were opened, or go on.
    static func opened(_ facts: [Received<RoundOpened>], in tx: borrowing Transaction) throws {
        let rows = newest(facts, by: \.round)
        try tx.execute(
            """
            INSERT INTO heard_round AS old (round, filing, title, is_open, opened_on, heard)
            SELECT round, filing, title, true, day, heard FROM unnest(
                \(rows.map(\.message.round))::uuid[], \(rows.map(\.message.filing))::uuid[],
                \(rows.map(\.message.title))::text[], \(rows.map { LocalDate(in: $0.message.at).description })::text[]::date[],
                \(rows.map(\.envelope.sequence))::int[]) AS new (round, filing, title, day, heard)
            ON CONFLICT (round) DO UPDATE SET title = excluded.title,
                opened_on = LEAST(old.opened_on, excluded.opened_on),
                is_open = CASE WHEN old.heard < excluded.heard THEN true ELSE old.is_open END,
                heard = GREATEST(old.heard, excluded.heard)
            """
        )
    }

    /// Rounds that came to their end.
    static func closed(_ facts: [Received<RoundClosed>], in tx: borrowing Transaction) throws {
        let rows = newest(facts, by: \.round)
        try tx.execute(
            """
            INSERT INTO heard_round AS old (round, filing, title, is_open, heard)
            SELECT round, filing, '', false, heard FROM unnest(
                \(rows.map(\.message.round))::uuid[], \(rows.map(\.message.filing))::uuid[],
                \(rows.map(\.envelope.sequence))::int[]) AS new (round, filing, heard)
            ON CONFLICT (round) DO UPDATE SET is_open = false, heard = excluded.heard WHERE old.heard < excluded.heard
            """
        )
    }

    /// Lists that were proposed; a round heard of by them alone runs.
    static func proposed(_ facts: [Received<ListProposed>], in tx: borrowing Transaction) throws {
        let rows = newest(facts, by: \.list)
        try tx.execute(
            """
            INSERT INTO heard_list (list, round, filing, title)
            SELECT * FROM unnest(
                \(rows.map(\.message.list))::uuid[], \(rows.map(\.message.round))::uuid[],
                \(rows.map(\.message.filing))::uuid[], \(rows.map(\.message.title))::text[])
            ON CONFLICT (list) DO UPDATE SET round = excluded.round, filing = excluded.filing, title = excluded.title
            """
        )
    }

    /// Lists the enterprise took back.
    static func withdrawn(_ facts: [Received<ListWithdrawn>], in tx: borrowing Transaction) throws {
        let rows = newest(facts, by: \.list)
        try tx.execute(
            """
            INSERT INTO heard_list (list, is_withdrawn)
            SELECT list, true FROM unnest(\(rows.map(\.message.list))::uuid[]) AS new (list)
            ON CONFLICT (list) DO UPDATE SET is_withdrawn = true
            """
        )
    }

    /// Names that were determined.
    static func approved(_ facts: [Received<ListApproved>], in tx: borrowing Transaction) throws {
        let names = facts.flatMap { fact in fact.message.names.map { (list: fact.message, name: $0) } }
        try tx.execute(
            """
            INSERT INTO heard_name (determination, person, list, filing, name, occupation)
            SELECT * FROM unnest(
                \(names.map(\.list.determination))::uuid[], \(names.map(\.name.person))::uuid[],
                \(names.map(\.list.list))::uuid[], \(names.map(\.list.filing))::uuid[],
                \(names.map(\.name.name))::text[],
                \(names.map { $0.name.occupation.specialty ?? $0.name.occupation.name })::text[])
            ON CONFLICT (determination, person) DO NOTHING
            """
        )
    }

    /// Of several facts of one subject the last.
    static func newest<F: Fact>(_ facts: [Received<F>], by subject: (F) -> UUID) -> [Received<F>] {
        let sorted = facts.sorted { $0.envelope.sequence < $1.envelope.sequence }
        return Array(Dictionary(sorted.map { (subject($0.message), $0) }) { $1 }.values)
    }
}
