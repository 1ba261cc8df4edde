import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets

/// Enters a list of certificates issued before this register was kept: the good rows in one transaction, the others named.
struct ImportHistoric {
    /// Rows a list may have: as many as are entered within one request.
    static let mostRows = 5_000
    /// The largest file, in bytes.
    static let mostBytes = 4 << 20

    let store = HistoricStore()
    let vault: IdentityVault
    let journal: Journal

    /// What became of a list.
    struct Outcome {
        let rows: Int
        let entered: Int
        /// Rows that stand in the register already, word for word.
        let unchanged: Int
        /// What is wrong, by the number of the row.
        let problems: [(row: Int, problems: [FieldProblem])]
        /// Where columns stand, to name cells.
        let sheet: HeadedSheet
    }

    /// Reads a list and enters what is good.
    ///
    /// - Parameters:
    ///   - bytes: A workbook or CSV.
    ///   - name: What it is called.
    ///   - isRehearsal: Whether only what would come of it is told.
    ///   - enterprise: The credit code whose certificates alone may be entered; nil for an officer.
    ///   - cause: Who does it.
    ///   - tx: The transaction.
    /// - Returns: What became of it.
    /// - Throws: `SpreadsheetError` where the file cannot be read, or headings are missing.
    func callAsFunction(
        _ bytes: [UInt8],
        name: String,
        isRehearsal: Bool,
        onlyOf enterprise: String?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Outcome {
        let (sheet, read) = try Self.read(bytes, name: name, today: cause.today)
        guard !read.isEmpty else { throw SpreadsheetError.empty }
        var rows = read
        try check(&rows, onlyOf: enterprise, in: tx)
        let good = rows.filter { $0.problems.isEmpty }
        let known = try store.known(good.compactMap(\.record?.number.text), in: tx)
        let new = good.filter { row in row.record.map { known[$0.number.text] == nil } ?? false }
        if !isRehearsal { try enter(new, because: cause, in: tx) }
        return Outcome(
            rows: rows.count,
            entered: new.count,
            unchanged: good.count - new.count,
            problems: rows.filter { !$0.problems.isEmpty }.map { ($0.number, $0.problems) },
            sheet: sheet
        )
    }

    /// The sheet of a file.
    static func sheet(_ bytes: [UInt8]) throws(SpreadsheetError) -> (HeadedSheet, countsFrom1904: Bool) {
        var limits = ReadingLimits().with(rows: mostRows + 50)
        limits.fileBytes = mostBytes
        let book = try Spreadsheet(.bytes(bytes), limits: limits)
        let rows = try book.rows(of: .preferred(HistoricTemplate.sheet), merged: .everyRow)
        return (try HeadedSheet(rows, columns: HistoricColumns.sheet), book.countsFrom1904)
    }

    private static func read(
        _ bytes: [UInt8],
        name: String,
        today: LocalDate
    ) throws -> (HeadedSheet, [HistoricRow]) {
        let (sheet, countsFrom1904) = try sheet(bytes)
        let levels: Set<Character> = [CertificateNumber.levelCharacter(of: .specialGradeTechnician, on: today)]
        var rows: [HistoricRow] = []
        while let row = try sheet.next() {
            guard row.isFilled else { continue }
            guard rows.count < mostRows else { throw SpreadsheetError.tooManyRows(most: mostRows) }
            rows.append(
                HistoricRow(
                    row,
                    file: name,
                    levels: levels,
                    countsFrom1904: countsFrom1904,
                    today: today
                )
            )
        }
        return (sheet, rows)
    }

    /// What only the register and the other rows can tell.
    private func check(
        _ rows: inout [HistoricRow],
        onlyOf enterprise: String?,
        in tx: borrowing Transaction
    ) throws {
        let numbers = rows.compactMap(\.certificateNumber)
        let known = try store.known(numbers.map(\.text), in: tx)
        let givenHere = try store.givenHere(numbers.map(\.text), in: tx)
        // Also what was reserved here or came to nothing is nobody else's.
        let ledger = try NumberLedger().find(numbers, in: tx)
        var first: [CertificateNumber: Int] = [:]
        for index in rows.indices {
            if let enterprise, let creditCode = rows[index].creditCode, creditCode != enterprise {
                rows[index].refuse("creditCode", "certificate.historic-not-yours")
            }
            guard let number = rows[index].certificateNumber else { continue }
            if let before = first[number] {
                rows[index].refuse("number", "certificate.historic-twice", ["row": String(before)])
            } else {
                first[number] = rows[index].number
            }
            if givenHere.contains(number.text) {
                rows[index].refuse("number", "certificate.historic-given-here")
            } else if known[number.text] == nil, let entry = ledger[number] {
                rows[index].refuse("number", "certificate.historic-taken", ["standing": entry.standing.chinese])
            }
            switch known[number.text] {
            case .entered(let other), .withdrawn(let other, _):
                if let record = rows[index].record, !record.says(theSameAs: other) {
                    rows[index].refuse("number", "certificate.historic-differs")
                }
            case .struck: rows[index].refuse("number", "certificate.historic-struck")
            case .absent, nil: break
            }
        }
    }

    private func enter(_ rows: [HistoricRow], because cause: Cause, in tx: borrowing Transaction) throws {
        let entered = try rows.compactMap { row in
            try row.record.map { record in
                var certificate = Stored<HistoricCertificate>(new: NewID.v7())
                try certificate.handle(.enter(record))
                return (
                    certificate: certificate, identity: try row.identity.map { try vault.keep($0, for: certificate.id) }
                )
            }
        }
        let numbers = entered.compactMap { one in
            one.certificate.state.record.map { record in
                NumberBook.GivenElsewhere(
                    number: record.number,
                    certificate: one.certificate.id,
                    registration: nil,
                    origin: nil
                )
            }
        }
        let outcomes = try NumberBook(journal: journal).enter(numbers, from: .historic, because: cause, in: tx)
        guard outcomes.allSatisfy({ $0 == .entered }) else {
            // Somebody gave or entered one of them a moment ago.
            throw InvalidInput(field: "number", code: "certificate.historic-given-here")
        }
        try store.insert(entered, in: tx)
        try journal.append(entered.map(\.certificate), of: "historic_certificate", because: cause, in: tx)
    }
}
