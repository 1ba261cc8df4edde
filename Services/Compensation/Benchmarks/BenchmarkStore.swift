import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The benchmarks enterprises declared.
struct BenchmarkStore {
    /// All of an enterprise, in the order they take effect; those of one day in the order they were declared.
    func declared(by creditCode: String, in tx: borrowing Transaction) throws -> [Parity.Benchmarked] {
        try tx.query(
            "SELECT id, version, state::text AS state FROM benchmark WHERE credit_code = \(creditCode) ORDER BY effective_from, revision"
        ).compactMap { row in
            let benchmark = try row.stored(Benchmark.self)
            return benchmark.state.declaration.map { Parity.Benchmarked(id: benchmark.id, declaration: $0) }
        }
    }

    /// A page of an enterprise's, oldest first.
    func page(
        of creditCode: String,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Benchmark>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM benchmark
            WHERE credit_code = \(creditCode) AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map { try $0.stored() }
    }

    /// Writes a new one.
    ///
    /// - Throws: `Benchmark.Rejection.alreadyDeclared` where the band has one from that day.
    func insert(_ benchmark: Stored<Benchmark>, in tx: borrowing Transaction) throws {
        guard let declaration = benchmark.state.declaration else { return }
        // A correction of a day that has one follows it; of two at the same time one is told to look again.
        let inserted = try tx.execute(
            """
            INSERT INTO benchmark (id, version, credit_code, band, effective_from, revision, minimum_fen, state)
            SELECT \(benchmark.id), \(benchmark.newVersion), \(declaration.employer.creditCode),
                \(declaration.band.code), \(declaration.effectiveFrom.description)::text::date,
                CASE WHEN \(declaration.correction != nil) THEN coalesce(max(revision), 0) + 1 ELSE 1 END,
                \(declaration.band.minimum.fen), \(try Column.text(benchmark.state))::text::jsonb
            FROM benchmark
            WHERE credit_code = \(declaration.employer.creditCode) AND band = \(declaration.band.code)
              AND effective_from = \(declaration.effectiveFrom.description)::text::date
            ON CONFLICT (credit_code, band, effective_from, revision) DO NOTHING
            """
        )
        guard inserted == 1 else { throw Benchmark.Rejection.alreadyDeclared }
    }
}
