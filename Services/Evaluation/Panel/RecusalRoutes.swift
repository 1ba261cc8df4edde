import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Who stands aside from whom, declared or asked for.
    var recusalRoutes: [Route] {
        [
            Route("GET /rounds/{id}/panel/candidates") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                let seats = try stores.panelRegister.seats(of: round, in: tx)
                guard seats.seat(of: call.caller.subject) != nil else { throw Round.Rejection.notOnPanel }
                let candidates = try stores.panelRegister.candidates(of: round.id, in: tx)
                    .filter { seats.mayJudge(call.caller.subject, $0.application) }
                return try .page(candidates.map(PanelCandidateView.init), next: nil)
            },
            Route("POST /rounds/{id}/panel/recusals") { call, tx in
                let recusal = try call.body(PanelRecusalBody.self).recusal(by: call.caller.subject, at: call.cause.now)
                var place = try panelOfCandidate(recusal.application, call, in: tx)
                // A member declares for themselves alone.
                guard call.caller.role != .evaluator || recusal.member == call.caller.subject else {
                    throw Panel.Rejection.notMember
                }
                let hasScored = try stores.scores.hasSubmitted(
                    recusal.member,
                    for: recusal.application,
                    in: place.round.id,
                    tx
                )
                try place.panel.handle(.recuse(recusal, hasScored: hasScored))
                try stores.panels.save(place.panel, of: place.round.id, because: call.cause, in: tx)
                return try shown(place.panel, of: place.round, call, in: tx, isNew: true)
            },
            Route("POST /rounds/{id}/panel/recusal-requests") { call, tx in
                let request = try call.body(RecusalRequestBody.self).request(
                    NewID.v7(),
                    by: call.caller.subject,
                    at: call.cause.now
                )
                if call.caller.role == .employee {
                    let own = try call.caller.person.flatMap {
                        try stores.panelRegister.application(of: $0, in: call.id(), tx)
                    }
                    guard own == request.application else { throw NotFound("application") }
                }
                var place = try panelOfCandidate(request.application, call, in: tx)
                try place.panel.handle(.request(request))
                try stores.panels.save(place.panel, of: place.round.id, because: call.cause, in: tx)
                return try .created(PanelView.RequestView(request))
            },
            Route("POST /rounds/{id}/panel/recusal-requests/{request}/decision") { call, tx in
                let decision = try call.body(RecusalDecisionBody.self).decision(
                    by: call.caller.subject,
                    at: call.cause.now
                )
                let round = try stores.rounds.read(call.id(), in: tx)
                if call.caller.role == .evaluator {
                    let seats = try stores.panelRegister.seats(of: round, in: tx)
                    guard seats.chair == call.caller.subject else { throw NotTheChair() }
                } else {
                    try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                }
                var place = try lockedPanel(round.id, in: tx)
                let id = try call.id("request")
                guard try place.panel.state.sitting().requests.contains(where: { $0.id == id }) else {
                    throw NotFound("request")
                }
                try place.panel.handle(.decide(request: id, decision))
                try stores.panels.save(place.panel, of: place.round.id, because: call.cause, in: tx)
                return try shown(place.panel, of: place.round, call, in: tx)
            },
        ]
    }

    /// The panel before which a candidate comes, locked; for HR, a member, or the candidate.
    ///
    /// - Throws: `NotFound` for an application of another round.
    private func panelOfCandidate(
        _ application: UUID,
        _ call: Call,
        in tx: borrowing Transaction
    ) throws -> PanelOfRound {
        let read = try stores.rounds.read(call.id(), in: tx)
        if call.caller.role == .evaluator {
            _ = try reader(call, of: read, in: tx)
        } else {
            try call.require(enterprise: read.state.terms?.filing.enterprise.creditCode ?? "")
        }
        let place = try lockedPanel(read.id, in: tx)
        let candidate = try stores.applications.read([application], in: tx).first
        guard candidate?.state.entry?.round == read.id else { throw NotFound("application") }
        return place
    }

    /// A round's panel while it can change, both locked.
    private func lockedPanel(_ round: UUID, in tx: borrowing Transaction) throws -> PanelOfRound {
        let round = try gate.running(round, in: tx)
        try round.state.requirePanelOpen()
        return PanelOfRound(round: round, panel: try stores.panels.load(of: round.id, in: tx))
    }
}

/// Only the chair of the panel, or HR, does this.
struct NotTheChair: Rejection, Hashable {
    var code: String { "evaluation.not-the-chair" }
}
