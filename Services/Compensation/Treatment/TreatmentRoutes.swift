import Attachments
import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Treatment beside pay: what is owed by whom, granted or waived.
    var treatmentItemRoutes: [Route] {
        [
            Route("GET /treatment-items") { [keepTreatment] call, tx in
                let page = call.page
                let filter = TreatmentStore.Filter(
                    creditCode: try call.enterprise(),
                    county: try call.countyAskedFor(),
                    appointment: call.query("appointment").flatMap { UUID(uuidString: $0) },
                    party: call.query("owedBy").flatMap { TreatmentDebtor.Party(rawValue: $0) },
                    department: call.query("department"),
                    overdueOn: call.query("overdue") == "true" ? call.cause.today : nil
                )
                let found = try keepTreatment.store.page(filter, after: page.after, limit: page.limit, in: tx)
                return try .page(
                    found.compactMap { TreatmentView($0, today: call.cause.today) },
                    next: page.next(found)
                )
            },
            Route("GET /treatment-items/overdue") { [keepTreatment] call, tx in
                let late = try keepTreatment.store.overdue(
                    creditCode: call.enterprise(),
                    county: call.countyAskedFor(),
                    on: call.cause.today,
                    limit: call.page.limit,
                    in: tx
                )
                return try .page(late, next: nil)
            },
            Route("GET /me/treatment-items") { [keepTreatment] call, tx in
                let page = call.page
                let filter = TreatmentStore.Filter(person: try call.person())
                let found = try keepTreatment.store.page(filter, after: page.after, limit: page.limit, in: tx)
                return try .page(
                    found.compactMap { TreatmentView($0, today: call.cause.today) },
                    next: page.next(found)
                )
            },
            Route("POST /treatment-items/{id}/grant") { [files] call, tx in
                let body = try call.body(GrantBody.self)
                return try changed(call, in: tx) { item in
                    let sent = try files.list(of: AttachmentOwner(EvidenceFiles.owner, item), in: tx)
                    return .grant(try body.validated(because: call.cause, among: sent))
                }
            },
            Route("POST /treatment-items/{id}/waiver") { call, tx in
                let reason = try call.body(TreatmentReasonBody.self).validated()
                let waiver = TreatmentItem.Waiver(reason: reason, by: call.cause.actor, on: call.cause.today)
                return try changed(call, in: tx) { _ in .waive(waiver) }
            },
            Route("POST /treatment-items/{id}/reopening") { call, tx in
                let reason = try call.body(TreatmentReasonBody.self).validated()
                return try changed(call, in: tx) { _ in
                    .reopen(reason: reason, by: call.cause.actor, on: call.cause.today)
                }
            },
        ]
    }

    /// An item after what whoever owes it said of it: the enterprise of its own, an authority of a department's.
    private func changed(
        _ call: Call,
        in tx: borrowing Transaction,
        _ command: (UUID) throws -> TreatmentItem.Command
    ) throws -> Answer {
        let item = try keepTreatment.store.load(call.id(), in: tx)
        guard let owing = item.state.owing else { throw NotFound("treatment-item") }
        try call.require(enterprise: owing.creditCode)
        guard (owing.owedBy.party == .enterprise) == call.caller.role.isOfEnterprise else { throw OwedByOther() }
        try item.expect(version: call.expectedVersion())
        let changed = try keepTreatment.change(item, command(item.id), because: call.cause, in: tx)
        return try .ok(TreatmentView(changed, today: call.cause.today), version: changed.newVersion)
    }
}

/// Only whoever owes an item says that it is granted or waived.
struct OwedByOther: Rejection, Hashable {
    var code: String { "compensation.treatment-owed-by-other" }
}
