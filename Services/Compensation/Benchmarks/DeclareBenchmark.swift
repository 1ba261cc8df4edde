import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// An enterprise declares what it pays its senior engineers.
struct DeclareBenchmark {
    let store: BenchmarkStore
    let parity: MeasureParity
    let journal: Journal

    func callAsFunction(
        _ declaration: Benchmark.Declaration,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Benchmark> {
        let creditCode = declaration.employer.creditCode
        try parity.lock([creditCode], in: tx)
        var benchmark = Stored<Benchmark>(new: NewID.v7())
        let others = try store.declared(by: creditCode, in: tx)
        try benchmark.handle(.declare(declaration, today: cause.today, others: others))
        try store.insert(benchmark, in: tx)
        let since = declaration.effectiveFrom
        try parity.looks.add(
            [ParityLook(creditCode: creditCode, appointment: nil, since: since, due: max(since, cause.today))],
            in: tx
        )
        try journal.append(benchmark, of: "benchmark", because: cause, in: tx)
        return benchmark
    }
}
