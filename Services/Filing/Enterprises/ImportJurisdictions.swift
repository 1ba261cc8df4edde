import FilingDomain
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets

/// Takes a table of counties and zones, as CSV or Excel: every good row, and each bad one with what is wrong with it.
struct ImportJurisdictions: Sendable {
    /// Rows one table may have; China has fewer than three thousand counties.
    private static let mostRows = 5000
    private static let columns = [
        SheetColumn("code", "代码", aliases: ["属地代码", "区划代码", "行政区划代码", "code"]),
        SheetColumn("name", "名称", aliases: ["属地名称", "县(市、区)", "name"]),
        SheetColumn("parent", "上级代码", aliases: ["所属代码", "上级区划代码", "parent"]),
    ]

    let list: ListJurisdictions

    /// Reads and takes a file.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - isRehearsal: Whether nothing is to be kept.
    ///   - cause: Why.
    ///   - tx: The transaction.
    /// - Returns: What became, or would become, of each row.
    /// - Throws: `SpreadsheetError` where the file itself cannot be read.
    func callAsFunction(
        _ bytes: [UInt8],
        isRehearsal: Bool,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> JurisdictionImportView {
        let limits = ReadingLimits().with(rows: Self.mostRows)
        let sheet = try HeadedSheet(
            Spreadsheet(.bytes(bytes), limits: limits).rows(),
            columns: Self.columns
        )
        var lines: [Line] = []
        while let row = try sheet.next() {
            if row.isFilled { lines.append(Line(row)) }
        }
        let entries = lines.compactMap(\.entry)
        var outcomes = try list(entries, isRehearsal: isRehearsal, because: cause, in: tx)[...]
        let rows = lines.map { line in
            line.entry == nil ? line.view(.refused(line.problems)) : line.view(outcomes.popFirst() ?? .same)
        }
        return JurisdictionImportView(
            isRehearsal: isRehearsal,
            taken: rows.filter { $0.problems == nil }.count,
            refused: rows.filter { $0.problems != nil }.count,
            rows: rows
        )
    }

    /// A row as it was read.
    private struct Line {
        let number: Int
        let code: String
        let entry: Jurisdiction.Entry?
        let problems: [FieldProblem]

        init(_ row: HeadedRow) {
            var check = Check()
            let body = JurisdictionBody(code: row.text("code"), name: row.text("name"), parent: row.text("parent"))
            number = row.number
            code = row.text("code")
            entry = body.read(&check)
            problems = check.problems
        }

        func view(_ outcome: ListJurisdictions.Outcome) -> JurisdictionImportView.RowView {
            let (word, problems): (String, [FieldProblem]?) =
                switch outcome {
                case .added: ("added", nil)
                case .changed: ("changed", nil)
                case .same: ("same", nil)
                case .refused(let problems): ("refused", problems)
                }
            let told = problems?.map { problem in
                JurisdictionImportView.Problem(
                    field: problem.field,
                    code: problem.code,
                    message: Main.messages.chinese(problem.code, problem.arguments)
                )
            }
            return JurisdictionImportView.RowView(row: number, code: code, outcome: word, problems: told)
        }
    }
}
