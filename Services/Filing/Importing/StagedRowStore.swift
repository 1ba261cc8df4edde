import Contracts
import Cryptography
import FilingDomain
import Foundation
import Kernel
import Postgres
import Spreadsheets

/// The rows of lists that are entered, their cells sealed for the list.
extension FilingImportStore {
    /// A row with the codes it is found by.
    struct NewRow {
        let row: StagedRow
        let creditCode: String
        let agencyCode: String
    }

    /// Adds rows of a list.
    func add(_ rows: [NewRow], to list: UUID, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO filing_import_row (import, number, filing, credit_code, agency_code, cells)
            SELECT \(list)::uuid, * FROM unnest(
                \(rows.map(\.row.number))::int[], \(rows.map(\.row.filing))::int[], \(rows.map(\.creditCode))::text[],
                \(rows.map(\.agencyCode))::text[],
                \(try rows.map { try cipher.seal(bytes: WireFormat.encode($0.row.cells), of: list.lowercase) })::bytea[])
            """
        )
    }

    /// The rows of the next filings that have not been looked at, in the order of the list.
    func waiting(of list: UUID, filings: Int, in tx: borrowing Transaction) throws -> [StagedRow] {
        try tx.query(
            """
            SELECT number, filing, cells FROM filing_import_row
            WHERE import = \(list) AND outcome IS NULL AND filing < \(filings) + (
                SELECT min(filing) FROM filing_import_row WHERE import = \(list) AND outcome IS NULL)
            ORDER BY filing, number
            """
        ).map { try staged($0, of: list) }
    }

    /// Whose row of a list has each agency code first: by code, the credit code and the row's number.
    func firstOwners(
        of codes: [String],
        in list: UUID,
        _ tx: borrowing Transaction
    ) throws -> [String: (creditCode: String, row: Int)] {
        let rows = try tx.query(
            """
            SELECT DISTINCT ON (agency_code) agency_code, credit_code, number FROM filing_import_row
            WHERE import = \(list) AND agency_code = ANY (\(codes)) ORDER BY agency_code, number
            """
        )
        var owners: [String: (creditCode: String, row: Int)] = [:]
        for row in rows { owners[try row["agency_code"]] = (try row["credit_code"], try row["number"]) }
        return owners
    }

    /// Writes what became of rows; the cells of those that need not be mended go at once.
    func note(_ outcomes: [RowOutcome], of list: UUID, in tx: borrowing Transaction) throws {
        let problems = try outcomes.map { String(decoding: try WireFormat.encode($0.problems), as: UTF8.self) }
        try tx.execute(
            """
            UPDATE filing_import_row AS old SET outcome = new.outcome, problems = new.problems::jsonb,
                cells = CASE WHEN new.outcome IN ('entered', 'unchanged') THEN NULL ELSE old.cells END
            FROM unnest(
                \(outcomes.map(\.row))::int[], \(outcomes.map(\.kind.rawValue))::text[], \(problems)::text[]
            ) AS new (number, outcome, problems)
            WHERE old.import = \(list) AND old.number = new.number
            """
        )
    }

    /// Rows that need mending after a number, with what is wrong.
    func wrong(
        of list: UUID,
        after number: Int,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [(row: StagedRow, problems: [FieldProblem])] {
        try tx.query(
            """
            SELECT number, filing, cells, problems FROM filing_import_row
            WHERE import = \(list) AND outcome IN ('refused', 'differing') AND cells IS NOT NULL AND number > \(number)
            ORDER BY number LIMIT \(limit)
            """
        ).map { (try staged($0, of: list), try $0.json("problems")) }
    }

    /// Lets the rows of lists go whose time is over; true where more is left.
    func forget(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let lists: [UUID] = try tx.query(
            """
            SELECT id FROM filing_import WHERE forget_at <= \(now) ORDER BY forget_at LIMIT 5 FOR UPDATE SKIP LOCKED
            """
        ).map { try $0["id"] }
        guard !lists.isEmpty else { return false }
        try tx.execute("DELETE FROM filing_import_row WHERE import = ANY (\(lists))")
        try tx.execute("UPDATE filing_import SET forget_at = NULL WHERE id = ANY (\(lists))")
        return lists.count == 5
    }

    private func staged(_ row: Postgres.Row, of list: UUID) throws -> StagedRow {
        let bytes = try cipher.open(bytes: row.decode("cells"), of: list.lowercase)
        return StagedRow(
            number: try row["number"],
            filing: try row["filing"],
            cells: try WireFormat.decode([Cell].self, from: bytes)
        )
    }
}
