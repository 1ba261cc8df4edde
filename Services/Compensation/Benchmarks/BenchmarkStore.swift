import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The benchmarks enterprises declared.
struct BenchmarkStore {
    /// All of an enterprise.
    func declared(by creditCode: String, in tx: borrowing Transaction) throws -> [Parity.Benchmarked] {
        try tx.query(
            "SELECT id, version, state::text AS state FROM benchmark WHERE credit_code = \(creditCode) ORDER BY id"
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
        let inserted = try tx.execute(
            """
            INSERT INTO benchmark (id, version, credit_code, band, effective_from, state) VALUES
                (\(benchmark.id), \(benchmark.newVersion), \(declaration.employer.creditCode),
                 \(declaration.band.code), \(declaration.effectiveFrom.description)::text::date,
                 \(try Column.text(benchmark.state))::text::jsonb)
            ON CONFLICT (credit_code, band, effective_from) DO NOTHING
            """
        )
        guard inserted == 1 else { throw Benchmark.Rejection.alreadyDeclared }
    }
}
