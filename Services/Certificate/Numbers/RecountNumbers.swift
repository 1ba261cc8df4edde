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
        /// Running numbers passed over because the scheme in force began its range above them.
        let passedOver: [SerialRun]
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
        let (gaps, passedOver) = (try gaps(filter, in: tx), try passedOver(filter, in: tx))
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
                passedOver: passedOver[text] ?? [],
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
                SELECT c.series, there.serial, max(there.through) OVER (
                    PARTITION BY c.series ORDER BY there.serial ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
                FROM certificate_counter AS c CROSS JOIN LATERAL (
                    SELECT c.first - 1 AS serial, c.first - 1 AS through
                    UNION ALL SELECT l.serial, l.serial FROM number_ledger AS l
                        WHERE l.series = c.series AND l.serial BETWEEN c.first AND c.last
                    UNION ALL SELECT p.first, p.last FROM number_passed_over AS p WHERE p.series = c.series
                    UNION ALL SELECT c.last + 1, c.last + 1
                ) AS there
                WHERE c.series COLLATE "C" >= \(low)::text AND c.series COLLATE "C" < \(high)::text AND c.last >= c.first
            ) AS steps WHERE serial - before > 1 ORDER BY series, serial
            """
        )
        return try Self.runs(rows)
    }

    private func passedOver(
        _ filter: NumberRegister.Filter,
        in tx: borrowing Transaction
    ) throws -> [String: [SerialRun]] {
        let (low, high) = filter.bounds
        return try Self.runs(
            tx.query(
                """
                SELECT series, first, last FROM number_passed_over
                WHERE series COLLATE "C" >= \(low)::text AND series COLLATE "C" < \(high)::text ORDER BY series, first
                """
            )
        )
    }

    private static func runs(_ rows: Rows) throws -> [String: [SerialRun]] {
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
