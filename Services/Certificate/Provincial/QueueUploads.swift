import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Finds the persons whose records are to be uploaded, by the procedure their registration follows.
///
/// Registrations say nothing to it: each version of one and of its certificates is looked through once, so that no step can forget it.
struct QueueUploads {
    /// How many registrations are looked through at once.
    private static let most = 4

    let store: UploadStore
    let deliveries = DeliveryStore()
    let identities = IdentityStore()
    let filings = FiledAgencyStore()
    let vault: IdentityVault
    let journal: Journal
    let settings: ProvinceSettings
    let make = MakeRecord()

    /// Looks through some registrations; true where more wait.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let rows = try tx.query(
            """
            SELECT registration.id, registration.version, registration.state, seen.version AS seen FROM registration
            CROSS JOIN LATERAL (
                SELECT registration.version + coalesce(sum(certificate.version), 0)::int AS version
                FROM certificate WHERE certificate.registration = registration.id) AS seen
            LEFT JOIN upload_look ON upload_look.registration = registration.id
            WHERE registration.stage = ANY(\(UploadMoment.forBothAudits.stages)::text[])
              AND upload_look.version IS DISTINCT FROM seen.version
            ORDER BY registration.id LIMIT \(Self.most) FOR UPDATE OF registration SKIP LOCKED
            """
        )
        let cause = Cause.system("provincial-connector", now: now)
        for row in rows {
            let registration: Stored<Registration> = try RegistrationStore.stored(row)
            try look(registration, because: cause, in: tx)
            try tx.execute(
                """
                INSERT INTO upload_look (registration, version) VALUES (\(registration.id), \(try row.decode("seen", as: Int.self)))
                ON CONFLICT (registration) DO UPDATE SET version = excluded.version
                """
            )
        }
        return rows.count == Self.most
    }

    private func look(
        _ registration: Stored<Registration>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let batch = registration.state.batch, let stage = registration.state.stage else { return }
        let moment = UploadMoment(of: batch.order)
        guard moment.stages.contains(stage.rawValue) else { return }
        let existing = try store.load(of: registration.id, in: tx)
        let known = Dictionary(
            existing.compactMap { upload in upload.state.progress.map { ($0.subject.certificate, upload) } },
            uniquingKeysWith: { first, _ in first }
        )
        let wanted = try certificates(of: registration.id, in: tx).filter { one in
            guard let stage = one.certificate.state.stage, moment.takes(stage) else { return false }
            guard let before = known[one.certificate.id]?.state.progress?.stage else { return true }
            // Handed in again after the province rejected it; what was issued is sent again on an officer's word alone.
            return before == .rejected && moment != .afterIssue
        }
        _ = try queue(wanted, of: batch, known, because: cause, in: tx)
    }

    /// Makes the records of these certificates and lets them wait; gives their uploads.
    func queue(
        _ wanted: [(certificate: Stored<Certificate>, place: Int)],
        of batch: Batch,
        _ known: [UUID: Stored<Upload>],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [Stored<Upload>] {
        guard let registration = wanted.first?.certificate.state.holding?.registration else { return [] }
        let documents = try identities.load(of: registration, in: tx)
        let reserved = try NumberLedger().reserved(of: registration, in: tx)
        let receiptNumber = try filings.find(batch.filing, in: tx)?.receiptNumber
        var made: [UploadStore.Made] = []
        for (certificate, place) in wanted {
            guard let holding = certificate.state.holding else { continue }
            var upload = known[certificate.id] ?? Stored<Upload>(new: NewID.v7())
            let row = make(
                .init(
                    upload: upload.id,
                    revision: (upload.state.progress?.revision ?? 0) + 1,
                    certificate: certificate.state,
                    number: certificate.state.number ?? reserved[certificate.id],
                    batch: batch,
                    place: place,
                    identity: try documents[certificate.id].map { try vault.open($0, for: certificate.id) },
                    receiptNumber: receiptNumber
                )
            )
            guard let row else { continue }
            let subject = Upload.Subject(
                certificate: certificate.id,
                person: holding.person,
                creditCode: holding.issuer.creditCode,
                determinedOn: batch.determinedOn
            )
            let number = (certificate.state.number ?? reserved[certificate.id])?.text
            try upload.handle(.queue(subject, digest: row.digest, number: number, at: cause.now))
            made.append((upload, row))
        }
        try store.insert(made.filter { $0.upload.version == 0 }, in: tx)
        let again = made.filter { $0.upload.version > 0 }
        let records = Dictionary(again.map { ($0.upload.id, $0.row) }, uniquingKeysWith: { first, _ in first })
        try store.save(again.map(\.upload), records: records, in: tx)
        try journal.append(made.map(\.upload), of: "upload", because: cause, in: tx)
        if settings.way == .http { try deliveries.add(made.map(\.upload.id), in: tx) }
        return made.map(\.upload)
    }

    /// The certificates of a registration, which is locked, with their places in the list.
    func certificates(
        of registration: UUID,
        in tx: borrowing Transaction
    ) throws -> [(certificate: Stored<Certificate>, place: Int)] {
        try tx.query(
            "SELECT id, version, state, place FROM certificate WHERE registration = \(registration) ORDER BY place"
        ).map { try (RegistrationStore.stored($0), $0.decode("place")) }
    }
}
