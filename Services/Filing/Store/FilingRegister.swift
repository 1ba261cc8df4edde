import FilingDomain
import Foundation
import Kernel
import Postgres

/// What lists and single readings show; nothing here locks a row.
struct FilingRegister: Sendable {
    /// A row as it is read: the aggregate with its version.
    struct Entry<State: Decodable & Sendable>: Sendable {
        let id: UUID
        let version: Int
        let state: State

        init(_ row: Row) throws {
            id = try row["id"]
            version = try row["version"]
            state = try row.json("state")
        }
    }

    /// A page of enterprises after an id; of one credit code only where one is named.
    func enterprises(
        creditCode: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Entry<Enterprise>] {
        try tx.query(
            """
            SELECT id, version, state FROM enterprise
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode)::text)
              AND (\(after)::uuid IS NULL OR id > \(after)::uuid)
            ORDER BY id LIMIT \(limit)
            """
        ).map(Entry.init)
    }

    /// A page of general filings after an id, of one enterprise only where one is named.
    func generalFilings(
        creditCode: String?,
        phase: GeneralPhase?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Entry<GeneralFiling>] {
        try tx.query(
            """
            SELECT id, version, state FROM general_filing
            WHERE (\(creditCode)::text IS NULL
                   OR enterprise = (SELECT id FROM enterprise WHERE credit_code = \(creditCode)::text))
              AND (\(phase?.rawValue)::text IS NULL OR phase = \(phase?.rawValue)::text)
              AND (\(after)::uuid IS NULL OR id > \(after)::uuid)
            ORDER BY id LIMIT \(limit)
            """
        ).map(Entry.init)
    }

    /// A page of special-grade filings after an id, of one enterprise only where one is named.
    func specialFilings(
        creditCode: String?,
        phase: SpecialPhase?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Entry<SpecialFiling>] {
        try tx.query(
            """
            SELECT id, version, state FROM special_filing
            WHERE (\(creditCode)::text IS NULL
                   OR enterprise = (SELECT id FROM enterprise WHERE credit_code = \(creditCode)::text))
              AND (\(phase?.rawValue)::text IS NULL OR phase = \(phase?.rawValue)::text)
              AND (\(after)::uuid IS NULL OR id > \(after)::uuid)
            ORDER BY id LIMIT \(limit)
            """
        ).map(Entry.init)
    }

    /// One general filing; nil where there is none.
    func generalFiling(_ id: UUID, in tx: borrowing Transaction) throws -> Entry<GeneralFiling>? {
        try tx.query("SELECT id, version, state FROM general_filing WHERE id = \(id)").first.map(Entry.init)
    }

    /// One special-grade filing; nil where there is none.
    func specialFiling(_ id: UUID, in tx: borrowing Transaction) throws -> Entry<SpecialFiling>? {
        try tx.query("SELECT id, version, state FROM special_filing WHERE id = \(id)").first.map(Entry.init)
    }
}
