import Contracts
import EvaluationDomain
import Foundation
import Kernel

/// What became of a workbook, row by row.
struct ImportView: Encodable {
    struct Row: Encodable {
        let row: Int
        let name: String
        let application: ID<Application>?
        /// Whether this import made the application; false where it was there before.
        let created: Bool
        let reasons: [RefusalReason]
    }

    let rows: Int
    let taken: Int
    let rejected: Int
    /// How many of the taken were not there before.
    let created: Int
    let results: [Row]

    /// The rows with the Chinese sentence of each problem.
    init(_ outcomes: [ImportApplications.RowOutcome], sentence: (FieldProblem) -> String) {
        results = outcomes.map { outcome in
            switch outcome.outcome {
            case .taken(let application, let change):
                Row(
                    row: outcome.row,
                    name: outcome.name,
                    application: ID(application),
                    created: change == .new,
                    reasons: []
                )
            case .refused(let problems, let application):
                Row(
                    row: outcome.row,
                    name: outcome.name,
                    application: application.map { ID($0) },
                    created: false,
                    reasons: problems.map { RefusalReason(field: $0.field, code: $0.code, message: sentence($0)) }
                )
            }
        }
        rows = results.count
        rejected = results.count { !$0.reasons.isEmpty }
        taken = rows - rejected
        created = results.count(where: \.created)
    }
}
