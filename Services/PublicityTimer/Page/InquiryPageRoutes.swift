import Attachments
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// Following an objection in a browser; the receipt code, sent with each form, is the only key.
    var inquiryPageRoutes: [Route] {
        [
            Route("GET /objection-inquiry-page") { [pages] _, _ in
                try .html(pages.templates.page(.inquiry, InquiryPageModel()))
            },
            Route("POST /objection-inquiry-page", perMinute: limits.perMinute) { [self] call, tx in
                try inquire(call, tx) { inquiry in try follow(inquiry, in: tx) }
            },
            Route("POST /objection-inquiry-page/withdrawal", perMinute: limits.perMinute) { [self] call, tx in
                try inquire(call, tx) { inquiry in try withdraw(inquiry, call, tx) }
            },
            Route(
                "POST /objection-inquiry-page/evidence",
                mostBytes: Self.mostEvidenceBytes,
                perMinute: limits.perMinute
            ) { [self] call, tx in
                try inquire(call, tx) { inquiry in try addEvidence(inquiry, call, tx) }
            },
            Route("POST /objection-inquiry-page/answer", perMinute: limits.perMinute) { [self] call, tx in
                try inquire(call, tx) { inquiry in
                    do {
                        return try objections.paper(for: inquiry.objection, register, in: tx)
                    } catch let missing as ObjectionAnswer.Missing {
                        return try follow(inquiry, fault: Self.messages.chinese(missing.code, [:]), in: tx)
                    }
                }
            },
        ]
    }

    /// What a form with a code asks about.
    private struct Inquiry {
        /// As it was typed, for the forms of the page that answers.
        let code: String
        var objection: Stored<Objection>
        let form: Form
    }

    /// The objection of the code a form sends, and what is done with it; or the page that says that there is none.
    private func inquire(
        _ call: Call,
        _ tx: borrowing Transaction,
        _ act: (Inquiry) throws -> Answer
    ) throws -> Answer {
        guard let form = try? call.form(), let typed = form["code"],
            let objection = try objection(of: InquiryBody.code(of: typed), for: call, in: tx)
        else {
            let typed = (try? call.form())?["code"] ?? ""
            let model = InquiryPageModel(typed: typed, fault: "没有查到这个回执码，请逐位核对。")
            return try .html(pages.templates.page(.inquiry, model), status: 404)
        }
        return try act(Inquiry(code: typed, objection: objection, form: form))
    }

    /// Only that there is none is nothing found: what the database cannot answer is a fault, and said as one.
    private func objection(
        of code: String,
        for call: Call,
        in tx: borrowing Transaction
    ) throws -> Stored<Objection>? {
        do {
            return try objections.find(receipt: code, for: call, within: limits, in: tx)
        } catch is NotFound {
            return nil
        }
    }

    private func withdraw(_ inquiry: Inquiry, _ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        guard inquiry.objection.state.closing == nil else { return try follow(inquiry, fault: closed, in: tx) }
        var problems: [FieldProblem] = []
        let reason = Text.required(inquiry.form["reason"], field: "reason", upTo: ObjectionBody.mostText, &problems)
        if let problem = problems.first {
            let said = Self.messages.chinese(problem.code, problem.arguments)
            return try follow(inquiry, fault: "撤回理由：\(said.inFullWidth)", typed: inquiry.form["reason"], in: tx)
        }
        var inquiry = inquiry
        inquiry.objection = try objections.withdraw(
            inquiry.objection.id,
            reason: reason,
            because: call.cause,
            in: tx
        )
        return try follow(inquiry, done: "异议已经撤回。", in: tx)
    }

    private func addEvidence(_ inquiry: Inquiry, _ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let (objection, form) = (inquiry.objection, inquiry.form)
        guard objection.state.closing == nil else { return try follow(inquiry, fault: closed, in: tx) }
        do {
            guard let file = form.files.first else { throw AttachmentRefusal.noFile }
            // Looked at before anything is written: a page that says no is answered with what the transaction holds.
            try attachments.check(file.bytes, name: file.fileName ?? "", purpose: Objections.evidence.name)
            let unnamed = desk.unnamed(call.cause)
            try objections.attach(form, to: objection, uploadedBy: nil, because: unnamed, in: tx)
            return try follow(inquiry, done: "证据文件“\(file.fileName ?? "")”已经收到。", in: tx)
        } catch let refusal as AttachmentRefusal {
            let said = Self.messages.chinese(refusal.code, refusal.arguments)
            return try follow(inquiry, fault: "证据文件：\(said.inFullWidth)", in: tx)
        }
    }

    private var closed: String { "这件异议已经办结，不能再撤回或者补交证据。" }

    /// The page with how an objection stands; 422 with a fault.
    private func follow(
        _ inquiry: Inquiry,
        done: String? = nil,
        fault: String? = nil,
        typed reason: String? = nil,
        in tx: borrowing Transaction
    ) throws -> Answer {
        let objection = inquiry.objection.state
        guard let complaint = objection.complaint,
            let display = try register.find(complaint.notice, in: tx)?.state.display
        else { throw NotFound("objection") }
        let day = LocalDate(in: complaint.enteredAt)
        let office = try pages.office(of: complaint.addressee, display.posting, on: day, in: tx)
        let found = InquiryPageModel.Found(objection, complaint, office: office, code: inquiry.code, reason: reason)
        let model = InquiryPageModel(fault: fault, done: done, found: found)
        return try .html(pages.templates.page(.inquiry, model), status: fault == nil ? 200 : 422)
    }
}
