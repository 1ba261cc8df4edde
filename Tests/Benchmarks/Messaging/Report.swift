import Foundation

/// What one cell measured.
struct Measure: CustomStringConvertible {
    /// Messages a second.
    var rate = 0.0
    /// Microseconds of processor time a message.
    var cost = Cost()

    var description: String {
        "\(Int(rate))/s, processor time per message \(Int(cost.program)) + \(Int(cost.postgres)) + \(Int(cost.rabbitmq)) µs"
    }
}

/// What one round measured.
struct Round: CustomStringConvertible {
    /// The load average when it began.
    let load: Double
    var relay: [Measure] = []
    var publishInC = Measure()
    var consume = Measure()
    var consumeInC = Measure()
    var storeInC = Measure()

    var meanRelay: Double { relay.map(\.rate).reduce(0, +) / Double(max(1, relay.count)) }
    var relayRatio: Double { meanRelay / publishInC.rate }
    var consumeRatio: Double { consume.rate / consumeInC.rate }
    var storeRatio: Double { consume.rate / storeInC.rate }

    var description: String {
        "load \(load), relay \(relay), C publisher \(publishInC), "
            + "consumer \(consume), C consumer \(consumeInC), storing \(storeInC)"
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
                format(round.load, 1), format(round.publishInC.rate), format(round.meanRelay),
                format(round.relayRatio, 2),
                format(round.consumeInC.rate), format(round.storeInC.rate), format(round.consume.rate),
                format(round.consumeRatio, 2),
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

            Processor time a message, user and system together, in microseconds; medians of the rounds:

            | cell | program | PostgreSQL | RabbitMQ | together |
            |---|---|---|---|---|
            \(costs("C publisher", rounds.map(\.publishInC)))
            \(costs("relay", rounds.flatMap(\.relay)))
            \(costs("C consumer", rounds.map(\.consumeInC)))
            \(costs("C consumer that stores", rounds.map(\.storeInC)))
            \(costs("consumer", rounds.map(\.consume)))
            """
    }

    private func costs(_ cell: String, _ measures: [Measure]) -> String {
        let columns = [\Cost.program, \.postgres, \.rabbitmq, \.total].map { part in
            format(median(measures.map { $0.cost[keyPath: part] }), 1)
        }
        return "| \(cell) | \(columns.joined(separator: " | ")) |"
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
