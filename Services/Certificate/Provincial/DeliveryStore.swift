import Foundation
import Kernel
import Postgres

/// What is handed over at once, until it is answered; retries are kept here and outlive the process.
struct DeliveryStore {
    /// How many records are handed over at once.
    static let most = 100

    /// Lets uploads wait to be handed over.
    func add(_ uploads: [UUID], in tx: borrowing Transaction) throws {
        for start in stride(from: 0, to: uploads.count, by: Self.most) {
            let part = Array(uploads[start..<min(start + Self.most, uploads.count)])
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

    /// Deliveries that are due by real time; they are due again after the claim, should this process die.
    func claim(
        _ count: Int,
        for seconds: Double,
        in tx: borrowing Transaction
    ) throws -> [(id: UUID, uploads: [UUID], attempts: Int, now: Date)] {
        try tx.query(
            """
            UPDATE province_delivery SET due_at = clock_timestamp() + make_interval(secs => \(seconds))
            FROM (
                SELECT id FROM province_delivery WHERE stage = 'waiting' AND due_at <= clock_timestamp()
                ORDER BY due_at, id LIMIT \(count) FOR UPDATE SKIP LOCKED
            ) AS due
            WHERE province_delivery.id = due.id
            RETURNING province_delivery.id, uploads, attempts, clock_timestamp() AS now
            """
        ).map { try ($0.decode("id"), $0.decode("uploads"), $0.decode("attempts"), $0.decode("now")) }
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
