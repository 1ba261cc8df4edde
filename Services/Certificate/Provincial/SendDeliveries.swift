import CertificateDomain
import Cryptography
import Foundation
import Kernel
import Messaging
import Metrics
import Postgres

/// Hands waiting records over: chosen in one transaction, sent in none, what was answered noted in another.
///
/// A process that dies in between has lost nothing and sent nothing twice to effect: the delivery is due again when its claim
/// runs out, and has the same id and the same bytes.
struct SendDeliveries {
    let store: UploadStore
    let deliveries = DeliveryStore()
    let parked = ParkedAnswers()
    let choosing: ChooseUploads
    let hear: HearReceipts
    let patience: Double

    /// How many are sent together.
    private static let most = 4

    /// Those that are due, with the records that may go now.
    func choose(at now: Date, in tx: borrowing Transaction) throws -> (places: [Parcel], more: Bool) {
        let claim = patience * 2 + 5
        let claimed = try deliveries.claim(Self.most, for: claim, in: tx)
        guard !claimed.isEmpty else { return ([], false) }
        let fit = try choosing(
            Array(Set(claimed.flatMap(\.uploads))),
            because: .system("provincial-connector", now: now),
            in: tx
        )
        let revisions = Dictionary(
            fit.compactMap { upload in upload.state.progress.map { (upload.id, $0.revision) } },
            uniquingKeysWith: { first, _ in first }
        )
        var parcels: [Parcel] = []
        for due in claimed {
            let uploads = due.uploads.filter { revisions[$0] != nil }
            guard !uploads.isEmpty else {
                _ = try deliveries.close(due.id, as: "replaced", in: tx)
                continue
            }
            let rows = try store.rows(uploads, in: tx)
            let digest = Digest.sha256Hex(Array(rows.joined(separator: [0x0A])))
            parcels.append(
                Parcel(
                    delivery: try deliveries.note(uploads, digest: digest, of: due, for: claim, in: tx),
                    rows: rows,
                    uploads: revisions.filter { uploads.contains($0.key) },
                    attempts: due.attempts,
                    now: due.now
                )
            )
        }
        return (parcels, claimed.count == Self.most)
    }

    /// What was answered to each.
    func note(
        _ heard: [(place: Parcel, sight: Heard<[ProvinceWire.Told?]>)],
        at now: Date,
        in tx: borrowing Transaction
    ) throws {
        CrashPoint.reach("province.before-note")
        let cause = Cause.system("provincial-connector", now: now)
        for (parcel, answer) in heard {
            switch answer {
            case .answered(let told): try take(told, of: parcel, because: cause, in: tx)
            case .failed(let trouble): try fail(trouble, parcel, because: cause, in: tx)
            }
        }
        CrashPoint.reach("province.noted")
    }

    private func take(
        _ told: [ProvinceWire.Told?],
        of parcel: Parcel,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard try deliveries.close(parcel.delivery, as: "answered", in: tx) else { return }
        let unreadable = told.count { $0 == nil }
        if unreadable > 0 {
            let trouble = ProvinceTrouble(kind: .unreadable, words: "\(unreadable) receipts of another shape")
            try parked.park(trouble, about: "delivery \(parcel.delivery.lowercase)", in: tx)
        }
        Counter(label: "province_sent_total").increment(by: parcel.uploads.count)
        try hear(told.compactMap { $0 }, from: .connector, sent: parcel.uploads, because: cause, in: tx)
    }

    private func fail(
        _ trouble: ProvinceTrouble,
        _ parcel: Parcel,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        Counter(label: "province_failed_total", dimensions: [("kind", trouble.kind.rawValue)]).increment()
        let about = "delivery \(parcel.delivery.lowercase)"
        try parked.park(trouble, about: about, in: tx)
        let words = "\(trouble.kind.rawValue): \(trouble.words)"
        guard !trouble.isOfRows else {
            guard try deliveries.close(parcel.delivery, as: "refused", trouble: words, in: tx) else { return }
            try refuse(parcel, trouble, because: cause, in: tx)
            return
        }
        let seconds = Patience.seconds(afterAttempt: parcel.attempts + 1, spread: Double.random(in: 0...1))
        try deliveries.retry(parcel.delivery, in: seconds, trouble: words, tx)
    }

    /// One record that the province does not take keeps no other from going: both halves are tried, down to the one.
    private func refuse(
        _ parcel: Parcel,
        _ trouble: ProvinceTrouble,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let ids = parcel.uploads.keys.sorted { $0.lowercase < $1.lowercase }
        guard ids.count == 1 else {
            try deliveries.add(ids, atOnce: (ids.count + 1) / 2, in: tx)
            return
        }
        _ = try RegistrationStore().load(store.registrations(of: ids, in: tx), in: tx)
        var uploads = try store.load(ids, in: tx)
        for index in uploads.indices where uploads[index].state.progress?.revision == parcel.uploads[uploads[index].id]
        {
            try uploads[index].handle(.refuse(reason: trouble.chinese, at: cause.now))
        }
        try store.save(uploads, in: tx)
        try hear.journal.append(uploads.filter { !$0.events.isEmpty }, of: "upload", because: cause, in: tx)
    }
}
