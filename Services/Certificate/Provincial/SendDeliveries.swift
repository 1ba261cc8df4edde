import CertificateDomain
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
    let hear: HearReceipts
    let patience: Double

    /// How many are sent together.
    private static let most = 4

    /// Those that are due.
    func choose(in tx: borrowing Transaction) throws -> (places: [Parcel], more: Bool) {
        let claimed = try deliveries.claim(Self.most, for: patience * 2 + 5, in: tx)
        let parcels = try claimed.map { delivery in
            Parcel(
                delivery: delivery.id,
                rows: try store.rows(delivery.uploads, in: tx),
                uploads: delivery.uploads,
                attempts: delivery.attempts,
                now: delivery.now
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
            case .failed(let trouble): try fail(trouble, parcel, in: tx)
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

    private func fail(_ trouble: ProvinceTrouble, _ parcel: Parcel, in tx: borrowing Transaction) throws {
        Counter(label: "province_failed_total", dimensions: [("kind", trouble.kind.rawValue)]).increment()
        let about = "delivery \(parcel.delivery.lowercase)"
        try parked.park(trouble, about: about, in: tx)
        let words = "\(trouble.kind.rawValue): \(trouble.words)"
        guard trouble.kind != .refused else {
            _ = try deliveries.close(parcel.delivery, as: "refused", trouble: words, in: tx)
            return
        }
        let seconds = Patience.seconds(afterAttempt: parcel.attempts + 1, spread: Double.random(in: 0...1))
        try deliveries.retry(parcel.delivery, in: seconds, trouble: words, tx)
    }
}
