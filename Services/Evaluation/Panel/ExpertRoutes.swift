import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The pools of experts.
    var expertRoutes: [Route] {
        [
            Route("POST /experts") { call, tx in
                let creditCode = call.caller.organisation ?? ""
                try call.require(enterprise: creditCode)
                let record = try call.body(ExpertBody.self).record(of: creditCode)
                var expert = Stored<Expert>(new: NewID.v7())
                try expert.handle(.enter(record))
                try stores.experts.save(expert, because: call.cause, in: tx)
                return try .created(ExpertView(expert), version: expert.newVersion)
            },
            Route("GET /experts") { call, tx in
                let experts = try stores.experts.page(
                    of: call.listedEnterprise(),
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                return try call.page(of: experts, id: \.id) { ExpertView($0) }
            },
            Route("GET /experts/{id}") { call, tx in
                let expert = try stores.experts.read(call.id(), in: tx)
                try call.require(enterprise: expert.state.record?.creditCode ?? "")
                return try .ok(ExpertView(expert), version: expert.version)
            },
            Route("POST /experts/{id}/changes") { call, tx in
                var expert = try expert(call, in: tx)
                try expert.handle(.change(call.body(ExpertBody.self).record(of: expert.state.record?.creditCode ?? "")))
                return try kept(expert, call, in: tx)
            },
            Route("POST /experts/{id}/relations") { call, tx in
                let relation = try call.body(RelationBody.self).relation(by: call.caller.subject, at: call.cause.now)
                var expert = try stores.experts.load(call.id(), in: tx)
                // Members declare for themselves, wherever they come from; nobody learns of the record of another.
                guard call.caller.role != .evaluator || expert.state.record?.account == call.caller.subject else {
                    throw NotFound("expert")
                }
                if call.caller.role != .evaluator {
                    try call.require(enterprise: expert.state.record?.creditCode ?? "")
                }
                try expert.handle(.declare(relation))
                return try kept(expert, call, in: tx)
            },
            Route("POST /experts/{id}/retirement") { call, tx in
                let reason = try call.body(ReasonBody.self).checked()
                var expert = try expert(call, in: tx)
                try expert.handle(.retire(reason: reason))
                return try kept(expert, call, in: tx)
            },
        ]
    }

    /// An expert of the caller's own pool, locked, as the caller has seen it.
    private func expert(_ call: Call, in tx: borrowing Transaction) throws -> Stored<Expert> {
        let expert = try stores.experts.load(call.id(), in: tx)
        try call.require(enterprise: expert.state.record?.creditCode ?? "")
        try expert.expect(version: call.expectedVersion())
        return expert
    }

    private func kept(_ expert: Stored<Expert>, _ call: Call, in tx: borrowing Transaction) throws -> Answer {
        try stores.experts.save(expert, because: call.cause, in: tx)
        try standAside.followRecords(of: expert, because: call.cause, in: tx)
        return try .ok(ExpertView(expert), version: expert.newVersion)
    }
}
