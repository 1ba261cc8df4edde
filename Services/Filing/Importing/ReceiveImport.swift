import Cryptography
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import Spreadsheets

/// An officer hands in a list of existing filings: it is read through, and its rows wait to be entered.
struct ReceiveImport: Sendable {
    /// Rows a list may have.
    static let mostRows = 20_000
    /// The largest file, in bytes.
    static let mostBytes = 16 << 20

    let store: FilingImportStore
    let journal: Journal

    /// Takes a file.
    ///
    /// - Parameters:
    ///   - bytes: A workbook or CSV.
    ///   - name: What it is called.
    ///   - isRehearsal: Whether only what would come of it is told.
    ///   - authority: The centre the filings are filed with.
    ///   - cause: The officer.
    ///   - tx: The transaction.
    /// - Returns: The import, which runs.
    /// - Throws: `SpreadsheetError` where the file cannot be read, or headings are missing.
    func callAsFunction(
        _ bytes: [UInt8],
        name: String,
        isRehearsal: Bool,
        with authority: Authority.Kind,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<FilingImport> {
        var limits = ReadingLimits().with(rows: Self.mostRows + 50)
        limits.fileBytes = Self.mostBytes
        let book = try Spreadsheet(.bytes(bytes), limits: limits)
        func sheet() throws -> HeadedSheet {
            try HeadedSheet(
                book.rows(of: .preferred(ImportTemplate.sheet), merged: .everyRow),
                columns: ImportColumns.sheet
            )
        }
        let counted = try count(sheet())
        guard counted.rows > 0 else { throw SpreadsheetError.empty }
        var list = Stored<FilingImport>(new: NewID.v7())
        let order = ImportOrder(
            fileName: String(name.prefix(200)),
            digest: Digest.sha256Hex(bytes),
            rows: counted.rows,
            filings: counted.filings,
            isRehearsal: isRehearsal,
            authority: authority,
            by: cause.actor,
            at: cause.now
        )
        try list.handle(.receive(order: order))
        let read = try sheet()
        try store.add(list, ImportLayout(read), in: tx)
        try stage(read, of: list.id, in: tx)
        try journal.append(list, of: "filing_import", because: cause, in: tx)
        return list
    }

    private func count(_ sheet: HeadedSheet) throws -> (rows: Int, filings: Int) {
        var rows = 0
        var numbers = FilingNumbers()
        while let row = try sheet.next() {
            guard row.isFilled else { continue }
            rows += 1
            guard rows <= Self.mostRows else { throw SpreadsheetError.tooManyRows(most: Self.mostRows) }
            _ = numbers.number(of: row)
        }
        return (rows, numbers.count)
    }

    private func stage(_ sheet: HeadedSheet, of list: UUID, in tx: borrowing Transaction) throws {
        var numbers = FilingNumbers()
        var rows: [FilingImportStore.NewRow] = []
        while let row = try sheet.next() {
            guard row.isFilled else { continue }
            let codes = FilingNumbers.codes(of: row)
            rows.append(
                FilingImportStore.NewRow(
                    row: StagedRow(number: row.number, filing: numbers.number(of: row), cells: row.row.cells),
                    creditCode: codes.credit,
                    agencyCode: codes.agency
                )
            )
            if rows.count == 1000 {
                try store.add(rows, to: list, in: tx)
                rows.removeAll(keepingCapacity: true)
            }
        }
        if !rows.isEmpty { try store.add(rows, to: list, in: tx) }
    }
}

/// Counts the filings of a list: rows with the same codes are one, a row without codes stands alone.
struct FilingNumbers {
    private(set) var count = 0
    private var known: [String: Int] = [:]

    static func codes(of row: HeadedRow) -> (credit: String, agency: String) {
        (Normalised.identifier(row.text("creditCode")), Normalised.identifier(row.text("agencyCode")))
    }

    mutating func number(of row: HeadedRow) -> Int {
        let codes = Self.codes(of: row)
        let key = "\(codes.credit) \(codes.agency)"
        if !codes.credit.isEmpty, !codes.agency.isEmpty, let number = known[key] { return number }
        defer { count += 1 }
        known[key] = count
        return count
    }
}
