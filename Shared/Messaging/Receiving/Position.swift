import Foundation
import Kernel
import Postgres

/// How far each subject of each speaker has been heard.
enum Position {
    /// One subject of one speaker.
    struct Key: Hashable, Comparable {
        let source: String
        let subject: UUID

        init(_ envelope: Envelope) {
            source = envelope.source
            subject = envelope.subject
        }

        fileprivate init(source: String, subject: UUID) {
            self.source = source
            self.subject = subject
        }

        static func < (left: Key, right: Key) -> Bool {
            (left.source, left.subject) < (right.source, right.subject)
        }
    }

    /// Locks the positions of these subjects and answers the last number applied.
    ///
    /// Those there are none of yet are inserted first: a row that does not exist cannot be locked, and the first two facts
    /// of a subject would race. Rows are locked in one order for all transactions; where two that insert still meet
    /// crosswise, the database breaks the tie and one of them is run again.
    static func lock(_ keys: [Key], in tx: borrowing Transaction) throws -> [Key: Int] {
        let sorted = Set(keys).sorted()
        var positions = try lockExisting(sorted, in: tx)
        let missing = sorted.filter { positions[$0] == nil }
        guard !missing.isEmpty else { return positions }
        try tx.execute(
            """
            INSERT INTO consumer_position (source, subject)
            SELECT * FROM unnest(\(missing.map(\.source))::text[], \(missing.map(\.subject))::uuid[])
            ON CONFLICT DO NOTHING
            """
        )
        positions.merge(try lockExisting(missing, in: tx)) { $1 }
        return positions
    }

    private static func lockExisting(_ sorted: [Key], in tx: borrowing Transaction) throws -> [Key: Int] {
        let rows = try tx.query(
            """
            SELECT source, subject, last FROM consumer_position
            WHERE (source, subject) IN (
                SELECT * FROM unnest(\(sorted.map(\.source))::text[], \(sorted.map(\.subject))::uuid[]))
            ORDER BY source, subject FOR UPDATE
            """
        )
        var positions: [Key: Int] = [:]
        for row in rows {
            positions[Key(source: try row.decode("source"), subject: try row.decode("subject"))] =
                try row.decode("last") as Int
        }
        return positions
    }

    /// Notes the last numbers applied.
    static func advance(_ positions: [Key: Int], in tx: borrowing Transaction) throws {
        guard !positions.isEmpty else { return }
        let sorted = positions.sorted { $0.key < $1.key }
        try tx.execute(
            """
            UPDATE consumer_position SET last = t.last
            FROM unnest(
                \(sorted.map(\.key.source))::text[], \(sorted.map(\.key.subject))::uuid[],
                \(sorted.map(\.value))::bigint[]) AS t(source, subject, last)
            WHERE consumer_position.source = t.source AND consumer_position.subject = t.subject
            """
        )
    }
}
