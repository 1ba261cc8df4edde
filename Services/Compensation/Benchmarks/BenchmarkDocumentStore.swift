import Foundation
import Kernel
import Postgres

/// The documents benchmarks are declared with, each the case of one file.
struct BenchmarkDocumentStore {
    /// A document: whose it is, and which benchmark was declared with it.
    struct Document: Hashable {
        let id: UUID
        let creditCode: String
        /// Nil before one was.
        let benchmark: UUID?
    }

    /// Makes room for a document of an enterprise.
    func add(_ id: UUID, of creditCode: String, in tx: borrowing Transaction) throws {
        try tx.execute("INSERT INTO benchmark_document (id, credit_code) VALUES (\(id), \(creditCode))")
    }

    /// The document of an id, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Document {
        let rows = try tx.query(
            "SELECT id, credit_code, benchmark FROM benchmark_document WHERE id = \(id) FOR UPDATE"
        )
        guard let row = rows.first else { throw NotFound("attachment") }
        return try Self.document(row)
    }

    /// A page of an enterprise's, oldest first.
    func page(of creditCode: String, after: UUID?, limit: Int, in tx: borrowing Transaction) throws -> [Document] {
        try tx.query(
            """
            SELECT id, credit_code, benchmark FROM benchmark_document
            WHERE credit_code = \(creditCode) AND id > \(after ?? .lowest)::uuid ORDER BY id LIMIT \(limit)
            """
        ).map(Self.document)
    }

    /// Says which benchmark was declared with a document.
    func use(_ id: UUID, for benchmark: UUID, in tx: borrowing Transaction) throws {
        try tx.execute("UPDATE benchmark_document SET benchmark = \(benchmark) WHERE id = \(id)")
    }

    private static func document(_ row: Row) throws -> Document {
        Document(
            id: try row.decode("id"),
            creditCode: try row.decode("credit_code"),
            benchmark: try row.decode("benchmark")
        )
    }
}
