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
    let withdraw: WithdrawUploads
    let make = MakeRecord()

    /// Looks through some registrations; true where more wait.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let rows = try tx.query(
            """
            SELECT registration.id, registration.version, registration.state, seen.version AS seen FROM registration
            CROSS JOIN LATERAL (
                -- Whoever leaves takes a version along, and must not hide what another's says.
                SELECT registration.version * 100000 + coalesce(sum(certificate.version), 0)::int AS version
                FROM certificate WHERE certificate.registration = registration.id) AS seen
            LEFT JOIN upload_look ON upload_look.registration = registration.id
            WHERE (registration.stage = ANY(\(UploadMoment.forBothAudits.stages)::text[]) OR EXISTS (
                SELECT FROM certificate JOIN upload ON upload.certificate = certificate.id
                WHERE certificate.registration = registration.id))
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
        // Also what was left waiting while nothing was sent by itself, or was refused before that had an outcome.
        if settings.way == .http { try deliveries.add(store.stranded(1000, in: tx), in: tx) }
        return rows.count == Self.most
    }

    /// Queues what is due of a registration, which is locked, makes anew what says something else now, and takes back what may
    /// not be there.
    func look(
        _ registration: Stored<Registration>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let batch = registration.state.batch, let stage = registration.state.stage else { return }
        let moment = UploadMoment(of: batch.order)
        let existing = try store.load(of: registration.id, in: tx)
        let known = Dictionary(
            existing.compactMap { upload in upload.state.progress.map { ($0.subject.certificate, upload) } },
            uniquingKeysWith: { first, _ in first }
        )
        let records = try store.records(existing.map(\.id), in: tx)
        let withoutIssue = try store.withoutIssue(existing.map(\.id), in: tx)
        var wanted: [Wanted] = []
        var barred: [(upload: Stored<Upload>, reason: String)] = []
        for one in try certificates(of: registration.id, in: tx) {
            guard let at = one.certificate.state.stage else { continue }
            let upload = known[one.certificate.id]
            switch (moment.standing(of: at, in: stage, isTakenBack: batch.isTakenBack), upload) {
            case (.waits, _), (.barred, nil): continue
            case (.barred(let reason), .some(let upload)): barred.append((upload, reason))
            case (.due, nil): wanted.append((one.certificate, one.place, nil))
            case (.due, .some(let upload)):
                guard let progress = upload.state.progress else { continue }
                guard !Self.isAgain(progress, batch, moment) else {
                    wanted.append((one.certificate, one.place, nil))
                    continue
                }
                let record = records[upload.id]
                let told = withoutIssue.contains(upload.id) ? record?.issued(as: one.certificate.state) : record
                wanted.append((one.certificate, one.place, told))
            }
        }
        try withdraw(barred, because: cause, in: tx)
        _ = try queue(wanted, of: batch, known, because: cause, in: tx)
    }

    /// A certificate with its place, and the record that has to differ for it to be sent anew; nil sends it in any case.
    typealias Wanted = (certificate: Stored<Certificate>, place: Int, besides: ProvinceWire.Row?)

    /// Whether it is sent again though it says the same: it was handed in again after the province had turned it down, or was not
    /// to be there and may be again.
    private static func isAgain(_ progress: Upload.Progress, _ batch: Batch, _ moment: UploadMoment) -> Bool {
        switch progress.stage {
        case .shelved, .withdrawing, .withdrawalSent, .withdrawn, .withdrawalRefused: true
        case .rejected, .refused:
            progress.submissions.map { $0 < batch.submissions.count }
                ?? (moment != .afterIssue && batch.submissions.count > 1)
        case .queued, .resubmitted, .sent, .accepted, .visibleInProvince, .visibleNationally: false
        }
    }

    /// Makes the records of these certificates and lets them wait; gives their uploads.
    func queue(
        _ wanted: [Wanted],
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
        for (certificate, place, before) in wanted {
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
            // A number given here is told with the day of issue, once both are there.
            let late: Set<RecordItem> = certificate.state.issuedOn == nil ? [.certificateNumber] : []
            if let before, row.isSame(as: before, besides: late) { continue }
            let subject = Upload.Subject(
                certificate: certificate.id,
                person: holding.person,
                creditCode: holding.issuer.creditCode,
                determinedOn: batch.determinedOn
            )
            let number = (certificate.state.number ?? reserved[certificate.id])?.text
            let handedIn = batch.submissions.count
            if upload.state.progress == nil {
                try upload.handle(
                    .queue(subject, digest: row.digest, number: number, at: cause.now, submissions: handedIn)
                )
            } else {
                try upload.handle(.revise(digest: row.digest, number: number, at: cause.now, submissions: handedIn))
            }
            made.append((upload, row))
        }
        try store.insert(made.filter { $0.upload.version == 0 }, in: tx)
        let again = made.filter { $0.upload.version > 0 }
        let records = Dictionary(again.map { ($0.upload.id, $0.row) }, uniquingKeysWith: { first, _ in first })
        try store.save(again.map(\.upload), records: records, in: tx)
        try journal.append(made.map(\.upload), of: "upload", because: cause, in: tx)
        // What was being taken back is no more.
        try withdraw.drifts.resolve(.withdrawal, of: again.map(\.upload.id), because: cause, in: tx)
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
