import Foundation
import Kernel
import Postgres

/// Which enterprise each agency code was given to.
struct AgencyCodeRegister: Sendable {
    /// Gives a code to an enterprise, or finds that it has it.
    ///
    /// - Throws: ``AgencyCodeTaken`` where it is another's.
    func give(_ code: AgencyCode, to enterprise: UUID, in tx: borrowing Transaction) throws {
        try tx.execute(
            "INSERT INTO agency_code (code, enterprise) VALUES (\(code.text), \(enterprise)) ON CONFLICT DO NOTHING"
        )
        let owner: UUID? = try tx.query("SELECT enterprise FROM agency_code WHERE code = \(code.text)")
            .first.map { try $0["enterprise"] }
        guard owner == enterprise else { throw AgencyCodeTaken() }
    }

    /// Gives codes to enterprises that are known to be free or theirs, in one statement.
    ///
    /// - Throws: ``AgencyCodeTaken`` where one was given to another meanwhile.
    func give(_ codes: [(AgencyCode, UUID)], in tx: borrowing Transaction) throws {
        guard !codes.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO agency_code (code, enterprise)
            SELECT DISTINCT code, enterprise
            FROM unnest(\(codes.map(\.0.text))::text[], \(codes.map(\.1))::uuid[]) AS new (code, enterprise)
            ORDER BY code ON CONFLICT DO NOTHING
            """
        )
        let owners = try owners(of: codes.map(\.0), in: tx)
        guard codes.allSatisfy({ owners[$0.0.text] == $0.1 }) else { throw AgencyCodeTaken() }
    }

    /// Whose these codes are, by code; one that was given to nobody is not there.
    func owners(of codes: [AgencyCode], in tx: borrowing Transaction) throws -> [String: UUID] {
        let rows = try tx.query("SELECT code, enterprise FROM agency_code WHERE code = ANY (\(codes.map(\.text)))")
        var owners: [String: UUID] = [:]
        for row in rows { owners[try row["code"]] = try row["enterprise"] }
        return owners
    }
}

/// The agency code belongs to another enterprise.
struct AgencyCodeTaken: Rejection, Hashable {
    var code: String { "filing.agency-code-taken" }
}
