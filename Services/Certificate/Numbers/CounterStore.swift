import CertificateDomain
import Kernel
import Postgres

/// The counters that certificate numbers come from.
struct CounterStore {
    /// Takes the next numbers of a series, in order.
    ///
    /// The counter's row stays locked until the transaction ends: another taker waits, and what is rolled back was never taken.
    func take(_ count: Int, of series: NumberSeries, in tx: borrowing Transaction) throws -> [CertificateNumber] {
        guard count > 0 else { return [] }
        let rows = try tx.query(
            """
            INSERT INTO certificate_counter AS counter (agency_code, year, level, last)
            VALUES (\(series.agency.text), \(series.year), \(String(series.level)), \(count))
            ON CONFLICT (agency_code, year, level) DO UPDATE SET last = counter.last + excluded.last
            RETURNING last
            """
        )
        guard let last = try rows.first?.decode("last", as: Int.self) else { return [] }
        return try series.numbers(count, through: last)
    }
}
