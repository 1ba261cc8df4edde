import Postgres

/// Whether an enterprise's own system has a queue, so that facts and receipts are sent to it.
package enum EnterpriseAccess {
    /// From now on they are sent; what was said before is in the archive.
    package static func grant(_ creditCode: String, by actor: String, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO enterprise_access (credit_code, granted_by) VALUES (\(creditCode), \(actor))
            ON CONFLICT DO NOTHING
            """
        )
    }

    /// From now on they are archived unsent.
    package static func revoke(_ creditCode: String, in tx: borrowing Transaction) throws {
        try tx.execute("DELETE FROM enterprise_access WHERE credit_code = \(creditCode)")
    }
}
