import CompensationDomain
import Foundation
import Importing
import Kernel
import Postgres

/// Files of attestations that are entered: what is kept of the file, sealed, and which of its rows were refused.
typealias ImportStore = ImportedFiles<AttestationList>

extension AttestationList: KeptList {
    package static var table: StaticString { "attestation_import" }
    package static var pieces: StaticString { "attestation_import_piece" }
    package static var rows: StaticString { "attestation_import_row" }
    package static var ownerColumn: StaticString { "credit_code" }

    package static func owner(of order: AttestationOrder) -> String { order.creditCode }
}

extension ImportStore {
    /// What is kept of an enterprise's file; nil once it was let go.
    ///
    /// A file that a version before stored as it came is cut down to what is kept now.
    ///
    /// - Throws: `SpreadsheetError`, ``OtherColumns`` where such a file cannot be read.
    func file(_ id: UUID, of creditCode: String, in tx: borrowing Transaction) throws -> KeptFile? {
        guard let bytes = try bytes(of: id, in: tx) else { return nil }
        if let kept = KeptFile(bytes) { return kept }
        return try KeptFile(AttestationSheet(bytes, own: OwnWords(of: creditCode, in: tx)))
    }

    /// The same; what a version before stored besides is gone from then on.
    ///
    /// - Throws: As ``file(_:of:in:)``.
    func trimmed(_ id: UUID, of creditCode: String, in tx: borrowing Transaction) throws -> KeptFile? {
        guard let bytes = try bytes(of: id, in: tx) else { return nil }
        if let kept = KeptFile(bytes) { return kept }
        let kept = try KeptFile(AttestationSheet(bytes, own: OwnWords(of: creditCode, in: tx)))
        try tx.execute("DELETE FROM attestation_import_piece WHERE import = \(id)")
        try put(kept.bytes, of: id, in: tx)
        return kept
    }

    /// Keeps what was wrong with rows.
    func note(_ refused: [(number: Int, problems: [FieldProblem])], of list: UUID, in tx: borrowing Transaction) throws
    {
        guard !refused.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO attestation_import_row (import, number, problems)
            SELECT \(list)::uuid, number, problems::jsonb FROM unnest(
                \(refused.map(\.number))::int[], \(try refused.map { try Column.text($0.problems) })::text[])
                AS t(number, problems)
            """
        )
    }

    /// The refused rows of a file after a number.
    func refused(
        of list: UUID,
        after number: Int,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [(number: Int, problems: [FieldProblem])] {
        try tx.query(
            """
            SELECT number, problems::text AS problems FROM attestation_import_row
            WHERE import = \(list) AND number > \(number) ORDER BY number LIMIT \(limit)
            """
        ).map { row in (try row.decode("number"), try Column.value(row.decode("problems", as: String.self))) }
    }
}
