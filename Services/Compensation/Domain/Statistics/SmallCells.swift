/// Hides small cells of a published breakdown, so that none can be computed from the total.
package enum SmallCells {
    /// The smallest number of persons that is shown.
    package static let least = 5

    /// A breakdown with what must not be shown left out: nil stands for a hidden cell.
    ///
    /// The total is published beside it. So a single hidden cell would be the rest: the next smallest are hidden with it, until
    /// there are two at least and they hold `least` persons together. Cells without anybody are shown. Where too few persons are
    /// left to hide behind, everything is hidden.
    package static func hidden<Key: Hashable & Comparable>(
        _ cells: [Key: Int],
        least: Int = SmallCells.least
    ) -> [Key: Int?] {
        let filled = cells.filter { $0.value > 0 }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        var hidden = filled.prefix { $0.value < least }.count
        func isSafe() -> Bool { hidden >= 2 && filled.prefix(hidden).reduce(0) { $0 + $1.value } >= least }
        if hidden > 0 { while !isSafe(), hidden < filled.count { hidden += 1 } }
        let keys = Set(filled.prefix(hidden).map(\.key))
        return Dictionary(uniqueKeysWithValues: cells.map { ($0.key, keys.contains($0.key) ? nil : $0.value) })
    }

    /// The total of a breakdown; nil where it is small itself, or where all but one cell of it would be told by it.
    package static func total<Key>(_ cells: [Key: Int], least: Int = SmallCells.least) -> Int? {
        let filled = cells.values.filter { $0 > 0 }
        let sum = filled.reduce(0, +)
        if sum == 0 { return 0 }
        // Of one single cell the total is the cell.
        return sum < least ? nil : sum
    }
}

/// How large an enterprise is, by the people of the units it covers (统计上大中小微型企业划分办法, industry).
package enum EnterpriseSize: String, Hashable, Comparable, Codable, CaseIterable, Sendable {
    case large, medium, small, micro
    /// The register says nothing of its people.
    case unknown

    /// The size of an enterprise with so many people.
    package init(employees: Int) {
        switch employees {
        case 1000...: self = .large
        case 300...: self = .medium
        case 20...: self = .small
        case 1...: self = .micro
        default: self = .unknown
        }
    }

    package static func < (one: EnterpriseSize, other: EnterpriseSize) -> Bool {
        (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }
}
