import Foundation
import Kernel
import Postgres

/// What is handed over at once, until it is answered; retries are kept here and outlive the process.
struct DeliveryStore {
    /// How many records are handed over at once.
    static let most = 100

    /// Lets uploads wait to be handed over, so many at once.
    func add(_ uploads: [UUID], atOnce most: Int = most, in tx: borrowing Transaction) throws {
        for start in stride(from: 0, to: uploads.count, by: max(1, most)) {
            let part = Array(uploads[start..<min(start + max(1, most), uploads.count)])
            try tx.execute(
                """
                INSERT INTO province_delivery (id, uploads, stage, due_at)
                VALUES (\(NewID.v7()), \(part)::uuid[], 'waiting', clock_timestamp())
                """
            )
        }
    }

    /// Notes a workbook that was carried away.
    func export(_ uploads: [UUID], in tx: borrowing Transaction) throws -> UUID {
        let id = NewID.v7()
        try tx.execute(
            """
            INSERT INTO province_delivery (id, uploads, stage, due_at)
            VALUES (\(id), \(uploads)::uuid[], 'exported', clock_timestamp())
            """
        )
        return id
    }

    /// A delivery that is due.
    struct Due {
        let id: UUID
        let uploads: [UUID]
        let attempts: Int
        /// Of what was sent under its id; nil where nothing was.
        let digest: String?
        let now: Date
    }

    /// Deliveries that are due by real time; they are due again after the claim, should this process die.
    func claim(_ count: Int, for seconds: Double, in tx: borrowing Transaction) throws -> [Due] {
        try tx.query(
            """
            UPDATE province_delivery SET due_at = clock_timestamp() + make_interval(secs => \(seconds))
            FROM (
                SELECT id FROM province_delivery WHERE stage = 'waiting' AND due_at <= clock_timestamp()
                ORDER BY due_at, id LIMIT \(count) FOR UPDATE SKIP LOCKED
            ) AS due
            WHERE province_delivery.id = due.id
            RETURNING province_delivery.id, uploads, attempts, digest, clock_timestamp() AS now
            """
        ).map {
            try Due(
                id: $0.decode("id"),
                uploads: $0.decode("uploads"),
                attempts: $0.decode("attempts"),
                digest: $0.decode("digest"),
                now: $0.decode("now")
            )
        }
    }

    /// Notes what is about to be sent of a delivery that is claimed; gives the id it goes by.
    ///
    /// The province knows a delivery by its id: one that says something else than it did before gets another.
    func note(
        _ uploads: [UUID],
        digest: String,
        of due: Due,
        for seconds: Double,
        in tx: borrowing Transaction
    ) throws -> UUID {
        if due.digest == nil || due.digest == digest {
            try tx.execute(
                "UPDATE province_delivery SET uploads = \(uploads)::uuid[], digest = \(digest) WHERE id = \(due.id)"
            )
            return due.id
        }
        let id = NewID.v7()
        _ = try close(due.id, as: "replaced", in: tx)
        try tx.execute(
            """
            INSERT INTO province_delivery (id, uploads, stage, attempts, digest, due_at)
            VALUES (\(id), \(uploads)::uuid[], 'waiting', \(due.attempts), \(digest),
                clock_timestamp() + make_interval(secs => \(seconds)))
            """
        )
        return id
    }

    /// Those of these uploads that may have gone with a delivery nobody has answered.
    func attempted(_ uploads: [UUID], in tx: borrowing Transaction) throws -> Set<UUID> {
        let rows = try tx.query(
            """
            SELECT DISTINCT one FROM province_delivery, unnest(uploads) AS one
            WHERE stage = 'waiting' AND digest IS NOT NULL AND one = ANY(\(uploads)::uuid[])
            """
        )
        return Set(try rows.map { try $0.decode("one") })
    }

    /// Notes that a delivery was answered, or refused as it is; false where that was noted before.
    func close(_ id: UUID, as stage: String, trouble: String? = nil, in tx: borrowing Transaction) throws -> Bool {
        try tx.execute(
            """
            UPDATE province_delivery SET stage = \(stage), trouble = \(trouble)
            WHERE id = \(id) AND stage = 'waiting'
            """
        ) == 1
    }

    /// Lets a delivery wait for its next attempt.
    func retry(_ id: UUID, in seconds: Double, trouble: String, _ tx: borrowing Transaction) throws {
        try tx.execute(
            """
            UPDATE province_delivery SET attempts = attempts + 1, trouble = \(trouble),
                due_at = clock_timestamp() + make_interval(secs => \(seconds))
            WHERE id = \(id) AND stage = 'waiting'
            """
        )
    }
}
