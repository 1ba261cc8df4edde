import Foundation

/// What one round measured, in messages a second.
struct Round: CustomStringConvertible {
    /// The load average when it began.
    let load: Double
    var relay: [Double] = []
    var publishInC = 0.0
    var consume = 0.0
    var consumeInC = 0.0
    var storeInC = 0.0

    var meanRelay: Double { relay.reduce(0, +) / Double(max(1, relay.count)) }
    var relayRatio: Double { meanRelay / publishInC }
    var consumeRatio: Double { consume / consumeInC }
    var storeRatio: Double { consume / storeInC }

    var description: String {
        "load \(load), relay \(relay.map { Int($0) }), C publisher \(Int(publishInC)), "
            + "consumer \(Int(consume)), C consumer \(Int(consumeInC)), storing \(Int(storeInC))"
    }
}

/// The rounds as a table.
struct Report {
    let rounds: [Round]
    let facts: Int
    let bytes: Int

    var markdown: String {
        let rows = rounds.enumerated().map { index, round in
            let cells = [
                format(round.load, 1), format(round.publishInC), format(round.meanRelay), format(round.relayRatio, 2),
                format(round.consumeInC), format(round.storeInC), format(round.consume), format(round.consumeRatio, 2),
                format(round.storeRatio, 2),
            ]
            return "| \(index + 1) | \(cells.joined(separator: " | ")) |"
        }
        return """
            \(facts) facts of \(bytes) bytes a cell, in messages a second; the ledger was right after each cell.

            | round | load before | C publisher | relay | ratio | C consumer | C consumer that stores | consumer | ratio | ratio |
            |---|---|---|---|---|---|---|---|---|---|
            \(rows.joined(separator: "\n"))
            | median | | | | **\(format(median(rounds.map(\.relayRatio)), 2))** | | | | \
            **\(format(median(rounds.map(\.consumeRatio)), 2))** | **\(format(median(rounds.map(\.storeRatio)), 2))** |
            """
    }

    private func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    private func format(_ value: Double, _ digits: Int = 0) -> String {
        value.formatted(.number.precision(.fractionLength(digits)).grouping(.never).locale(Locale(identifier: "en")))
    }
}
