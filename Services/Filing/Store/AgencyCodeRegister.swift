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
}

/// The agency code belongs to another enterprise.
struct AgencyCodeTaken: Rejection, Hashable {
    var code: String { "filing.agency-code-taken" }
}
