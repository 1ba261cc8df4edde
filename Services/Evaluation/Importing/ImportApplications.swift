import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Takes a workbook of applications; each row stands alone.
struct ImportApplications {
    let submit: SubmitApplications

    /// What became of one row.
    struct RowOutcome: Sendable {
        let row: Int
        let name: String
        let outcome: SubmitApplications.Outcome
    }

    /// Takes the rows of a file in their order.
    ///
    /// - Throws: `InvalidInput` where the file itself cannot be read.
    func callAsFunction(
        _ bytes: [UInt8],
        in round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [RowOutcome] {
        _ = try round.state.acceptingTerms()
        let workbook = try Workbook(bytes, columns: ApplicationColumns.all)
        let whole = workbook.lines.filter { !$0.isTorn }
        let outcomes = try submit(
            whole.map { ApplicationColumns.form($0.cells) },
            in: round,
            by: .file,
            because: cause,
            in: tx
        )
        let byRow = Dictionary(zip(whole.map(\.number), outcomes), uniquingKeysWith: { first, _ in first })
        return workbook.lines.map { line in
            let torn = SubmitApplications.Outcome.refused(
                [FieldProblem(field: "file", code: "evaluation.csv-row-torn")],
                application: nil
            )
            return RowOutcome(
                row: line.number,
                name: PersonName.normalised(line.cells["姓名"] ?? ""),
                outcome: (byRow[line.number] ?? torn).underHeadings
            )
        }
    }
}

extension SubmitApplications.Outcome {
    /// With the columns' headings in place of the members' names: the file's own words.
    fileprivate var underHeadings: SubmitApplications.Outcome {
        guard case .refused(let problems, let application) = self else { return self }
        let renamed = problems.map {
            FieldProblem(field: ApplicationColumns.heading(of: $0.field), code: $0.code, arguments: $0.arguments)
        }
        return .refused(renamed, application: application)
    }
}
