import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The posts of enterprises.
struct PostStore {
    /// The post of an id, locked: its seats are counted by one appointment at a time.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Post> {
        let rows = try tx.query("SELECT id, version, state::text AS state FROM post WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("post") }
        return try row.stored()
    }

    /// The post of an id, to be read.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Post> {
        let rows = try tx.query("SELECT id, version, state::text AS state FROM post WHERE id = \(id)")
        guard let row = rows.first else { throw NotFound("post") }
        return try row.stored()
    }

    /// The enterprise a post is of; it never changes.
    ///
    /// - Throws: `NotFound`.
    func employer(of id: UUID, in tx: borrowing Transaction) throws -> String {
        guard let row = try tx.query("SELECT credit_code FROM post WHERE id = \(id)").first else {
            throw NotFound("post")
        }
        return try row.decode("credit_code")
    }

    /// A page, oldest first, of one enterprise where given.
    func page(
        creditCode: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Post>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM post
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode)::text)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map { try $0.stored() }
    }

    /// Writes what was decided about a post.
    ///
    /// - Throws: `VersionMismatch` when it was changed since it was loaded.
    func save(_ post: Stored<Post>, in tx: borrowing Transaction) throws {
        guard !post.events.isEmpty, let terms = post.state.terms else { return }
        let state = try Column.text(post.state)
        if post.version == 0 {
            try tx.execute(
                """
                INSERT INTO post (id, version, credit_code, state)
                VALUES (\(post.id), \(post.newVersion), \(terms.employer.creditCode), \(state)::text::jsonb)
                """
            )
            return
        }
        let updated = try tx.execute(
            """
            UPDATE post SET version = \(post.newVersion), state = \(state)::text::jsonb
            WHERE id = \(post.id) AND version = \(post.version)
            """
        )
        guard updated == 1 else { throw VersionMismatch(expected: post.version, actual: post.newVersion) }
    }
}
