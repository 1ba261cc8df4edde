import CompensationDomain
import Kernel

extension Refusals {
    static let benchmarks = Refusals(
        [Benchmark.Rejection.alreadyDeclared, Benchmark.Rejection.backDated(earliest: .earliest)],
        ofFields: ["compensation.amount", "compensation.median", "compensation.component-twice"]
    )
}
