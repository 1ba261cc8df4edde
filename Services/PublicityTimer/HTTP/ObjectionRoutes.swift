import Cryptography
import Documents
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// Objections: handing in and asking after for everybody, handling for the office they are addressed to.
    var objectionRoutes: [Route] { objectorRoutes + worklistRoutes + handlingRoutes + evidenceRoutes }

    /// What those do who object; the receipt code is their only key.
    private var objectorRoutes: [Route] {
        [
            Route("POST /notices/{id}/objections") { [register, objections] call, tx in
                let notice = try call.notice(in: register, tx)
                guard let display = notice.state.display else { throw NotFound("notice") }
                let request = try call.body(ObjectionBody.self).validated(for: display)
                let taken = try objections.receive(request, to: notice.id, because: call.cause, in: tx)
                guard let view = ReceiptView(taken) else { throw NotFound("objection") }
                return try .created(view).unkept
            },
            Route("POST /objection-inquiries", perMinute: limits.perMinute) { [objections, limits] call, tx in
                let objection = try objections.find(
                    receipt: call.body(InquiryBody.self).code,
                    for: call,
                    within: limits,
                    in: tx
                )
                guard let complaint = objection.state.complaint else { throw NotFound("objection") }
                return try .ok(InquiryView(objection.state, complaint)).unkept
            },
            Route("POST /objection-inquiries/withdrawal", perMinute: limits.perMinute) {
                [objections, limits] call, tx in
                let objection = try objections.find(
                    receipt: call.body(InquiryBody.self).code,
                    for: call,
                    within: limits,
                    in: tx
                )
                let reason = try call.body(ReasonBody.self).validated()
                let withdrawn = try objections.withdraw(objection.id, reason: reason, because: call.cause, in: tx)
                guard let complaint = withdrawn.state.complaint else { throw NotFound("objection") }
                return try .ok(InquiryView(withdrawn.state, complaint)).unkept
            },
            Route("POST /objection-inquiries/answer", perMinute: limits.perMinute) {
                [register, objections, limits] call, tx in
                let objection = try objections.find(
                    receipt: call.body(InquiryBody.self).code,
                    for: call,
                    within: limits,
                    in: tx
                )
                return try objections.paper(for: objection, register, in: tx)
            },
        ]
    }
}

extension Objections {
    /// The objection a receipt code was given for; each code can be used only so often, wherever it is tried from.
    ///
    /// - Throws: `NotFound`, `TooManyRequests`.
    func find(
        receipt code: String,
        for call: Call,
        within limits: PublicLimits,
        in tx: borrowing Transaction
    ) throws -> Stored<Objection> {
        try call.limit("receipt", of: Digest.hex(keys.index.of(code)), perMinute: limits.perCode)
        return try find(receipt: code, in: tx)
    }

    /// The written answer as a file.
    ///
    /// - Throws: ``ObjectionAnswer/Missing``.
    func paper(
        for objection: Stored<Objection>,
        _ notices: NoticeRegister,
        in tx: borrowing Transaction
    ) throws -> Answer {
        let notice = try objection.state.complaint.flatMap { try notices.find($0.notice, in: tx) }
        let answer = try answer(to: objection, on: notice?.state.display, in: tx)
        return .file(try answer.document.printed(), type: "application/pdf", name: "异议处理答复书.pdf", isShown: true)
    }
}
