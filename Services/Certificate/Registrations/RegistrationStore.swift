import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The registrations, each with the version it is loaded and saved at.
struct RegistrationStore {
    /// A registration, locked until the transaction ends.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Registration> {
        guard let found = try load([id], in: tx).first else { throw NotFound("registration") }
        return found
    }

    /// Those of these registrations that exist, locked in the order of their ids.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Registration>] {
        let rows = try tx.query(
            "SELECT id, version, state FROM registration WHERE id = ANY(\(ids)::uuid[]) ORDER BY id FOR UPDATE"
        )
        return try rows.map(Self.stored)
    }

    /// Which of these determinations have a registration already.
    func known(_ determinations: [UUID], in tx: borrowing Transaction) throws -> Set<UUID> {
        let rows = try tx.query(
            "SELECT DISTINCT determination FROM registration WHERE determination = ANY(\(determinations)::uuid[])"
        )
        return Set(try rows.map { try $0.decode("determination") })
    }

    /// The registrations of these lists, locked in the order of their ids.
    func load(ofLists lists: [UUID], in tx: borrowing Transaction) throws -> [Stored<Registration>] {
        let rows = try tx.query(
            "SELECT id, version, state FROM registration WHERE list = ANY(\(lists)::uuid[]) ORDER BY id FOR UPDATE"
        )
        return try rows.map(Self.stored)
    }

    /// The registrations under a filing, locked in the order of their ids.
    func load(under filing: UUID, in tx: borrowing Transaction) throws -> [Stored<Registration>] {
        let rows = try tx.query(
            "SELECT id, version, state FROM registration WHERE filing = \(filing) ORDER BY id FOR UPDATE"
        )
        return try rows.map(Self.stored)
    }

    /// The filing a registration is under, nil where there is no such registration; nothing is locked.
    func filing(of registration: UUID, in tx: borrowing Transaction) throws -> UUID? {
        try tx.query("SELECT filing FROM registration WHERE id = \(registration)").first.map { try $0.decode("filing") }
    }

    /// Writes registrations made just now.
    func insert(_ made: [Stored<Registration>], in tx: borrowing Transaction) throws {
        let batches = made.compactMap(\.state.batch)
        try tx.execute(
            """
            INSERT INTO registration (
                id, determination, list, filing, credit_code, origin, stage, due_on, due_calendar, state, version)
            SELECT * FROM unnest(
                \(made.map(\.id))::uuid[], \(batches.map(\.determination))::uuid[], \(batches.map(\.list))::uuid[],
                \(batches.map(\.filing))::uuid[],
                \(batches.map(\.issuer.creditCode))::text[], \(batches.map(\.origin))::uuid[],
                \(made.compactMap(\.state.stage?.rawValue))::text[],
                \(made.map { $0.state.due?.on.description })::date[], \(made.map(\.state.due?.calendar))::text[],
                \(made.map { JSON($0.state) })::jsonb[], \(made.map(\.newVersion))::int[])
            """
        )
    }

    /// Writes what was decided about registrations loaded before.
    ///
    /// - Throws: `VersionMismatch` when one of them is not at the version it was loaded at.
    func save(_ changed: [Stored<Registration>], in tx: borrowing Transaction) throws {
        let saved = try tx.execute(
            """
            UPDATE registration SET stage = t.stage, state = t.state, version = t.version,
                due_on = t.due_on, due_calendar = t.due_calendar
            FROM unnest(
                \(changed.map(\.id))::uuid[], \(changed.map(\.version))::int[], \(changed.map(\.newVersion))::int[],
                \(changed.compactMap(\.state.stage?.rawValue))::text[], \(changed.map { JSON($0.state) })::jsonb[],
                \(changed.map { $0.state.due?.on.description })::date[], \(changed.map(\.state.due?.calendar))::text[]
            ) AS t (id, loaded, version, stage, state, due_on, due_calendar)
            WHERE registration.id = t.id AND registration.version = t.loaded
            """
        )
        try Self.require(saved, of: changed)
    }

    static func stored<Aggregate: Decodable>(_ row: Row) throws -> Stored<Aggregate> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: row.json("state"))
    }

    static func require<Aggregate>(_ saved: Int, of changed: [Stored<Aggregate>]) throws {
        guard saved != changed.count else { return }
        let version = changed.first?.version ?? 0
        throw VersionMismatch(expected: version, actual: version + 1)
    }
}
