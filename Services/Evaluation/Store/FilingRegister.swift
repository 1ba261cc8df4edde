import EvaluationDomain
import Foundation
import Kernel
import Postgres

/// The filings the filing service has accepted: what an enterprise may evaluate.
struct FilingRegister: Sendable {
    /// Keeps filings; one told again replaces what was known.
    func keep(_ scopes: [FilingScope], in tx: borrowing Transaction) throws {
        guard !scopes.isEmpty else { return }
        // One statement cannot touch a row twice: the last word on each filing counts.
        let last = Dictionary(scopes.map { ($0.filing, $0) }, uniquingKeysWith: { _, later in later })
        let sorted = last.values.sorted { $0.filing.uuidString < $1.filing.uuidString }
        try tx.execute(
            """
            INSERT INTO known_filing (id, enterprise_id, scope)
            SELECT * FROM unnest(
                \(sorted.map(\.filing))::uuid[], \(sorted.map(\.enterprise.id))::uuid[],
                \(try sorted.map { try StateText.write($0) })::jsonb[])
            ON CONFLICT (id) DO UPDATE SET enterprise_id = EXCLUDED.enterprise_id, scope = EXCLUDED.scope
            """
        )
    }

    /// What these filings cover, by id; those that were not heard of are left out.
    func scopes(of filings: [UUID], in tx: borrowing Transaction) throws -> [UUID: FilingScope] {
        let rows = try tx.query("SELECT scope FROM known_filing WHERE id = ANY(\(filings)::uuid[])")
        let scopes: [FilingScope] = try rows.map { try StateText.read($0, "scope") }
        return Dictionary(scopes.map { ($0.filing, $0) }) { $1 }
    }

    /// What a filing covers.
    ///
    /// - Throws: `NotFound`.
    func scope(of filing: UUID, in tx: borrowing Transaction) throws -> FilingScope {
        guard let row = try tx.query("SELECT scope FROM known_filing WHERE id = \(filing)").first else {
            throw NotFound("filing")
        }
        return try StateText.read(row, "scope")
    }
}
