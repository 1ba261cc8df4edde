import Foundation
import Kernel

/// The same pay as a 正高级工程师 of the enterprise (通知五: 按照企业正高级工程师兑现工资待遇).
package enum Parity {
    /// A declared benchmark and its id.
    package struct Benchmarked: Hashable, Codable, Sendable {
        package let id: UUID
        package let declaration: Benchmark.Declaration

        /// A benchmark as it was declared.
        package init(id: UUID, declaration: Benchmark.Declaration) {
            self.id = id
            self.declaration = declaration
        }
    }

    /// The benchmark a band is measured against on a day, nil where none is in force.
    ///
    /// Of each band the youngest declaration that has begun is in force. The band of the same code is the measure;
    /// where the enterprise appoints in another band, the lowest of those in force is.
    package static func measure(for band: String, on day: LocalDate, among declared: [Benchmarked]) -> Benchmarked? {
        let begun = declared.filter { $0.declaration.effectiveFrom <= day }
            .sorted { $0.declaration.effectiveFrom < $1.declaration.effectiveFrom }
        let inForce = Dictionary(begun.map { ($0.declaration.band.code, $0) }) { $1 }
        return inForce[band] ?? inForce.values.min { $0.declaration.band < $1.declaration.band }
    }
}

extension Benchmark.Band: Comparable {
    /// By the lowest pay, then by name, so that the choice is always the same.
    package static func < (left: Benchmark.Band, right: Benchmark.Band) -> Bool {
        (left.minimum, left.code) < (right.minimum, right.code)
    }
}
