import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Which filing a determination was made under, and which certificates are out of force.
struct FilingLinks {
    /// Keeps the filings of determinations.
    func keep(_ lists: [ListApproved], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO determination_filing (determination, filing)
            SELECT * FROM unnest(\(lists.map(\.determination))::uuid[], \(lists.map(\.filing))::uuid[])
            ON CONFLICT (determination) DO NOTHING
            """
        )
    }

    /// Keeps the status of certificates as it was told last.
    ///
    /// A reaction to facts: total. The holders are locked, so that nobody is appointed meanwhile.
    func note(_ facts: [Received<CertificateStatusChanged>], in tx: borrowing Transaction) throws {
        let sorted = facts.sorted { $0.envelope.sequence < $1.envelope.sequence }
        let last = Array(Dictionary(sorted.map { ($0.message.certificate, $0) }) { $1 }.values)
        try tx.execute(
            "SELECT id FROM holder WHERE certificate = ANY (\(last.map(\.message.certificate))) ORDER BY id FOR UPDATE"
        )
        try tx.execute(
            """
            INSERT INTO certificate_status AS old (certificate, is_suspended, heard)
            SELECT * FROM unnest(
                \(last.map(\.message.certificate))::uuid[], \(last.map { $0.message.status != .valid })::bool[],
                \(last.map(\.envelope.sequence))::int[])
            ON CONFLICT (certificate) DO UPDATE SET is_suspended = excluded.is_suspended, heard = excluded.heard
            WHERE old.heard < excluded.heard
            """
        )
    }

    /// Whether a certificate is out of force; asked after its holder is locked.
    func isSuspended(_ certificate: UUID, in tx: borrowing Transaction) throws -> Bool {
        try !suspended(among: [certificate], in: tx).isEmpty
    }

    /// Those of these certificates that are out of force.
    func suspended(among certificates: [UUID], in tx: borrowing Transaction) throws -> Set<UUID> {
        let rows = try tx.query(
            "SELECT certificate FROM certificate_status WHERE certificate = ANY (\(certificates)) AND is_suspended"
        )
        return Set(try rows.map { try $0.decode("certificate", as: UUID.self) })
    }

    /// Which of these appointments are to be looked at, because their filing is out of force and it was decided so.
    ///
    /// Of determinations heard before filings were kept only the enterprise is known: any of its filings counts.
    func flags(
        of appointments: [UUID],
        today: LocalDate,
        in tx: borrowing Transaction
    ) throws -> [UUID: AppointmentView.Flag] {
        let rows = try tx.query(
            """
            SELECT appointment.id, said.standing ->> 'state' AS state
            FROM appointment
            JOIN holder ON holder.certificate = appointment.certificate
            LEFT JOIN determination_filing AS link ON link.determination = holder.determination
            JOIN filing_standing AS said
                ON said.filing = link.filing
                OR (link.filing IS NULL AND said.standing ->> 'kind' = 'special'
                    AND said.standing #>> '{filer,creditCode}' = appointment.credit_code)
            WHERE appointment.id = ANY (\(appointments)) AND said.standing #>> '{effects,appointments}' = 'flag'
            """
        )
        var flags: [UUID: AppointmentView.Flag] = [:]
        for row in rows {
            let (id, state): (UUID, String) = (try row.decode("id"), try row.decode("state"))
            let isCancelled = state == FilingStanding.State.cancelled.rawValue
            if isCancelled || flags[id] == nil { flags[id] = isCancelled ? .filingCancelled : .filingSuspended }
        }
        let suspended = try tx.query(
            """
            SELECT appointment.id FROM appointment JOIN certificate_status AS status USING (certificate)
            WHERE appointment.id = ANY (\(appointments)) AND status.is_suspended
              AND (NOT appointment.is_ended OR appointment.last_day >= \(today.description)::text::date)
            """
        )
        for row in suspended {
            let id: UUID = try row.decode("id")
            if flags[id] == nil { flags[id] = .certificateSuspended }
        }
        return flags
    }
}

/// The certificate is out of force.
struct CertificateSuspended: Rejection, Hashable {
    var code: String { "compensation.certificate-suspended" }
}
