import Foundation
import Kernel

extension Parity {
    /// Days in a row on which a band began below what it is measured against.
    package struct Gap: Hashable, Sendable {
        package let from: LocalDate
        /// Its last day; `LocalDate.latest` while it goes on.
        package let through: LocalDate
        /// The benchmark; of several on those days the highest.
        package let against: UUID?
        /// The lowest pay of that benchmark.
        package let minimum: Money
        /// The code of its band.
        package let required: String?

        /// Days of a gap.
        package init(from: LocalDate, through: LocalDate, against: UUID?, minimum: Money, required: String?) {
            self.from = from
            self.through = through
            self.against = against
            self.minimum = minimum
            self.required = required
        }

        /// The same as days of a shortfall.
        package var extent: Shortfall.Extent {
            Shortfall.Extent(
                since: from,
                through: through == .latest ? nil : through,
                against: against,
                required: required
            )
        }

        func overlaps(_ other: Gap) -> Bool { from <= other.through && other.from <= through }

        private func on(_ from: LocalDate, _ through: LocalDate) -> Gap? {
            guard from <= through else { return nil }
            return Gap(from: from, through: through, against: against, minimum: minimum, required: required)
        }

        /// The part of it before a day.
        func before(_ day: LocalDate) -> Gap? { on(from, min(through, day.adding(days: -1))) }

        /// The days of it that other gaps leave.
        func without(_ others: [Gap]) -> [Gap] {
            others.reduce([self]) { left, other in
                left.flatMap { gap -> [Gap] in
                    guard gap.overlaps(other) else { return [gap] }
                    let after = other.through == .latest ? nil : gap.on(other.through.adding(days: 1), gap.through)
                    return [gap.before(other.from), after].compactMap { $0 }
                }
            }
        }

        /// One gap of each run of days without a day between.
        static func merged(_ gaps: [Gap]) -> [Gap] {
            gaps.sorted { ($0.from, $0.through) < ($1.from, $1.through) }.reduce(into: []) { merged, next in
                guard let last = merged.last, last.through == .latest || next.from <= last.through.adding(days: 1)
                else {
                    return merged.append(next)
                }
                let ground = next.minimum > last.minimum ? next : last
                merged[merged.count - 1] = Gap(
                    from: last.from,
                    through: max(last.through, next.through),
                    against: ground.against,
                    minimum: ground.minimum,
                    required: ground.required
                )
            }
        }
    }
}
