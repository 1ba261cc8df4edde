import Foundation
import Kernel
import Metrics
import Postgres

/// Answers of the province that cannot be read: their reason is kept, their content is not.
struct ParkedAnswers {
    /// One of them.
    struct Entry: Encodable {
        let about: String
        let reason: String
        let digest: String?
        let at: Date
    }

    /// Puts one aside.
    func park(_ trouble: ProvinceTrouble, about: String, in tx: borrowing Transaction) throws {
        guard trouble.isParked else { return }
        Counter(label: "province_parked_total", dimensions: [("kind", trouble.kind.rawValue)]).increment()
        let reason = "\(trouble.kind.rawValue): \(trouble.words)"
        try tx.execute(
            """
            INSERT INTO province_parked (id, about, reason, digest)
            VALUES (\(NewID.v7()), \(about), \(reason), \(trouble.digest))
            """
        )
    }

    /// The last ones.
    func last(_ count: Int, in tx: borrowing Transaction) throws -> [Entry] {
        try tx.query("SELECT about, reason, digest, at FROM province_parked ORDER BY id DESC LIMIT \(count)").map {
            try Entry(
                about: $0.decode("about"),
                reason: $0.decode("reason"),
                digest: $0.decode("digest"),
                at: $0.decode("at")
            )
        }
    }
}
