import EvaluationDomain
import Foundation
import Kernel
import Messaging
import ServiceKit

extension Main {
    /// Omissions referred back from publicity.
    var omissionRoutes: [Route] {
        [
            Route("GET /rounds/{id}/omissions") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                return try .page(stores.omissions.list(of: round.id, in: tx).compactMap(OmissionView.init), next: nil)
            },
            Route("POST /omissions/{id}/answer") { call, tx in
                let reason = try call.body(ReasonBody.self).checked()
                let omission = try stores.omissions.load(call.id(), in: tx)
                let round = try stores.rounds.read(omission.state.referral?.round ?? omission.id, in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                try omission.expect(version: call.expectedVersion())
                let answered = try answerOmission(omission, reason: reason, because: call.cause, in: tx)
                return try .ok(OmissionView(answered), version: answered.newVersion)
            },
        ]
    }
}

/// An omission as it goes out: what the handling office found, nothing of the objection.
struct OmissionView: Encodable {
    let id: ID<Omission>
    let list: ID<ProposedList>
    let missing: String
    let finding: String
    let state: String
    let application: ID<Application>?
    let resolution: String?
    let reason: String?
    let closedAt: Date?
    let version: Int

    init?(_ omission: Stored<Omission>) {
        guard let referral = omission.state.referral else { return nil }
        id = ID(omission.id)
        list = ID(referral.list)
        missing = referral.missing
        finding = referral.finding
        switch omission.state.answer {
        case nil: (state, application, resolution, reason, closedAt) = ("open", nil, nil, nil, nil)
        case .added(let added, let resolved, let at):
            (state, application, resolution, reason, closedAt) = ("added", ID(added), resolved, nil, at)
        case .declined(let why, let at):
            (state, application, resolution, reason, closedAt) = ("declined", nil, nil, why, at)
        }
        version = omission.newVersion
    }
}
