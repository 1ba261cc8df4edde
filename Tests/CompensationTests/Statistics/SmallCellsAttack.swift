import CompensationDomain
import Testing

/// All ways to split a number of persons over kinds.
enum Composition {
    static func all(of total: Int, into kinds: Int, least: Int = 1) -> [[Int: Int]] {
        func rest(_ left: Int, _ kind: Int) -> [[Int: Int]] {
            guard kind < kinds - 1 else { return left >= least ? [[kind: left]] : [] }
            guard left >= least else { return [] }
            return (least...left).flatMap { here in
                rest(left - here, kind + 1).map { $0.merging([kind: here]) { first, _ in first } }
            }
        }
        return rest(total, 0)
    }
}

/// What everybody sees of a table of persons; a part that is nil is withheld.
struct Published: Hashable {
    let total: Int
    let parts: [[Int: Int?]?]
    /// What each part hides, for whoever made it.
    var sums: [[Int: Int]] = []

    static func == (one: Published, other: Published) -> Bool { one.total == other.total && one.parts == other.parts }

    func hash(into hasher: inout Hasher) {
        hasher.combine(total)
        hasher.combine(parts)
    }

    /// The margins of a table by each of its kinds, nil where nothing is published.
    static func margins(of cells: [Int: Int], total: Int, keys: (Int) -> [Int]) -> Published? {
        guard let shown = SmallCells.total(total) else { return nil }
        var sums = keys(0).map { _ in [Int: Int]() }
        for (cell, persons) in cells where persons > 0 {
            for (kind, key) in keys(cell).enumerated() { sums[kind][key, default: 0] += persons }
        }
        return Published(total: shown, parts: sums.map { SmallCells.hidden($0) }, sums: sums)
    }
}

/// Somebody who knows the rule, the total and all that is published, and tries every table of persons there can be.
enum Attack {
    static func on(_ tables: [[Int: Int]], publish: ([Int: Int]) -> Published?) {
        var ranges: [Published: [[Int: ClosedRange<Int>]]] = [:]
        for cells in tables {
            guard let seen = publish(cells) else { continue }
            let sums = seen.sums.isEmpty ? [cells.filter { $0.value > 0 }] : seen.sums
            let known = ranges[seen] ?? sums.map { _ in [:] }
            ranges[seen] = zip(known, sums).map { known, sums in
                known.merging(sums.mapValues { $0...$0 }) {
                    min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
                }
            }
        }
        let least = SmallCells.least
        for (seen, possible) in ranges {
            for (part, possible) in zip(seen.parts, possible) {
                for (key, range) in possible {
                    switch part?[key] {
                    case .some(.some(let persons)):
                        #expect(persons >= least && range == persons...persons, "\(seen) \(key)")
                    case .some(nil):
                        #expect(range.count > least && range.upperBound >= least, "\(seen): \(key) is \(range)")
                    // Whether there is such a kind is not told either.
                    case nil: #expect(range.upperBound >= least, "\(seen): withheld \(key) is \(range)")
                    }
                }
            }
        }
    }
}
