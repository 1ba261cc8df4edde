import CompensationDomain
import Kernel

@testable import CompensationService

extension Refusals {
    static let benchmarks = Refusals(
        [Benchmark.Rejection.alreadyDeclared, Benchmark.Rejection.backDated(earliest: .earliest), DocumentInUse()],
        ofFields: [
            "compensation.amount", "compensation.median", "compensation.component-twice", "compensation.benchmark-file",
            "compensation.benchmark-file-used",
        ]
    )
}
