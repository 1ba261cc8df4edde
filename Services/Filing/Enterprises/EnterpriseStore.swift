import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``Enterprise``; they are added and read, so far nothing changes them.
struct EnterpriseStore: Sendable {
    /// The enterprises of these ids that there are, ordered by id.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Enterprise>] {
        try tx.query("SELECT id, version, state FROM enterprise WHERE id = ANY (\(ids)) ORDER BY id")
            .map(Self.stored)
    }

    /// One enterprise.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Enterprise> {
        guard let found = try load([id], in: tx).first else { throw NotFound("enterprise") }
        return found
    }

    /// The enterprise of a credit code; nil where it is not on the register.
    func find(_ creditCode: CreditCode, in tx: borrowing Transaction) throws -> Stored<Enterprise>? {
        try tx.query("SELECT id, version, state FROM enterprise WHERE credit_code = \(creditCode.text)")
            .first.map(Self.stored)
    }

    /// Adds enterprises to the register.
    ///
    /// - Throws: ``Enterprise/Rejection/alreadyRegistered`` where another took the credit code meanwhile.
    func add(_ new: [Stored<Enterprise>], in tx: borrowing Transaction) throws {
        let rows = new.compactMap { one in one.state.particulars.map { (one, $0) } }
        let added = try tx.execute(
            """
            INSERT INTO enterprise (id, credit_code, name, jurisdiction, state, version)
            SELECT id, credit_code, name, jurisdiction, state::jsonb, version FROM unnest(
                \(rows.map(\.0.id))::uuid[], \(rows.map(\.1.creditCode.text))::text[], \(rows.map(\.1.name))::text[],
                \(rows.map(\.1.jurisdiction))::text[], \(try rows.map { try StateText.of($0.0.state) })::text[],
                \(rows.map(\.0.newVersion))::int[]
            ) AS new (id, credit_code, name, jurisdiction, state, version)
            ON CONFLICT (credit_code) DO NOTHING
            """
        )
        guard added == new.count else { throw Enterprise.Rejection.alreadyRegistered }
    }

    private static func stored(_ row: Row) throws -> Stored<Enterprise> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}

/// A state as the text of its `jsonb` column.
enum StateText {
    /// The text of a state.
    static func of(_ state: some Encodable) throws -> String {
        try String(decoding: WireFormat.encode(state), as: UTF8.self)
    }
}
