import Foundation
import Kernel
import Postgres

/// How far each subject of each speaker has been heard.
enum Position {
    /// One subject of one speaker.
    struct Key: Hashable {
        let source: String
        let subject: UUID

        init(_ envelope: Envelope) {
            self.init(source: envelope.source, subject: envelope.subject)
        }

        fileprivate init(source: String, subject: UUID) {
            self.source = source
            self.subject = subject
        }
    }

    /// A position this transaction has locked.
    struct Held {
        /// The last number applied before this transaction.
        let before: Int
        /// The number its row has now.
        let written: Int
    }

    /// Locks the positions of these runs, and moves on those whose turn it is altogether.
    ///
    /// Nearly all are: a run without a gap that begins right after the position. Its row is changed only where it stands
    /// there, which locks it and moves it at once. The others are locked as they stand. Either statement takes the runs in
    /// their order, which is one for all transactions; where two still meet crosswise, the database breaks the tie and one of
    /// them is run again.
    static func take(_ runs: [Runs.Run], in tx: borrowing Transaction) throws -> [Held] {
        let dense = runs.indices.filter { runs[$0].isDense }
        let moved =
            try begin(runs, dense.filter { runs[$0].first == 1 }, in: tx)
            + moveOn(runs, dense.filter { runs[$0].first != 1 }, in: tx)
        var held: [Held?] = Array(repeating: nil, count: runs.count)
        for index in moved { held[index] = Held(before: runs[index].first - 1, written: runs[index].last) }
        if moved.count < runs.count {
            let positions = try lock(runs.indices.filter { held[$0] == nil }.map { runs[$0].key }, in: tx)
            for index in runs.indices where held[index] == nil {
                let last = positions[runs[index].key, default: 0]
                held[index] = Held(before: last, written: last)
            }
        }
        return held.compactMap(\.self)
    }

    /// Enters the positions of subjects never heard of, of which the runs begin with the first fact.
    private static func begin(_ runs: [Runs.Run], _ places: [Int], in tx: borrowing Transaction) throws -> [Int] {
        guard !places.isEmpty else { return [] }
        let rows = try tx.query(
            """
            INSERT INTO consumer_position (source, subject, last)
            SELECT * FROM unnest(
                \(places.map { runs[$0].key.source })::text[], \(places.map { runs[$0].key.subject })::uuid[],
                \(places.map { runs[$0].last })::bigint[])
            ON CONFLICT (source, subject) DO UPDATE SET last = excluded.last WHERE consumer_position.last = 0
            RETURNING source, subject
            """
        )
        return try moved(rows, runs, places)
    }

    /// Moves on the positions that stand right before the runs.
    private static func moveOn(_ runs: [Runs.Run], _ places: [Int], in tx: borrowing Transaction) throws -> [Int] {
        guard !places.isEmpty else { return [] }
        let rows = try tx.query(
            """
            UPDATE consumer_position position SET last = t.last
            FROM unnest(
                \(places.map { runs[$0].key.source })::text[], \(places.map { runs[$0].key.subject })::uuid[],
                \(places.map { runs[$0].first - 1 })::bigint[], \(places.map { runs[$0].last })::bigint[])
                AS t(source, subject, before, last)
            WHERE position.source = t.source AND position.subject = t.subject AND position.last = t.before
            RETURNING position.source, position.subject
            """
        )
        return try moved(rows, runs, places)
    }

    private static func moved(_ rows: Rows, _ runs: [Runs.Run], _ places: [Int]) throws -> [Int] {
        guard rows.count < places.count else { return places }
        let keys = Set(try rows.map { Key(source: try $0.decode("source"), subject: try $0.decode("subject")) })
        return places.filter { keys.contains(runs[$0].key) }
    }

    /// Locks positions as they stand; those there are none of yet are inserted first: a row that does not exist cannot be
    /// locked, and the first two facts of a subject would race.
    private static func lock(_ keys: [Key], in tx: borrowing Transaction) throws -> [Key: Int] {
        var positions = try lockExisting(keys, in: tx)
        let missing = keys.filter { positions[$0] == nil }
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

    private static func lockExisting(_ keys: [Key], in tx: borrowing Transaction) throws -> [Key: Int] {
        let rows = try tx.query(
            """
            SELECT source, subject, last FROM consumer_position
            WHERE (source, subject) IN (
                SELECT * FROM unnest(\(keys.map(\.source))::text[], \(keys.map(\.subject))::uuid[]))
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

    /// Writes the last numbers applied of positions held.
    static func note(_ positions: [(key: Key, last: Int)], in tx: borrowing Transaction) throws {
        guard !positions.isEmpty else { return }
        try tx.execute(
            """
            UPDATE consumer_position SET last = t.last
            FROM unnest(
                \(positions.map(\.key.source))::text[], \(positions.map(\.key.subject))::uuid[],
                \(positions.map(\.last))::bigint[]) AS t(source, subject, last)
            WHERE consumer_position.source = t.source AND consumer_position.subject = t.subject
            """
        )
    }
}
