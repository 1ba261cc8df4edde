import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What an applicant is told of a verdict, and the one re-check.
    var recheckRoutes: [Route] {
        [
            Route("GET /applications/{id}/verdict") { call, tx in
                let application = try stores.applications.read(call.id(), in: tx)
                guard let entry = application.state.entry else { throw NotFound("application") }
                let round = try stores.rounds.read(entry.round, in: tx)
                try requireOwner(of: application, call, in: tx)
                guard let assessment = application.state.assessment else { throw Application.Rejection.notJudged }
                let ruleSet = try assessment.basis.map { try stores.ruleSets.ruleSet($0.ruleSet.digest, in: tx) }
                return try .ok(
                    VerdictView(
                        application,
                        assessment,
                        by: ruleSet ?? RuleSetFile.notice?.ruleSet,
                        isBeforeVoting: round.state.stage == .judged
                    ),
                    version: application.version
                )
            },
            Route("POST /applications/{id}/re-check") { call, tx in
                let asked = try call.body(RecheckBody.self).recheck(by: call.caller.subject, on: call.cause.today)
                let (application, round) = try expectedApplication(call, in: tx)
                try requireOwner(of: application, call, in: tx)
                let changed = try recheckApplication(
                    .askRecheck(asked),
                    application,
                    of: round,
                    because: call.cause,
                    in: tx
                )
                return try .ok(view(of: changed, in: tx), version: changed.newVersion)
            },
            Route("POST /applications/{id}/re-check/decision") { call, tx in
                let decision = try call.body(RecheckDecisionBody.self)
                    .decision(by: call.caller.subject, on: call.cause.today)
                let (application, round) = try expectedApplication(call, in: tx)
                try requireOther(than: application, call)
                let changed = try recheckApplication(
                    .decideRecheck(decision),
                    application,
                    of: round,
                    because: call.cause,
                    in: tx
                )
                return try .ok(view(of: changed, in: tx), version: changed.newVersion)
            },
        ]
    }
}
