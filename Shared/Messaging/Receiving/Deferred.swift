import Contracts
import Foundation
import Kernel
import Postgres

/// What was heard but not applied, and why.
enum Deferred {
    /// A message as it is put aside.
    struct Item: Sendable {
        let id: UUID
        let envelope: Envelope?
        /// The envelope as JSON; of an unreadable message its headers.
        let outside: String
        let body: [UInt8]
        let error: String

        init(_ readable: Readable, error: String) throws {
            id = readable.envelope.id
            envelope = readable.envelope
            outside = String(decoding: try WireFormat.encode(readable.envelope), as: UTF8.self)
            body = readable.body
            self.error = error
        }

        init(unreadable headers: [String: String], body: [UInt8], error: String) throws {
            let head = try WireFormat.encode(headers)
            // Delivered again, it is the same row.
            id = UUID(digestOf: head + body)
            envelope = nil
            outside = String(decoding: head, as: UTF8.self)
            self.body = body
            self.error = error
        }
    }

    /// Puts messages aside for a reason: `gap`, `retry` or `parked`.
    static func put(_ items: [Item], reason: String, queue: String, in tx: borrowing Transaction) throws {
        guard !items.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO inbox_deferred (event_id, reason, queue, source, subject, sequence, envelope, body, error)
            SELECT id, \(reason)::text, \(queue)::text, source, subject, sequence, envelope::jsonb, body, error
            FROM unnest(
                \(items.map(\.id))::uuid[], \(items.map(\.envelope?.source))::text[],
                \(items.map(\.envelope?.subject))::uuid[], \(items.map(\.envelope?.sequence))::bigint[],
                \(items.map(\.outside))::text[], \(items.map(\.body))::bytea[], \(items.map(\.error))::text[])
                AS t(id, source, subject, sequence, envelope, body, error)
            ON CONFLICT (event_id) DO UPDATE SET reason = excluded.reason, error = excluded.error
            """
        )
    }

    /// The facts of these subjects that wait for an earlier one.
    static func gaps(of subjects: [Position.Key], in tx: borrowing Transaction) throws -> [Readable] {
        let rows = try tx.query(
            """
            SELECT envelope, body FROM inbox_deferred
            WHERE reason = 'gap' AND (source, subject) IN (
                SELECT * FROM unnest(\(subjects.map(\.source))::text[], \(subjects.map(\.subject))::uuid[]))
            ORDER BY source, subject, sequence
            """
        )
        return try rows.map(readable)
    }

    /// Takes messages off the table.
    static func remove(_ ids: [UUID], in tx: borrowing Transaction) throws {
        guard !ids.isEmpty else { return }
        try tx.execute("DELETE FROM inbox_deferred WHERE event_id = ANY(\(ids)::uuid[])")
    }

    /// A deferred row as the fact it holds.
    static func readable(_ row: Row) throws -> Readable {
        let outside: String = try row.decode("envelope")
        return Readable(
            envelope: try WireFormat.decode(Envelope.self, from: Array(outside.utf8)),
            body: try row.decode("body")
        )
    }
}
