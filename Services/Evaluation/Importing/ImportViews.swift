import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Spreadsheets

/// A file of applications as people see it: how far it is, and what became of its rows.
struct ImportView: Encodable {
    let id: ID<ApplicationImport>
    let round: ID<Round>
    let state: ApplicationImport.Phase
    let fileName: String
    let sha256: String
    let dryRun: Bool
    /// The sheet that is read; missing for CSV.
    let sheet: String?
    /// Other sheets, which are not read.
    let passedOver: [String]
    /// The version of the template the file names, where it is not today's.
    let otherTemplate: String?
    let receivedAt: Date
    /// The attachment with the signed papers, where one came with it.
    let papers: ID<SignedPapers>?
    /// Rows that have been looked at.
    let rows: Int
    /// Of how many: as a first look over the file told, and all of them once it is finished; missing where nothing told it.
    let expectedRows: Int?
    /// The number of the last of them, as Excel shows it.
    let lastRow: Int
    /// New applications; in a dry run those that would be.
    let entered: Int
    let changed: Int
    let unchanged: Int
    let refused: Int
    /// How those that could be read would be judged.
    let verdicts: [String: Int]
    let endedAt: Date?
    /// What ended it before its end.
    let problem: RefusalReason?

    init?(_ list: Stored<ApplicationImport>, _ sentence: (FieldProblem) -> String) {
        guard let order = list.state.order else { return nil }
        let progress = list.state.progress
        id = ID(list.id)
        round = ID(order.round)
        state = list.state.phase
        fileName = order.fileName
        sha256 = order.digest
        dryRun = order.isRehearsal
        sheet = order.sheet
        passedOver = order.passedOver
        otherTemplate = order.otherTemplate
        receivedAt = order.at
        rows = progress.rows
        expectedRows = list.state.phase == .finished ? progress.rows : order.expectedRows
        papers = order.papers.map { ID($0) }
        lastRow = progress.lastRow
        entered = progress.entered
        changed = progress.changed
        unchanged = progress.unchanged
        refused = progress.refused
        verdicts = [
            "eligible": progress.eligible, "ineligible": progress.ineligible, "needsPerson": progress.needsPerson,
        ]
        endedAt = list.state.ending?.at
        problem = list.state.ending?.problem.map {
            RefusalReason(field: $0.field, code: $0.code, message: sentence($0))
        }
    }
}

/// Some rows of a file.
struct ImportRowsView: Encodable {
    struct Item: Encodable {
        /// As Excel shows it.
        let row: Int
        let name: String
        let outcome: RowOutcome.Kind
        let application: ID<Application>?
        let reasons: [Reason]
        let verdict: RowVerdict?
    }

    /// What is wrong, by sheet, row and column.
    struct Reason: Encodable {
        /// The column's heading; missing where it is the row.
        let field: String?
        /// `“特级技师申报表”表第7行“证件号码”列`.
        let place: String
        let code: String
        let message: String
    }

    let items: [Item]
    /// What to ask for as `afterRow` next; missing at the end.
    let next: Int?

    init(_ rows: [RowOutcome], limit: Int, sheet: String?, _ sentence: (FieldProblem) -> String) {
        let shown = rows.prefix(limit)
        items = shown.map { row in
            Item(
                row: row.number,
                name: row.name,
                outcome: row.kind,
                application: row.application.map { ID($0) },
                reasons: row.problems.map { problem in
                    let heading = problem.field.isEmpty ? nil : ApplicationColumns.heading(of: problem.field)
                    let place = "\(sheet.map { "“\($0)”表" } ?? "")第\(row.number)行" + (heading.map { "“\($0)”列" } ?? "")
                    return Reason(field: heading, place: place, code: problem.code, message: sentence(problem))
                },
                verdict: row.verdict
            )
        }
        next = rows.count > shown.count ? shown.last?.number : nil
    }
}
