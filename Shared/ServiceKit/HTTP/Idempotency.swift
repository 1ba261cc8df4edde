import Crypto
import Foundation
import Kernel
import Postgres

/// The memory of answers to commands that were sent with an `Idempotency-Key`.
///
/// The answer is stored in the transaction of the command, so the command has taken effect exactly when its answer is known.
struct Idempotency: Sendable {
    let key: String
    let actor: String
    let route: String
    let digest: [UInt8]

    init(key: String, actor: String, route: String, path: String, body: [UInt8]) {
        self.key = key
        self.actor = actor
        self.route = route
        digest = Array(SHA256.hash(data: Array(path.utf8) + [0] + body))
    }

    /// The answer given before; a second request waits here for the first.
    ///
    /// - Throws: ``KeyReused`` where the key was used for another request.
    func answerBefore(in tx: borrowing Transaction) throws -> Answer? {
        let lock = "\(key) \(actor) \(route)"
        try tx.execute("SELECT pg_advisory_xact_lock(hashtextextended(\(lock)::text, 1))")
        let known = try tx.query(
            """
            SELECT digest, status, version, body FROM idempotency
            WHERE key = \(key) AND actor = \(actor) AND route = \(route)
            """
        ).first
        guard let known else { return nil }
        guard try known.decode("digest", as: [UInt8].self) == digest else { throw KeyReused() }
        return Answer(
            status: try known.decode("status"),
            version: try known.decode("version"),
            body: try known.decode("body")
        )
    }

    func store(_ answer: Answer, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO idempotency (key, actor, route, digest, status, version, body)
            VALUES (\(key), \(actor), \(route), \(digest), \(answer.status), \(nullable: answer.version), \(answer.body))
            """
        )
    }

    /// Forgets answers older than seven days, some at a time; true where more is left.
    static func forget(in tx: borrowing Transaction) throws -> Bool {
        try tx.execute(
            """
            DELETE FROM idempotency WHERE (key, actor, route) IN (
                SELECT key, actor, route FROM idempotency
                WHERE answered_at < clock_timestamp() - interval '7 days' LIMIT 5000)
            """
        ) == 5000
    }

    /// The key was used for another request.
    struct KeyReused: Rejection {
        var code: String { "common.key-reused" }
    }
}
