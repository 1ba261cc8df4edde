import Contracts
import Crypto
import Cryptography
import Foundation
import Kernel
import Postgres

/// The memory of answers to commands that were sent with an `Idempotency-Key`.
///
/// The answer is stored in the transaction of the command, so the command has taken effect exactly when its answer is known.
struct Idempotency: Sendable {
    let key: String
    let actor: [UInt8]
    let route: String
    let digest: [UInt8]
    private let fields: FieldCipher

    init(key: String, actor: String, route: String, path: String, body: [UInt8], keys: KeyRing) {
        self.key = key
        self.actor = keys.index.of(actor)
        self.route = route
        fields = keys.fields
        digest = Array(SHA256.hash(data: Array(path.utf8) + [0] + body))
    }

    /// The answer given before; a second request waits here for the first.
    ///
    /// - Throws: ``KeyReused`` where the key was used for another request.
    func answerBefore(in tx: borrowing Transaction) throws -> Answer? {
        let lock = "\(key) \(Data(actor).base64EncodedString()) \(route)"
        try tx.execute("SELECT pg_advisory_xact_lock(hashtextextended(\(lock)::text, 1))")
        let known = try tx.query(
            """
            SELECT digest, status, version, body, content_type, headers FROM idempotency
            WHERE key = \(key) AND actor = \(actor) AND route = \(route)
            """
        ).first
        guard let known else { return nil }
        guard try known.decode("digest", as: [UInt8].self) == digest else { throw KeyReused() }
        var answer = Answer(
            status: try known.decode("status"),
            version: try known.decode("version"),
            body: try fields.open(bytes: known.decode("body"), of: key)
        )
        let type = try known.decode("content_type", as: String?.self)
        if let type = type ?? (answer.status >= 400 ? Problem.contentType : nil) { answer.contentType = type }
        if let headers = try known.decode("headers", as: [UInt8]?.self) {
            answer.headers = try WireFormat.decode(from: fields.open(bytes: headers, of: "\(key) headers"))
        } else {
            answer.headers = Answer.headersOfRepeated(answer.contentType)
        }
        return answer
    }

    func store(_ answer: Answer, in tx: borrowing Transaction) throws {
        let body = try fields.seal(bytes: answer.remembered ?? answer.body, of: key)
        let headers = try fields.seal(bytes: WireFormat.encode(answer.headers), of: "\(key) headers")
        try tx.execute(
            """
            INSERT INTO idempotency (key, actor, route, digest, status, version, body, content_type, headers)
            VALUES (\(key), \(actor), \(route), \(digest), \(answer.status), \(nullable: answer.version), \(body),
                \(answer.contentType), \(headers))
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

    /// The key is longer than an index can hold.
    struct KeyTooLong: Rejection {
        var code: String { "common.key-too-long" }
    }
}
