import Documents
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The papers of scoring.
    var scorePaperRoutes: [Route] {
        [
            Route("GET /rounds/{id}/scores/summary") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                guard try reader(call, of: round, in: tx).seesAll else { throw NotTheChair() }
                let scoring = try stores.scorings.read(of: round.id, in: tx).state
                guard let plan = round.state.terms, let terms = scoring.terms, let results = scoring.results else {
                    throw Scoring.Rejection.notClosed
                }
                let applications = try stores.applications.read(results.map(\.application), in: tx)
                let sheet = ScoreSummarySheet(
                    plan: plan,
                    terms: terms,
                    results: results.sorted {
                        ($0.total, $1.application.lowercase) > ($1.total, $0.application.lowercase)
                    },
                    candidates: try Dictionary(
                        stores.panelRegister.candidates(results.map(\.application), in: tx).map { ($0.application, $0) }
                    ) { first, _ in first },
                    occupations: Dictionary(
                        applications.compactMap { one in one.state.entry.map { (one.id, $0.particulars.occupation) } }
                    ) { first, _ in first },
                    seats: try stores.panelRegister.seats(of: round, in: tx),
                    printedAt: call.cause.now
                )
                return .file(
                    try sheet.document().printed(),
                    type: "application/pdf",
                    name: "评分汇总表.pdf",
                    isShown: true
                )
            }
        ]
    }
}
