import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The ledger: one row for every number ever given, reserved, made void or entered.
///
/// Its rows are written by ``NumberBook``, which holds the series locked, and are never taken away.
struct NumberLedger {
    /// A number with whose it is.
    struct Entry: Hashable {
        let number: CertificateNumber
        var standing: NumberStanding
        let source: NumberSource
        var reason: String?
        let certificate: UUID?
        let registration: UUID?

        var series: String { NumberSeries(of: number).text }
    }

    /// Writes numbers that were not there before.
    func insert(_ entries: [Entry], on day: LocalDate, in tx: borrowing Transaction) throws {
        guard !entries.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO number_ledger (series, serial, standing, source, reason, certificate, registration, noted_on)
            SELECT *, \(day.description)::date FROM unnest(
                \(entries.map(\.series))::text[], \(entries.map(\.number.sequence))::int[],
                \(entries.map(\.standing.rawValue))::text[], \(entries.map(\.source.rawValue))::text[],
                \(entries.map(\.reason))::text[], \(entries.map(\.certificate))::uuid[],
                \(entries.map(\.registration))::uuid[])
            """
        )
    }

    /// Notes running numbers that nobody gets here.
    func passOver(_ run: SerialRun, of series: NumberSeries, on day: LocalDate, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO number_passed_over (series, first, last, noted_on)
            VALUES (\(series.text), \(run.first), \(run.last), \(day.description)::date)
            """
        )
    }

    /// Lets numbers stand differently from a day on.
    func set(
        _ numbers: [CertificateNumber],
        to standing: NumberStanding,
        because reason: VoidReason? = nil,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws {
        guard !numbers.isEmpty else { return }
        try tx.execute(
            """
            UPDATE number_ledger SET standing = \(standing.rawValue), reason = coalesce(\(reason?.rawValue)::text, reason),
                noted_on = \(day.description)::date
            FROM unnest(\(numbers.map { NumberSeries(of: $0).text })::text[], \(numbers.map(\.sequence))::int[])
                AS t (series, serial)
            WHERE number_ledger.series = t.series AND number_ledger.serial = t.serial
            """
        )
    }

    /// What there is of these numbers.
    func find(_ numbers: [CertificateNumber], in tx: borrowing Transaction) throws -> [CertificateNumber: Entry] {
        let rows = try tx.query(
            """
            SELECT l.* FROM number_ledger AS l
            JOIN unnest(\(numbers.map { NumberSeries(of: $0).text })::text[], \(numbers.map(\.sequence))::int[])
                AS t (series, serial) ON l.series = t.series AND l.serial = t.serial
            """
        )
        return Dictionary(try rows.map(Self.entry).map { ($0.number, $0) }) { first, _ in first }
    }

    /// The running numbers above one that came from elsewhere.
    func occupied(_ series: NumberSeries, above last: Int, in tx: borrowing Transaction) throws -> Set<Int> {
        let rows = try tx.query(
            "SELECT serial FROM number_ledger WHERE series = \(series.text) AND serial > \(last)"
        )
        return Set(try rows.map { try $0.decode("serial", as: Int.self) })
    }

    /// The numbers reserved for certificates of a registration, by certificate; whoever left it took theirs along.
    func reserved(of registration: UUID, in tx: borrowing Transaction) throws -> [UUID: CertificateNumber] {
        let rows = try tx.query(
            """
            SELECT l.* FROM certificate AS c JOIN number_ledger AS l ON l.certificate = c.id
            WHERE c.registration = \(registration) AND l.standing = 'reserved'
            """
        )
        let entries = try rows.map(Self.entry)
        return Dictionary(entries.compactMap { entry in entry.certificate.map { ($0, entry.number) } }) { $1 }
    }

    static func entry(_ row: Row) throws -> Entry {
        let series = try NumberSeries(row.decode("series", as: String.self))
        guard let standing = try NumberStanding(rawValue: row.decode("standing", as: String.self)),
            let source = try NumberSource(rawValue: row.decode("source", as: String.self))
        else { throw NotFound("number") }
        return Entry(
            number: try series.number(row.decode("serial", as: Int.self)),
            standing: standing,
            source: source,
            reason: try row.decode("reason"),
            certificate: try row.decode("certificate"),
            registration: try row.decode("registration")
        )
    }
}
