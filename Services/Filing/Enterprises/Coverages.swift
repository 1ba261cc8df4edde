import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// What each special-grade filing covers of its enterprise; one without a row covers it as a whole.
struct Coverages: Sendable {
    let enterprises: EnterpriseStore
    let journal: Journal

    /// What these filings cover; those that cover the enterprise as a whole are left out.
    func load(_ filings: [UUID], in tx: borrowing Transaction) throws -> [UUID: CoveredUnits] {
        let rows = try tx.query(
            "SELECT special_filing, state FROM special_coverage WHERE special_filing = ANY (\(filings))"
        )
        var found: [UUID: CoveredUnits] = [:]
        for row in rows {
            if let parts = try row.json("state", as: Coverage.self).parts { found[try row["special_filing"]] = parts }
        }
        return found
    }

    /// The counties a filing of an enterprise concerns.
    func counties(of filing: UUID, filer: UUID, in tx: borrowing Transaction) throws -> Set<String> {
        let enterprise = try enterprises.find(filer, in: tx).state
        return try load([filing], in: tx)[filing]?.counties(of: enterprise) ?? enterprise.counties
    }

    /// Names what a filing covers, nil for the enterprise as a whole; the filing's row is locked by the caller.
    ///
    /// - Throws: ``CoveredUnits/Rejection`` for units that are not the enterprise's; `NotFound`.
    func name(
        _ wanted: WantedCoverage?,
        of filing: UUID,
        filer: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let enterprise = try enterprises.find(filer, in: tx).state
        let parts = try wanted.map { wanted in
            try CoveredUnits(coversEnterprise: wanted.coversEnterprise, units: wanted.units, of: enterprise)
        }
        let row = try tx.query(
            "SELECT id, version, state FROM special_coverage WHERE special_filing = \(filing) FOR UPDATE"
        ).first
        var coverage: Stored<Coverage> =
            try row.map { Stored(id: try $0["id"], version: try $0["version"], state: try $0.json("state")) }
            ?? Stored(new: NewID.v7())
        try coverage.handle(.name(parts, of: filing, on: cause.today))
        guard !coverage.events.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO special_coverage (special_filing, id, version, covers_enterprise, units, state)
            VALUES (\(filing), \(coverage.id), \(coverage.newVersion), \(parts?.coversEnterprise ?? true),
                \(parts?.units)::uuid[], \(try StateText.of(coverage.state))::jsonb)
            ON CONFLICT (special_filing) DO UPDATE SET version = excluded.version, units = excluded.units,
                covers_enterprise = excluded.covers_enterprise, state = excluded.state
            """
        )
        try journal.append(coverage, of: "special_coverage", because: cause, in: tx)
    }
}

/// What a filing is to cover, before the units were looked up.
struct WantedCoverage: Hashable, Sendable {
    let coversEnterprise: Bool
    let units: [UUID]
}
