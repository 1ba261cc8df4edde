import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// What follows for a registration from what the province has said of all its persons: audits are recorded, persons
/// returned, numbers taken.
struct ActOnReceipts {
    let store: UploadStore
    let audit: AuditRegistration
    let numbers: TakeProvincialNumbers
    let certificates = CertificateRegister()
    let drifts: DriftStore
    let journal: Journal

    /// Acts on registrations, which are locked; where their time has not come, nothing happens.
    func callAsFunction(
        on registrations: [Stored<Registration>],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        for registration in registrations {
            guard let batch = registration.state.batch else { continue }
            let uploads = try store.load(of: registration.id, in: tx)
            let audited = try recordAudits(registration, batch, uploads, because: cause, in: tx)
            try takeNumbers(audited, batch, uploads, because: cause, in: tx)
        }
    }

    /// Takes numbers that were told before they could be taken: before the last audit, while a name was held or a filing out of
    /// force; and lets a batch go on that waited for nobody but whom it is without now.
    func takeLate(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let away = Upload.Stage.allCases.filter(\.isAway).map(\.rawValue)
        let decided = Upload.Stage.allCases.filter { $0.isTaken || $0 == .rejected }.map(\.rawValue)
        let rows = try tx.query(
            """
            SELECT id, version, state FROM registration WHERE id IN (
                SELECT certificate.registration FROM upload JOIN certificate ON certificate.id = upload.certificate
                WHERE certificate.stage = 'prepared' AND certificate.number IS NULL AND upload.number IS NOT NULL
                UNION
                SELECT certificate.registration FROM upload JOIN certificate ON certificate.id = upload.certificate
                JOIN registration AS waiting ON waiting.id = certificate.registration
                WHERE waiting.stage IN ('submitted', 'municipally-audited')
                GROUP BY certificate.registration
                HAVING bool_or(upload.stage = ANY(\(away)::text[])) AND bool_and(
                    upload.stage = ANY(\(away + decided)::text[])))
            ORDER BY id LIMIT 50 FOR UPDATE SKIP LOCKED
            """
        )
        try self(on: rows.map(RegistrationStore.stored), because: .system("provincial-connector", now: now), in: tx)
        return false
    }

