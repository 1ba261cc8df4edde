import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Scoring as a member does it; candidates they stand aside from are not there.
    var scoreSheetRoutes: [Route] {
        [
            Route("GET /rounds/{id}/scores/sheets") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                let seats = try stores.panelRegister.seats(of: round, in: tx)
                guard seats.seat(of: call.caller.subject) != nil else { throw Round.Rejection.notOnPanel }
                let scoring = try stores.scorings.read(of: round.id, in: tx).state
                guard let terms = scoring.terms else { throw Scoring.Rejection.notOpen }
                let judged = seats.judged(by: call.caller.subject, among: scoring.candidates)
                let candidates = try stores.panelRegister.candidates(judged, in: tx)
                let sheets = try stores.scores.all(of: round.id, by: call.caller.subject, in: tx)
                return try .page(tasks(of: candidates, by: terms, sheets: sheets.map(\.state)), next: nil)
            },
            Route("GET /rounds/{id}/scores/sheets/{application}/{method}") { call, tx in
                let method = try call.method()
                let (terms, key) = try scoreRound.place(
                    of: call.caller.subject,
                    call.id("application"),
                    method: method,
                    in: call.id(),
                    tx
                )
                let sheet = try stores.scores.read(key, in: tx)
                return try .ok(view(of: sheet, key, terms, in: tx), version: sheet.version)
            },
            Route("PUT /rounds/{id}/scores/sheets/{application}/{method}") { call, tx in
                let body = try call.body(ScoreSheetBody.self)
                let method = try call.method()
                let (terms, sheet) = try scoreRound.score(
                    body.content(),
                    isFinal: body.final == true,
                    by: call.caller.subject,
                    of: call.id("application"),
                    method: method,
                    in: call.id(),
                    because: call.cause,
                    tx
                )
                let answer = ScoreSheetView(sheet, method: method, of: terms, candidate: nil)
                return try .ok(answer, version: sheet.newVersion)
            },
        ]
    }

    private func tasks(
        of candidates: [PanelCandidate],
        by terms: ScoringTerms,
        sheets: [ScoreSheet]
    ) -> [ScoreTaskView] {
        candidates.flatMap { candidate in
            terms.methods.enumerated().filter { !$0.element.isEntered }.map { index, method in
                let sheet = sheets.first {
                    $0.key?.application == candidate.application && $0.key?.method == index
                }
                return ScoreTaskView(
                    application: ID(candidate.application),
                    name: candidate.name,
                    method: index + 1,
                    methodName: method.name,
                    state: sheet.map { $0.isSubmitted ? "submitted" : "draft" } ?? "empty",
                    total: sheet?.content.map { PointsView($0.total) }
                )
            }
        }
    }

    private func view(
        of sheet: Stored<ScoreSheet>,
        _ key: ScoreSheet.Key,
        _ terms: ScoringTerms,
        in tx: borrowing Transaction
    ) throws -> ScoreSheetView {
        let application = try stores.applications.read(key.application, in: tx)
        let person = application.state.entry?.person
        let names = try stores.persons.names(of: [person].compactMap(\.self), in: tx)
        return ScoreSheetView(
            sheet,
            method: key.method,
            of: terms,
            candidate: CandidateView(application, name: person.flatMap { names[$0] })
        )
    }
}
