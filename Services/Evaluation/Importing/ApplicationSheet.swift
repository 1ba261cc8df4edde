import Contracts
import Foundation
import Kernel
import Spreadsheets

/// A workbook or CSV file of applications, read row by row: memory does not grow with the rows.
final class ApplicationSheet {
    /// Rows a file may have.
    static let mostRows = 50_000
    /// The largest file, in bytes.
    static let mostBytes = 16 << 20

    private let sheet: HeadedSheet
    private let lastColumn: Int
    private let countsFrom1904: Bool
    private let isText: Bool
    /// Rows with something in them below the headings; nil where the sheet was not looked over.
    let expectedRows: Int?
    /// Whether cells are merged over several rows; nil where the sheet was not looked over.
    let isMerged: Bool?
    /// Other sheets there are, which are not read.
    let passedOver: [String]

    /// Finds the sheet and its headings.
    ///
    /// The sheet is the template's where it is there and can be seen, and else the first that can be.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - isMerged: Whether cells are merged over several rows, where that is known: where none are, the sheet is not looked over.
    /// - Throws: `SpreadsheetError` where the file cannot be read or is no list of applications, ``OtherTemplate`` where it was
    ///   made with another template and lacks columns.
    init(_ bytes: [UInt8], isMerged: Bool? = nil) throws {
        var limits = ReadingLimits().with(rows: Self.mostRows + 50)
        limits.fileBytes = Self.mostBytes
        let book = try Spreadsheet(.bytes(bytes), limits: limits)
        let isTemplate = book.sheets.contains { $0.name == ApplicationTemplate.sheet && !$0.isHidden }
        let reader = try book.rows(
            of: isTemplate ? .named(ApplicationTemplate.sheet) : .first,
            merged: isMerged == false ? .first : .everyRow
        )
        passedOver = book.sheets.compactMap(\.name).filter {
            $0 != reader.sheet && $0 != ApplicationTemplate.instructions
        }
        countsFrom1904 = book.countsFrom1904
        isText = reader.sheet == nil
        sheet = try Self.headed(reader) { () throws(SpreadsheetError) in
            try ApplicationTemplate.version(in: Spreadsheet(.bytes(bytes), limits: limits))
        }
        lastColumn = sheet.headings.cells.last?.column ?? 0
        self.isMerged = reader.survey?.hasMergedRows
        let filled = isText ? isMerged == nil ? Self.filledLines(bytes) : nil : reader.survey?.filledRows
        let others = sheet.above.count + 1
        expectedRows = filled.map { max(0, $0 - others) }
    }

    /// Lines of a CSV file with something in them.
    private static func filledLines(_ bytes: [UInt8]) -> Int {
        var (lines, isFilled, isQuoted) = (0, false, false)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case 0x0A where !isQuoted:
                if isFilled { lines += 1 }
                isFilled = false
            case 0x09, 0x0A, 0x0D, UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";"): continue
            default: isFilled = true
            }
        }
        return isFilled ? lines + 1 : lines
    }

    /// Finds the headings; where columns are missing, says which, and of which template the file is where that is why.
    private static func headed(
        _ reader: SheetReader,
        version: () throws(SpreadsheetError) -> String?
    ) throws -> HeadedSheet {
        let found = Result { () throws(SpreadsheetError) in
            try HeadedSheet(reader, columns: ApplicationColumns.sheet)
        }
        switch found {
        case .success(let sheet): return sheet
        case .failure(let error):
            guard case .columnsMissing(let missing) = error, let version = try version(),
                version != ApplicationTemplate.version
            else { throw error }
            throw OtherTemplate(version: version, missing: missing)
        }
    }

    /// The sheet's name; nil for CSV.
    var name: String? { sheet.reader.sheet }

    /// The version of the template the file was made with, where it says one that is not today's.
    var otherTemplate: String? {
        ApplicationTemplate.version(in: sheet.above).flatMap { $0 == ApplicationTemplate.version ? nil : $0 }
    }

    /// The sheet as it stands, to be written back.
    var headed: HeadedSheet { sheet }

    /// The next row with anything in the columns that are known; nil at the end.
    ///
    /// - Throws: `SpreadsheetError`.
    func next() throws(SpreadsheetError) -> ImportedRow? {
        while let row = try sheet.next() {
            guard row.isFilled else { continue }
            return ImportedRow(row, isTorn: isText && row.isTorn(beyond: lastColumn), countsFrom1904: countsFrom1904)
        }
        return nil
    }

    /// Where the cell of a member stands, as Excel shows it; nil where the file has no such column.
    func place(of member: String, row: Int) -> CellPlace? { sheet.place(of: member, row: row) }
}

/// One row of a file with what is wrong with its cells.
struct ImportedRow: Sendable {
    /// The number Excel shows.
    let number: Int
    let form: ApplicationForm
    /// What is wrong with the cells themselves, by member.
    let problems: [FieldProblem]

    init(_ row: HeadedRow, isTorn: Bool, countsFrom1904: Bool) {
        number = row.number
        var problems: [FieldProblem] = []
        if isTorn { problems.append(FieldProblem(field: "", code: "evaluation.csv-row-torn")) }
        var texts: [String: String] = [:]
        for column in ApplicationColumns.all {
            guard let cell = row[column.member] else { continue }
            switch cell.value {
            case .uncalculated:
                problems.append(FieldProblem(field: column.member, code: "evaluation.cell-uncalculated"))
            case .error(let name):
                problems.append(
                    FieldProblem(field: column.member, code: "evaluation.cell-error", arguments: ["name": name])
                )
            case .truth(let isTrue) where column.kind == .yesOrNo: texts[column.member] = isTrue ? "是" : "否"
            case .number where column.kind == .day:
                texts[column.member] =
                    cell.value.serialDay(countedFrom1904: countsFrom1904)?.description ?? cell.text
            default:
                if column.kind == .identifier, cell.isRounded {
                    problems.append(FieldProblem(field: column.member, IdentifierError.roundedByExcel))
                }
                texts[column.member] = cell.text
            }
        }
        form = ApplicationColumns.form { texts[$0] ?? "" }
        self.problems = problems
    }

    /// What is wrong with the row: of each member either what is wrong with its cell, or with what is written in it.
    func problems(beside read: [FieldProblem]) -> [FieldProblem] {
        guard !problems.isEmpty else { return read }
        let fields = Set(problems.map(\.field))
        return problems + read.filter { !fields.contains($0.field) }
    }
}

/// The file was made with another version of the template and lacks columns of today's.
struct OtherTemplate: Rejection, Hashable {
    let version: String
    let missing: [String]

    var code: String { "evaluation.other-template" }
    var arguments: [String: String] {
        ["version": version, "current": ApplicationTemplate.version, "missing": missing.joined(separator: "、")]
    }
}
