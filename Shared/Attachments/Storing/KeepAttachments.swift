import Foundation
import Kernel
import Logging
import Messaging
import Postgres

extension AttachmentStore {
    /// How many files a tick takes.
    private static let batch = 100

    /// What comes back in a fixed rhythm; a service adds it to its own subscriptions.
    ///
    /// Files that wait are shown to the scanner, uploads nobody went on with for 24 hours and files whose time is over lose
    /// their bytes. Every replica does so, each with other files.
    package var subscriptions: [Subscription] {
        [
            .every(.seconds(2), "scan attachments") { now, tx in try scanNext(now: now, in: tx) },
            .every(.seconds(60), "discard attachments") { now, tx in try discardDue(now: now, in: tx) },
        ]
    }

    /// Shows one waiting file to the scanner; true where another may wait.
    func scanNext(now: Date, in tx: borrowing Transaction) throws -> Bool {
        let waiting = try rows.select(
            where: """
                phase = 'scanning' AND scan_after <= clock_timestamp() ORDER BY scan_after LIMIT 1
                FOR UPDATE SKIP LOCKED
                """,
            in: tx
        ).first
        guard var record = waiting else { return false }
        let cause = Cause.system("attachments", now: now)
        let until = purposes[record.purpose]?.retention(from: now)
        guard let scanner else {
            // The scanner was taken out of service while the file waited.
            try record.stored.handle(.pass(retainUntil: until))
            try save(record, because: cause, in: tx)
            return true
        }
        let verdict: ScanVerdict
        do {
            verdict = try chunks.withContent(of: record, in: tx) { read in
                try scanner.scan(size: record.size, read: read)
            }
        } catch let failure where !(failure is PostgresError) {
            // Also a file that cannot be read: it must not keep those behind it from their scan.
            logger.warning(
                "a file waits for its scanner",
                metadata: ["attachment": "\(record.id.lowercase)", "why": "\(failure)"]
            )
            try tx.execute(
                """
                UPDATE attachment SET scan = \("waiting: \(failure)"),
                    scan_after = clock_timestamp() + interval '10 seconds'
                WHERE id = \(record.id)
                """
            )
            return true
        }
        switch verdict {
        case .clean:
            record.scan = "clean"
            try record.stored.handle(.pass(retainUntil: until))
        case .infected(let name):
            record.scan = "infected: \(name)"
            try record.stored.handle(.reject(AttachmentRefusal.infected(name).code))
        }
        try save(record, because: cause, in: tx)
        return true
    }

    /// Lets bytes go whose time is over; true where more may be due.
    func discardDue(now: Date, in tx: borrowing Transaction) throws -> Bool {
        let abandoned = try rows.select(
            where: """
                phase = 'open' AND created_at < clock_timestamp() - interval '24 hours'
                ORDER BY id LIMIT \(Self.batch) FOR UPDATE SKIP LOCKED
                """,
            in: tx
        )
        let expired = try rows.select(
            where: """
                phase = 'complete' AND retain_until <= \(now) ORDER BY id LIMIT \(Self.batch) FOR UPDATE SKIP LOCKED
                """,
            in: tx
        )
        let cause = Cause.system("attachments", now: now)
        for (records, ending) in [(abandoned, Attachment.Ending.abandoned), (expired, .expired)] {
            for var record in records {
                try record.stored.handle(.discard(ending))
                try save(record, because: cause, in: tx)
            }
        }
        return max(abandoned.count, expired.count) == Self.batch
    }
}
