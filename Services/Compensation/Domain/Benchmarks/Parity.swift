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

    /// Which declaration of each band is in force on a day, by the band's code.
    ///
    /// The one that took effect last; of one day the one declared last, which corrects the others. `declared` is in the
    /// order of declaration.
    package static func inForce(on day: LocalDate, among declared: [Benchmarked]) -> [String: Benchmarked] {
        declared.reduce(into: [:]) { inForce, next in
            let (band, from) = (next.declaration.band.code, next.declaration.effectiveFrom)
            guard from <= day else { return }
            if let before = inForce[band], before.declaration.effectiveFrom > from { return }
            inForce[band] = next
        }
    }

    /// The benchmark a band is measured against on a day, nil where none is in force.
    ///
    /// The band of the same code is the measure; where the enterprise appoints in another band, the lowest of those in
    /// force is.
    package static func measure(for band: String, on day: LocalDate, among declared: [Benchmarked]) -> Benchmarked? {
        let inForce = inForce(on: day, among: declared)
        return inForce[band] ?? inForce.values.min { $0.declaration.band < $1.declaration.band }
    }
}

extension Benchmark.Band: Comparable {
    /// By the lowest pay, then by name, so that the choice is always the same.
    package static func < (left: Benchmark.Band, right: Benchmark.Band) -> Bool {
        (left.minimum, left.code) < (right.minimum, right.code)
    }
}