    /// The audits that the province has made, where the procedure has them made there and everybody is decided.
    private func recordAudits(
        _ registration: Stored<Registration>,
        _ batch: Batch,
        _ uploads: [Stored<Upload>],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Registration> {
        let progress = uploads.compactMap(\.state.progress)
        let persons = Set(batch.persons)
        // Whoever may not be there for the time being keeps no other from going on.
        let decided = progress.filter { persons.contains($0.subject.person) && !$0.stage.isAway }
        guard !decided.isEmpty, decided.allSatisfy({ $0.stage.isTaken || $0.stage == .rejected }) else {
            return registration
        }
        let waiting = try withoutUpload(registration.id, decided, in: tx)
        guard waiting == 0 else { return registration }
        var findings = decided.filter { $0.stage == .rejected }.map { rejected in
            Registration.Correction.Finding(
                person: rejected.subject.person,
                field: nil,
                reason: rejected.reason ?? "省系统退回,未说明原因"
            )
        }
        let everybody = findings.count == decided.count
        var registration = registration
        for office in Registration.Office.allCases where batch.order.place(of: office) == .recorded {
            guard turn(registration.state) == office else { continue }
            let told = decided.compactMap { $0.trail.last }.map { LocalDate(in: $0.at) }.max()
            // An audit lies neither before what it is of was handed in nor in the future, whatever clock said when.
            let day = min(cause.today, max(told ?? cause.today, batch.submissions.last?.on ?? .earliest))
            let found = AuditRegistration.Found(
                office: office,
                outcome: everybody ? .returned : .passed,
                reason: findings.isEmpty ? "" : "省系统退回",
                persons: findings,
                recorded: .init(reference: Self.reference(uploads), on: day)
            )
            do {
                // All of it or nothing: numbers may have run out when persons were set apart already.
                let audited = try tx.provisionally { tx in
                    (value: try audit(registration, found: found, because: cause, in: tx), isKept: true)
                }
                registration = Stored(id: audited.id, version: audited.newVersion, state: audited.state)
            } catch let rejection as any Rejection {
                // A fact cannot be refused: what does not fit is looked into by a person.
                try drifts.note(
                    [
                        .init(
                            .contradiction,
                            of: registration.id,
                            creditCode: batch.issuer.creditCode,
                            field: "audit",
                            ours: rejection.code,
                            theirs: found.outcome.rawValue,
                            at: cause.now
                        )
                    ],
                    because: cause,
                    in: tx
                )
                return registration
            }
            if everybody { break }
            // They go their own way now, and the next office has nothing to say of them.
            findings = []
        }
        return registration
    }

    /// How many persons of the batch that may go on have not been uploaded yet.
    private func withoutUpload(
        _ registration: UUID,
        _ decided: [Upload.Progress],
        in tx: borrowing Transaction
    ) throws -> Int {
        let known = decided.map(\.subject.person)
        let rows = try tx.query(
            """
            SELECT count(*) AS n FROM certificate
            WHERE registration = \(registration) AND stage IN ('prepared', 'numbered')
              AND person <> ALL(\(known)::uuid[])
            """
        )
        return try rows.first?.decode("n") ?? 0
    }

    private func turn(_ registration: Registration) -> Registration.Office? {
        switch registration.stage {
        case .submitted: .municipal
        case .municipallyAudited: .provincial
        default: nil
        }
    }

    private static func reference(_ uploads: [Stored<Upload>]) -> String {
        "上传 " + String((uploads.map(\.id.lowercase).min() ?? "").prefix(13))
    }

    /// Hands over the numbers that came with receipts; what cannot be taken is looked into by a person.
    private func takeNumbers(
        _ registration: Stored<Registration>,
        _ batch: Batch,
        _ uploads: [Stored<Upload>],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard batch.order.numbers == .province, turn(registration.state) == nil else { return }
        let given = Dictionary(
            try certificates.list(of: registration.id, in: tx).map { ($0.id, $0.state.number?.text) },
            uniquingKeysWith: { first, _ in first }
        )
        var told: [UUID: (upload: UUID, number: ProvincialNumber)] = [:]
        for upload in uploads {
            guard let progress = upload.state.progress, let text = progress.number else { continue }
            let certificate = progress.subject.certificate
            guard let now = given[certificate], now != text else { continue }
            let day = progress.trail.last { $0.stage.isTaken }.map { LocalDate(in: $0.at) } ?? cause.today
            told[certificate] = (upload.id, ProvincialNumber(text: text, on: min(day, cause.today)))
        }
        guard !told.isEmpty else {
            // Whoever was set apart with a number goes on with it.
            var registration = registration
            try numbers.settle(&registration, because: cause, in: tx)
            return
        }
        let outcomes = try numbers(told.mapValues(\.number), of: registration.id, because: cause, in: tx)
        let findings = outcomes.compactMap { certificate, outcome -> Drift.Finding? in
            guard case .refused(let refusal) = outcome, refusal != .notAudited, let one = told[certificate] else {
                return nil
            }
            return .init(
                .number,
                of: one.upload,
                creditCode: batch.issuer.creditCode,
                field: refusal.code,
                ours: given[certificate].flatMap { $0 } ?? "",
                theirs: String(one.number.text.prefix(40)),
                at: cause.now
            )
        }
        try drifts.note(findings.sorted { $0.key < $1.key }, because: cause, in: tx)
        let taken = told.filter { outcomes[$0.key] == .taken }.map(\.value.upload)
        try drifts.resolve(.number, of: taken.sorted { $0.lowercase < $1.lowercase }, because: cause, in: tx)
        try doubt(uploads, outcomes, because: cause, in: tx)
    }

    /// Notes of wrong numbers that they are, so that the next one told replaces them.
    private func doubt(
        _ uploads: [Stored<Upload>],
        _ outcomes: [UUID: TakeProvincialNumbers.Outcome],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        var doubted: [Stored<Upload>] = []
        for var upload in uploads {
            guard let progress = upload.state.progress, let number = progress.number,
                case .refused(let refusal) = outcomes[progress.subject.certificate], refusal.isWrong
            else { continue }
            try upload.handle(.doubt(number: number, code: refusal.code))
            if !upload.events.isEmpty { doubted.append(upload) }
        }
        try store.save(doubted, in: tx)
        try journal.append(doubted, of: "upload", because: cause, in: tx)
    }

    /// Takes the number an officer decided to be right for an upload; the one it bore before stays on record, and is void where it
    /// was given.
    ///
    /// The province gave it on a day of the number's own year: today, or when it told of this person, be that before New Year.
    ///
    /// - Throws: `ProvincialNumber.Refusal` where it cannot be taken, `NotFound`.
    func decide(
        _ number: String,
        of id: UUID,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let registration = try store.registrations(of: [id], in: tx).first else { throw NotFound("upload") }
        _ = try numbers.registrations.load([registration], in: tx)
        guard var upload = try store.load([id], in: tx).first, let progress = upload.state.progress else {
            throw NotFound("upload")
        }
        try upload.handle(.renumber(number, by: cause.actor, reason: reason, at: cause.now))
        let told = progress.trail.filter(\.stage.isTaken).map { min(LocalDate(in: $0.at), cause.today) }
        let days: [LocalDate] = [cause.today] + told.reversed()
        let year = (try? CertificateNumber(number))?.year
        let given = ProvincialNumber(text: number, on: days.first { $0.year == year } ?? cause.today)
        let certificate = progress.subject.certificate
        let outcomes = try numbers(
            [certificate: given],
            of: registration,
            replacing: true,
            because: cause,
            in: tx
        )
        // Under a filing out of force nothing is decided by half; what waits for an audit or an objection is taken later by itself.
        if case .refused(let refusal) = outcomes[certificate], !refusal.isForNow || refusal == .frozen { throw refusal }
        try store.save([upload], in: tx)
        try journal.append([upload].filter { !$0.events.isEmpty }, of: "upload", because: cause, in: tx)
    }
}
