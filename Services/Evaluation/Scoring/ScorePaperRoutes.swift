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
                let reader = try reader(call, of: round, in: tx)
                guard reader.seesAll else { throw NotTheChair() }
                let scoring = try stores.scorings.read(of: round.id, in: tx).state
                guard let plan = round.state.terms, let terms = scoring.terms, var results = scoring.results else {
                    throw Scoring.Rejection.notClosed
                }
                let seats = try stores.panelRegister.seats(of: round, in: tx)
                if case .chair = reader { results.removeAll { !seats.mayJudge(call.caller.subject, $0.application) } }
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
                    seats: seats,
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
