import CompensationDomain
import Kernel

extension Refusals {
    static let benchmarks = Refusals(
        Benchmark.Rejection.allCases,
        ofFields: ["compensation.amount", "compensation.median"]
    )
}
