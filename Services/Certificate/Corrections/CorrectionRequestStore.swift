import CertificateDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres

/// The corrections that were asked for, each with its words, encrypted.
struct CorrectionRequestStore {
    /// What each field said and shall say.
    typealias Words = [RecordField: PersonChangeStore.Words]

    /// What a list is narrowed to; nil is all.
    struct Filter {
        let creditCode: String?
        let stage: CorrectionRequest.Stage?
        let certificate: UUID?
    }

    /// A request with its words.
    struct Found {
        var request: Stored<CorrectionRequest>
        let words: Words
    }

    let keys: KeyRing

    /// A request, or nil; nothing is locked.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Found? {
        try tx.query("SELECT id, version, state, words FROM correction_request WHERE id = \(id)").first.map(found)
    }

    /// A request, locked after its certificate.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Found {
        let rows = try tx.query("SELECT id, version, state, words FROM correction_request WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("correction-request") }
        return try found(row)
    }

    /// At most `limit` requests after one, oldest first; nothing is locked.
    func list(_ filter: Filter, after: UUID?, limit: Int, in tx: borrowing Transaction) throws -> [Found] {
        try tx.query(
            """
            SELECT id, version, state, words FROM correction_request
            WHERE (\(filter.creditCode)::text IS NULL OR credit_code = \(filter.creditCode)::text)
              AND (\(filter.stage?.rawValue)::text IS NULL OR stage = \(filter.stage?.rawValue)::text)
              AND (\(filter.certificate)::uuid IS NULL OR certificate = \(filter.certificate)::uuid)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map(found)
    }

    /// Writes a request made just now.
    ///
    /// - Throws: ``CorrectionPending`` where another about the certificate is open.
    func insert(_ made: Found, in tx: borrowing Transaction) throws {
        guard let asked = made.request.state.asked, let stage = made.request.state.stage else { return }
        let words = Dictionary(
            made.words.map { ($0.key.rawValue, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        let text = String(decoding: try WireFormat.encode(words), as: UTF8.self)
        let inserted = try tx.execute(
            """
            INSERT INTO correction_request (id, certificate, credit_code, stage, words, state, version)
            VALUES (\(made.request.id), \(asked.certificate), \(asked.creditCode), \(stage.rawValue),
                \(try keys.fields.seal(text, of: made.request.id.lowercase)), \(JSON(made.request.state))::jsonb,
                \(made.request.newVersion))
            ON CONFLICT (certificate) WHERE stage = 'open' DO NOTHING
            """
        )
        guard inserted == 1 else { throw CorrectionPending() }
    }

    /// Writes what was decided about a request loaded before.
    ///
    /// - Throws: `VersionMismatch`.
    func save(_ changed: Stored<CorrectionRequest>, in tx: borrowing Transaction) throws {
        guard let stage = changed.state.stage else { return }
        let saved = try tx.execute(
            """
            UPDATE correction_request SET stage = \(stage.rawValue), state = \(JSON(changed.state))::jsonb,
                version = \(changed.newVersion)
            WHERE id = \(changed.id) AND version = \(changed.version)
            """
        )
        try RegistrationStore.require(saved, of: [changed])
    }

    private func found(_ row: Row) throws -> Found {
        let request: Stored<CorrectionRequest> = try RegistrationStore.stored(row)
        let text = try keys.fields.open(row.decode("words", as: [UInt8].self), of: request.id.lowercase)
        let words = try WireFormat.decode([String: PersonChangeStore.Words].self, from: Array(text.utf8))
        return Found(
            request: request,
            words: Dictionary(
                words.compactMap { name, words in RecordField(rawValue: name).map { ($0, words) } },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }
}
