import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The running numbers of series, each locked by whoever takes, voids or enters numbers of it.
///
/// The row stays locked until the transaction ends: another taker waits, and what is rolled back was never taken. Who needs
/// several series locks them in the order of their text.
struct CounterStore {
    /// A series, locked; one nobody has taken from yet is opened.
    func load(_ series: NumberSeries, in tx: borrowing Transaction) throws -> Stored<RunningNumbers> {
        try tx.execute(
            """
            INSERT INTO certificate_counter (id, series, agency_code, year, level, last)
            VALUES (\(NewID.v7()), \(series.text), \(series.agency.text), \(series.year), \(String(series.level)), 0)
            ON CONFLICT DO NOTHING
            """
        )
        let rows = try tx.query(
            "SELECT id, first, last, version FROM certificate_counter WHERE series = \(series.text) FOR UPDATE"
        )
        guard let row = rows.first else { throw NotFound("series") }
        let (version, first, last) = try (
            row.decode("version", as: Int.self), row.decode("first", as: Int.self), row.decode("last", as: Int.self)
        )
        return Stored(
            id: try row.decode("id"),
            version: version,
            state: version == 0 && last == 0 ? .unopened : .open(series: series, first: first, last: last)
        )
    }

    /// Writes what was decided about a series loaded before.
    func save(_ changed: Stored<RunningNumbers>, in tx: borrowing Transaction) throws {
        guard case .open(_, let first, let last) = changed.state, !changed.events.isEmpty else { return }
        let saved = try tx.execute(
            """
            UPDATE certificate_counter SET first = \(first), last = \(last), version = \(changed.newVersion)
            WHERE id = \(changed.id) AND version = \(changed.version)
            """
        )
        try RegistrationStore.require(saved, of: [changed])
    }
}
