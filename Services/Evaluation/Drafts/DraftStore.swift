import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Drafts with what is written in them, sealed for each.
struct DraftStore: Sendable {
    let journal: Journal
    let cipher: FieldCipher

    /// A draft with what is written.
    struct Written: Sendable {
        var draft: Stored<ApplicationDraft>
        var form: WrittenForm
        let savedAt: Date

        /// The id of the application it becomes.
        var application: UUID { draft.state.origin?.application ?? draft.id }
    }

    /// Adds a new one.
    func add(
        _ draft: Stored<ApplicationDraft>,
        _ form: WrittenForm,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let origin = draft.state.origin else { return }
        try tx.execute(
            """
            INSERT INTO application_draft (id, application, version, round, person, account, is_open, state, form, saved_at)
            VALUES (\(draft.id), \(origin.application), \(draft.newVersion), \(origin.round), \(origin.person)::uuid, \(origin.account),
                \(draft.state.isOpen), \(try StateText.write(draft.state))::text::jsonb, \(try seal(form, of: draft.id)),
                \(cause.now))
            """
        )
        try journal.append(draft, of: "application_draft", because: cause, in: tx)
    }

    /// Writes one that changed; what was written goes once it is no longer open.
    ///
    /// - Throws: `VersionMismatch`.
    func save(
        _ draft: Stored<ApplicationDraft>,
        _ form: WrittenForm,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard !draft.events.isEmpty else { return }
        let sealed = draft.state.isOpen ? try seal(form, of: draft.id) : nil
        let changed = try tx.execute(
            """
            UPDATE application_draft SET version = \(draft.newVersion), is_open = \(draft.state.isOpen),
                state = \(try StateText.write(draft.state))::text::jsonb, form = \(sealed)::bytea,
                saved_at = \(cause.now)
            WHERE id = \(draft.id) AND version = \(draft.version)
            """
        )
        try StateText.expect(changed, of: [draft])
        try journal.append(draft, of: "application_draft", because: cause, in: tx)
    }

    /// The open one of an application to be, locked; nil where there is none.
    func open(_ id: UUID, in tx: borrowing Transaction) throws -> Written? {
        try tx.query(
            """
            SELECT id, version, state, form, saved_at FROM application_draft WHERE application = \(id) AND is_open FOR UPDATE
            """
        ).first.map(written)
    }

    /// The open one of an application to be, as it is read; nil where there is none.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> Written? {
        try tx.query(
            "SELECT id, version, state, form, saved_at FROM application_draft WHERE application = \(id) AND is_open"
        )
        .first.map(written)
    }

    /// The open drafts of a person in a round, or for nil those human resources began, in the order they were begun.
    func page(
        of round: UUID,
        person: UUID?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Written] {
        try tx.query(
            """
            SELECT id, version, state, form, saved_at FROM application_draft
            WHERE round = \(round) AND is_open AND person IS NOT DISTINCT FROM \(person)::uuid
              AND id > \(after ?? .lowest)::uuid ORDER BY id LIMIT \(limit)
            """
        ).map(written)
    }

    /// The open drafts of a person, whichever round they are for.
    func of(_ person: UUID, in tx: borrowing Transaction) throws -> [Written] {
        try tx.query(
            """
            SELECT id, version, state, form, saved_at FROM application_draft
            WHERE person = \(person) AND is_open ORDER BY id DESC LIMIT 50
            """
        ).map(written)
    }

    private func seal(_ form: WrittenForm, of id: UUID) throws -> [UInt8] {
        try cipher.seal(bytes: WireFormat.encode(form.members), of: id.lowercase)
    }

    private func written(_ row: Row) throws -> Written {
        let id: UUID = try row.decode("id")
        let sealed: [UInt8]? = try row.decode("form")
        let members = try sealed.map {
            try WireFormat.decode([String: String].self, from: cipher.open(bytes: $0, of: id.lowercase))
        }
        return Written(
            draft: Stored(id: id, version: try row.decode("version"), state: try StateText.read(row)),
            form: WrittenForm(members: members ?? [:]),
            savedAt: try row.decode("saved_at")
        )
    }
}
