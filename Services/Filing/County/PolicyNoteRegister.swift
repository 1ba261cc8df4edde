import FilingDomain
import Foundation
import Kernel
import Postgres

/// Policy notes as officers and enterprises look for them.
struct PolicyNoteRegister: Sendable {
    /// A note in a list.
    struct Line: Sendable {
        let id: UUID
        let version: Int
        let note: PolicyNote
        let sentAt: Date
        /// How many enterprises got it, and how many of them have read it.
        let recipients: Int
        let readers: Int
        /// When the enterprise that looks has read it.
        let readAt: Date?
    }

    /// A page of notes after an id, of one county only where one is named.
    func page(county: String?, after: UUID?, limit: Int, in tx: borrowing Transaction) throws -> [Line] {
        try tx.query(
            """
            SELECT note.id, note.version, note.state, note.sent_at, counted.recipients, counted.readers,
                NULL::timestamptz AS read_at
            FROM policy_note AS note, LATERAL (
                SELECT count(*) AS recipients, count(read_at) AS readers FROM policy_note_copy WHERE note = note.id
            ) AS counted
            WHERE (\(county)::text IS NULL OR county = \(county)::text)
              AND (\(after)::uuid IS NULL OR note.id > \(after)::uuid)
            ORDER BY note.id LIMIT \(limit)
            """
        ).map(Self.line)
    }

    /// A page of the notes an enterprise got and that were not taken back.
    func page(
        of creditCode: String,
        unreadOnly: Bool,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Line] {
        try tx.query(
            """
            SELECT note.id, note.version, note.state, note.sent_at, 1::bigint AS recipients, 0::bigint AS readers,
                copy.read_at
            FROM policy_note_copy AS copy JOIN policy_note AS note ON note.id = copy.note
            WHERE copy.enterprise = (SELECT id FROM enterprise WHERE credit_code = \(creditCode))
              AND note.phase = 'sent' AND (NOT \(unreadOnly) OR copy.read_at IS NULL)
              AND (\(after)::uuid IS NULL OR note.id > \(after)::uuid)
            ORDER BY note.id LIMIT \(limit)
            """
        ).map(Self.line)
    }

    /// An enterprise that got a note.
    struct Recipient: Sendable {
        let enterprise: UUID
        let creditCode: String
        let name: String
        let readAt: Date?
    }

    /// A page of those who got a note, after an enterprise's id.
    func recipients(
        of note: UUID,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Recipient] {
        try tx.query(
            """
            SELECT enterprise.id, credit_code, name, read_at FROM policy_note_copy AS copy
            JOIN enterprise ON enterprise.id = copy.enterprise
            WHERE note = \(note) AND (\(after)::uuid IS NULL OR enterprise.id > \(after)::uuid)
            ORDER BY enterprise.id LIMIT \(limit)
            """
        ).map { row in
            Recipient(
                enterprise: try row["id"],
                creditCode: try row["credit_code"],
                name: try row["name"],
                readAt: try row.decode("read_at")
            )
        }
    }

    private static func line(_ row: Row) throws -> Line {
        Line(
            id: try row["id"],
            version: try row["version"],
            note: try row.json("state"),
            sentAt: try row["sent_at"],
            recipients: try row["recipients"],
            readers: try row["readers"],
            readAt: try row.decode("read_at")
        )
    }
}
