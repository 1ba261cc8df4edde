import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Keeps which certificates were issued and how they stand, and who is appointed on them.
enum HearCertificates {
    /// Certificates that were issued.
    static func issued(_ facts: [Received<CertificateIssued>], in tx: borrowing Transaction) throws {
        let rows = HearRounds.newest(facts, by: \.certificate)
        try tx.execute(
            """
            INSERT INTO heard_certificate AS old
                (certificate, determination, holder, holder_name, number, issued_on, status, heard)
            SELECT certificate, determination, holder, name, number, day, 'valid', heard FROM unnest(
                \(rows.map(\.message.certificate))::uuid[], \(rows.map(\.message.determination))::uuid[],
                \(rows.map(\.message.holder))::uuid[], \(rows.map(\.message.holderName))::text[],
                \(rows.map(\.message.number))::text[], \(rows.map(\.message.issuedOn.description))::text[]::date[],
                \(rows.map(\.envelope.sequence))::int[]
            ) AS new (certificate, determination, holder, name, number, day, heard)
            ON CONFLICT (certificate) DO UPDATE SET determination = excluded.determination,
                holder_name = excluded.holder_name, issued_on = excluded.issued_on,
                heard = GREATEST(old.heard, excluded.heard)
            """
        )
    }

    /// Certificates whose status is another.
    static func changed(_ facts: [Received<CertificateStatusChanged>], in tx: borrowing Transaction) throws {
        let rows = HearRounds.newest(facts, by: \.certificate)
        try tx.execute(
            """
            INSERT INTO heard_certificate AS old (certificate, holder, number, status, heard)
            SELECT * FROM unnest(
                \(rows.map(\.message.certificate))::uuid[], \(rows.map(\.message.holder))::uuid[],
                \(rows.map(\.message.number))::text[], \(rows.map(\.message.status.rawValue))::text[],
                \(rows.map(\.envelope.sequence))::int[])
            ON CONFLICT (certificate) DO UPDATE SET status = excluded.status, heard = excluded.heard
            WHERE old.heard < excluded.heard
            """
        )
    }

    /// Appointments that were made.
    static func appointed(_ facts: [Received<Appointed>], in tx: borrowing Transaction) throws {
        let rows = HearRounds.newest(facts, by: \.appointment)
        try tx.execute(
            """
            INSERT INTO heard_appointment (appointment, certificate, appointee, valid_from, through, is_ended, heard)
            SELECT appointment, certificate, appointee, day, through, false, heard FROM unnest(
                \(rows.map(\.message.appointment))::uuid[], \(rows.map(\.message.certificate))::uuid[],
                \(rows.map(\.message.appointee))::uuid[], \(rows.map(\.message.from.description))::text[]::date[],
                \(rows.map(\.message.through.description))::text[]::date[], \(rows.map(\.envelope.sequence))::int[]
            ) AS new (appointment, certificate, appointee, day, through, heard)
            ON CONFLICT (appointment) DO UPDATE SET valid_from = excluded.valid_from
            """
        )
    }

    /// Appointments that are over.
    static func ended(_ facts: [Received<AppointmentEnded>], in tx: borrowing Transaction) throws {
        let rows = HearRounds.newest(facts, by: \.appointment)
        try tx.execute(
            """
            INSERT INTO heard_appointment (appointment, certificate, appointee, through, is_ended, heard)
            SELECT appointment, certificate, appointee, day, true, heard FROM unnest(
                \(rows.map(\.message.appointment))::uuid[], \(rows.map(\.message.certificate))::uuid[],
                \(rows.map(\.message.appointee))::uuid[], \(rows.map(\.message.on.description))::text[]::date[],
                \(rows.map(\.envelope.sequence))::int[]
            ) AS new (appointment, certificate, appointee, day, heard)
            ON CONFLICT (appointment) DO UPDATE SET through = excluded.through, is_ended = true, heard = excluded.heard
            """
        )
    }
}
