import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// Objections: handing in, asking after, accepting, deciding.
    var objectionRoutes: [Route] {
        [
            Route("POST /notices/{id}/objections") { [register, receiveObjection] call, tx in
                let notice = try call.notice(in: register, tx)
                let request = try call.body(ObjectionBody.self).validated()
                let (objection, receipt) = try receiveObjection(request, to: notice.id, because: call.cause, in: tx)
                return try .created(
                    ReceiptView(
                        id: objection.id.lowercase,
                        notice: notice.id.lowercase,
                        person: request.person.lowercase,
                        receiptCode: receipt.text,
                        receivedAt: call.cause.now
                    ),
                    version: objection.newVersion
                )
            },
            Route("GET /notices/{id}/objections") { [register, objections, self] call, tx in
                let notice = try call.notice(in: register, tx)
                let page = call.page
                let found = try objections.page(of: notice.id, after: page.after, limit: page.limit, in: tx)
                return try .page(
                    try found.compactMap { try view(of: $0, for: call) },
                    next: found.count == page.limit ? found.last?.id : nil
                )
            },
            Route("GET /objections/{id}") { [objections, self] call, tx in
                try requireOwn(call, in: tx)
                let objection = try objections.load(call.id(), in: tx)
                return try .ok(view(of: objection, for: call), version: objection.version)
            },
            Route("POST /objections/{id}/acceptance") { [acceptObjection, self] call, tx in
                try requireOwn(call, in: tx)
                let objection = try acceptObjection(
                    call.id(),
                    version: call.expectedVersion(),
                    because: call.cause,
                    in: tx
                )
                return try .ok(view(of: objection, for: call), version: objection.newVersion)
            },
            Route("POST /objections/{id}/decision") { [decideObjection, self] call, tx in
                try requireOwn(call, in: tx)
                let (outcome, reason) = try call.body(DecisionBody.self).validated()
                let objection = try decideObjection(
                    call.id(),
                    version: call.expectedVersion(),
                    outcome: outcome,
                    reason: reason,
                    because: call.cause,
                    in: tx
                )
                return try .ok(view(of: objection, for: call), version: objection.newVersion)
            },
            Route("POST /objection-inquiries") { [objections, keys] call, tx in
                let text = Normalised.identifier(try call.body(InquiryBody.self).receiptCode)
                guard let code = ReceiptCode(text),
                    let objection = try objections.find(receipt: keys.index.of(code.text), in: tx),
                    let complaint = objection.state.complaint
                else { throw NotFound("objection") }
                return try .ok(
                    InquiryView(
                        state: objection.state.phase.rawValue,
                        receivedAt: complaint.receivedAt,
                        decision: objection.state.decision.map(DecisionView.init)
                    )
                )
            },
        ]
    }

    /// Refuses the people of other enterprises.
    private func requireOwn(_ call: Call, in tx: borrowing Transaction) throws {
        let notice = try objections.notice(of: call.id(), in: tx)
        guard let posting = try register.find(notice, in: tx)?.state.posting else { throw NotFound("notice") }
        try call.require(enterprise: posting.publisher.creditCode)
    }

    /// An objection for the caller; only the handling office learns who objects.
    private func view(of objection: Stored<Objection>, for call: Call) throws -> ObjectionView? {
        var objector: Objector?
        if call.caller.role == .enterpriseHR, let sealed = objection.state.complaint?.objector {
            objector = try Objector.opened(sealed, of: objection.id, with: keys)
        }
        return ObjectionView(objection, objector: objector)
    }
}
