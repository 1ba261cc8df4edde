import CertificateDomain
import Foundation
import Messaging
import Postgres

/// Asks what the province has said since it was last asked.
struct AskReceipts {
    let parked = ParkedAnswers()
    let hear: HearReceipts
    let patience: Double
    let rhythm: Double

    /// Where it was left off.
    struct Place: Sendable {
        let after: Int
        let failures: Int
        let now: Date
    }

    /// The place, where it is time to ask; one replica asks.
    func choose(in tx: borrowing Transaction) throws -> [Place] {
        try tx.query(
            """
            UPDATE province_cursor SET due_at = clock_timestamp() + make_interval(secs => \(patience * 2 + 5))
            FROM (
                SELECT single FROM province_cursor WHERE due_at <= clock_timestamp() FOR UPDATE SKIP LOCKED
            ) AS due
            WHERE province_cursor.single = due.single
            RETURNING after, failures, clock_timestamp() AS now
            """
        ).map { try Place(after: $0.decode("after"), failures: $0.decode("failures"), now: $0.decode("now")) }
    }

    /// What was answered.
    func note(
        _ heard: [(place: Place, sight: Heard<ProvinceWire.ReceiptPage>)],
        at now: Date,
        in tx: borrowing Transaction
    ) throws {
        for (place, answer) in heard {
            switch answer {
            case .failed(let trouble):
                try parked.park(trouble, about: "receipts after \(place.after)", in: tx)
                let seconds = Patience.seconds(afterAttempt: place.failures + 1, spread: Double.random(in: 0...1))
                try move(from: place.after, to: place.after, failures: place.failures + 1, due: seconds, in: tx)
            case .answered(let page):
                try take(page, place, at: now, in: tx)
            }
        }
    }

    private func take(
        _ page: ProvinceWire.ReceiptPage,
        _ place: Place,
        at now: Date,
        in tx: borrowing Transaction
    ) throws {
        let told = page.items.compactMap(\.value)
        if told.count < page.items.count {
            let words = "\(page.items.count - told.count) receipts of another shape"
            let trouble = ProvinceTrouble(kind: .unreadable, words: words)
            try parked.park(trouble, about: "receipts after \(place.after)", in: tx)
        }
        // A page that leads back would be asked for for ever.
        let next = max(place.after, page.next)
        let hasMore = page.more && next > place.after
        guard try move(from: place.after, to: next, failures: 0, due: hasMore ? 0 : rhythm, in: tx) else { return }
        try hear(told, from: .connector, because: .system("provincial-connector", now: now), in: tx)
    }

    @discardableResult
    private func move(
        from place: Int,
        to next: Int,
        failures: Int,
        due seconds: Double,
        in tx: borrowing Transaction
    ) throws -> Bool {
        try tx.execute(
            """
            UPDATE province_cursor SET after = \(next), failures = \(failures),
                due_at = clock_timestamp() + make_interval(secs => \(seconds))
            WHERE after = \(place)
            """
        ) == 1
    }
}
