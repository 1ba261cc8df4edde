import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``Authority``.
struct AuthorityStore: Sendable {
    /// All authorities.
    func all(in tx: borrowing Transaction) throws -> [Stored<Authority>] {
        try tx.query("SELECT id, version, state FROM authority ORDER BY id").map(Self.stored)
    }

    /// One authority.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Authority> {
        let row = try tx.query("SELECT id, version, state FROM authority WHERE id = \(id)").first
        guard let row else { throw NotFound("authority") }
        return try Self.stored(row)
    }

    /// One authority, locked.
    ///
    /// - Throws: `NotFound`.
    func open(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Authority> {
        let row = try tx.query("SELECT id, version, state FROM authority WHERE id = \(id) FOR UPDATE").first
        guard let row else { throw NotFound("authority") }
        return try Self.stored(row)
    }

    /// The authority of a kind.
    ///
    /// - Throws: `NotFound`.
    func find(_ kind: Authority.Kind, in tx: borrowing Transaction) throws -> Stored<Authority> {
        let row = try tx.query("SELECT id, version, state FROM authority WHERE kind = \(kind.rawValue)").first
        guard let row else { throw NotFound("authority") }
        return try Self.stored(row)
    }

    /// Writes what was decided.
    ///
    /// - Throws: `VersionMismatch` where the row is not at the version it was loaded at.
    func save(_ authority: Stored<Authority>, in tx: borrowing Transaction) throws {
        guard !authority.events.isEmpty else { return }
        let written = try tx.execute(
            """
            UPDATE authority SET version = \(authority.newVersion), state = \(try StateText.of(authority.state))::jsonb
            WHERE id = \(authority.id) AND version = \(authority.version)
            """
        )
        guard written == 1 else { throw Conflict.of([authority]) }
    }

    private static func stored(_ row: Row) throws -> Stored<Authority> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}
