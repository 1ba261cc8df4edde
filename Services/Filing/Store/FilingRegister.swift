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

    /// A page of enterprises after an id; of one credit code, or in one county, only where one is named.
    ///
    /// An enterprise is in the county it files under, and in those of the units it covers.
    func enterprises(
        creditCode: String?,
        county: String? = nil,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Entry<Enterprise>] {
        try tx.query(
            """
            SELECT id, version, state FROM enterprise
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode)::text)
              AND (\(county)::text IS NULL OR jurisdiction = \(county)::text OR id IN (
                  SELECT enterprise FROM enterprise_unit WHERE county = \(county)::text AND closed_on IS NULL))
              AND (\(after)::uuid IS NULL OR id > \(after)::uuid)
            ORDER BY id LIMIT \(limit)
            """
        ).map(Entry.init)
    }

    /// A page of general filings after an id, of one enterprise, or of those in one county, only where one is named.
    func generalFilings(
        creditCode: String?,
        county: String? = nil,
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
              AND (\(county)::text IS NULL
                   OR enterprise IN (SELECT id FROM enterprise WHERE jurisdiction = \(county)::text)
                   OR enterprise IN (
                       SELECT enterprise FROM enterprise_unit WHERE county = \(county)::text AND closed_on IS NULL))
              AND (\(phase?.rawValue)::text IS NULL OR phase = \(phase?.rawValue)::text)
              AND (\(after)::uuid IS NULL OR id > \(after)::uuid)
            ORDER BY id LIMIT \(limit)
            """
        ).map(Entry.init)
    }

    /// A page of special-grade filings after an id, of one enterprise, or that cover something in one county, only where
    /// one is named.
    func specialFilings(
        creditCode: String?,
        county: String? = nil,
        phase: SpecialPhase?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Entry<SpecialFiling>] {
        try tx.query(
            """
            SELECT id, version, state FROM special_filing AS filing
            WHERE (\(creditCode)::text IS NULL
                   OR enterprise = (SELECT id FROM enterprise WHERE credit_code = \(creditCode)::text))
              AND (\(county)::text IS NULL OR EXISTS (
                  SELECT FROM enterprise AS filer
                  LEFT JOIN special_coverage AS coverage ON coverage.special_filing = filing.id
                  WHERE filer.id = filing.enterprise AND (
                      filer.jurisdiction = \(county)::text AND COALESCE(coverage.covers_enterprise, true)
                      OR EXISTS (
                          SELECT FROM enterprise_unit AS unit
                          WHERE unit.enterprise = filer.id AND unit.county = \(county)::text AND unit.closed_on IS NULL
                            AND (coverage.units IS NULL OR unit.id = ANY (coverage.units))))))
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
