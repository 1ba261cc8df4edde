import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Counts the ledger anew: every running number taken is there once, and every certificate's number is given in it.
struct RecountNumbers {
    /// What was counted of a series.
    struct Series: Hashable {
        let series: NumberSeries
        /// The first and the highest of its own numbers; nil where none was taken yet.
        let taken: SerialRun?
        let reserved: Int
        let given: Int
        let void: Int
        /// Of those given, how many came from the province or from historic certificates.
        let entered: Int
        /// Running numbers that were taken and of which the ledger says nothing: there should be none.
        let gaps: [SerialRun]
    }

    /// What was counted, by series, and numbers of which ledger and certificates say different things, at most a hundred.
    struct Findings: Hashable {
        let series: [Series]
        let contradictions: [String]

        var isSound: Bool { contradictions.isEmpty && series.allSatisfy(\.gaps.isEmpty) }
    }

    /// Counts the series a filter leaves.
    func callAsFunction(_ filter: NumberRegister.Filter, in tx: borrowing Transaction) throws -> Findings {
        let gaps = try gaps(filter, in: tx)
        let (low, high) = filter.bounds
        let rows = try tx.query(
            """
            SELECT c.series, c.first, c.last,
                count(*) FILTER (WHERE l.standing = 'reserved') AS reserved,
                count(*) FILTER (WHERE l.standing = 'given') AS given,
                count(*) FILTER (WHERE l.standing = 'void') AS void,
                count(*) FILTER (WHERE l.standing = 'given' AND l.source IN ('province', 'historic')) AS entered
            FROM certificate_counter AS c LEFT JOIN number_ledger AS l ON l.series = c.series
            WHERE c.series COLLATE "C" >= \(low)::text AND c.series COLLATE "C" < \(high)::text
              AND (\(filter.digits)::text IS NULL OR substr(c.series, 14, 2) = \(filter.digits)::text)
            GROUP BY c.series, c.first, c.last ORDER BY c.series COLLATE "C"
            """
        )
        let series = try rows.map { row -> Series in
            let text: String = try row.decode("series")
            let (first, last) = try (row.decode("first", as: Int.self), row.decode("last", as: Int.self))
            return Series(
                series: try NumberSeries(text),
                taken: last >= first ? SerialRun(first: first, last: last) : nil,
                reserved: try row.decode("reserved"),
                given: try row.decode("given"),
                void: try row.decode("void"),
                entered: try row.decode("entered"),
                gaps: gaps[text] ?? []
            )
        }
        return Findings(series: series, contradictions: try contradictions(filter, in: tx))
    }

    private func gaps(
        _ filter: NumberRegister.Filter,
        in tx: borrowing Transaction
    ) throws -> [String: [SerialRun]] {
        let (low, high) = filter.bounds
        let rows = try tx.query(
            """
            SELECT series, before + 1 AS first, serial - 1 AS last FROM (
                SELECT c.series, there.serial,
                    lag(there.serial) OVER (PARTITION BY c.series ORDER BY there.serial) AS before
                FROM certificate_counter AS c CROSS JOIN LATERAL (
                    SELECT c.first - 1 AS serial
                    UNION ALL SELECT l.serial FROM number_ledger AS l
                        WHERE l.series = c.series AND l.serial BETWEEN c.first AND c.last
                    UNION ALL SELECT c.last + 1
                ) AS there
                WHERE c.series COLLATE "C" >= \(low)::text AND c.series COLLATE "C" < \(high)::text AND c.last >= c.first
            ) AS steps WHERE serial - before > 1 ORDER BY series, serial
            """
        )
        let runs = try rows.map { row in
            (
                try row.decode("series", as: String.self),
                SerialRun(first: try row.decode("first"), last: try row.decode("last"))
            )
        }
        return Dictionary(grouping: runs, by: \.0).mapValues { $0.map(\.1) }
    }

    private func contradictions(
        _ filter: NumberRegister.Filter,
        in tx: borrowing Transaction
    ) throws -> [String] {
        let (low, high) = filter.bounds
        return try tx.query(
            """
            SELECT coalesce(l.number, c.number) AS number
            FROM (
                SELECT series || lpad(serial::text, 6, '0') AS number, certificate FROM number_ledger
                WHERE standing = 'given' AND source <> 'historic' AND series >= \(low)::text AND series < \(high)::text
            ) AS l FULL JOIN (
                SELECT id, number FROM certificate
                WHERE number COLLATE "C" >= \(low)::text AND number COLLATE "C" < \(high)::text
            ) AS c ON c.number = l.number AND c.id = l.certificate
            WHERE (l.number IS NULL OR c.number IS NULL)
              AND (\(filter.digits)::text IS NULL OR substr(coalesce(l.number, c.number), 14, 2) = \(filter.digits)::text)
            ORDER BY 1 LIMIT 100
            """
        ).map { try $0.decode("number") }
    }
}
