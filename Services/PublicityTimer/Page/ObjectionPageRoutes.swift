import Attachments
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// The largest form: its files, and the rest of it.
    private static let mostBytes = ObjectionFormModel.mostFiles * Objections.evidence.mostBytes + 1 << 20

    /// Objecting in a browser, and following an objection there.
    var objectionPageRoutes: [Route] {
        inquiryPageRoutes + [
            Route(
                "POST /notices/{id}/page/objections",
                mostBytes: Self.mostBytes,
                perMinute: limits.perMinute
            ) { [self] call, tx in
                try objectOnPage(call, tx)
            }
        ]
    }

    private func objectOnPage(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let id = (try? call.id()) ?? UUID()
        guard let form = try? call.form(), let notice = try register.find(id, in: tx),
            let display = notice.state.display,
            pages.tokens.isGood(form["token"] ?? "", for: id, at: call.cause.now)
        else { return try pages.staleForm() }
        let reader = NoticePages.Reader(code: form["code"], seesFlags: false)
        guard notice.state.isOnShow else {
            return try .html(pages.show(notice, to: reader, at: call.cause.now, in: tx))
        }
        let sent = ObjectionForm(form)
        var faults = sent.faults
        var problems: [FieldProblem] = []
        let request = sent.body.checked(for: display, &problems)
        faults += problems.map { .init($0, said: Self.messages.chinese($0.code, $0.arguments)) }
        faults += try faultsOfFiles(sent.files)
        guard faults.isEmpty, let request else {
            return try .html(pages.show(notice, to: reader, at: call.cause.now, typed: form, faults: faults, in: tx))
        }
        // A second click sends the same form again: it is the same objection.
        return try call.once(pages.tokens.key(of: form), in: tx) {
            try take(request, sent.files, to: notice.id, shown: display, call, tx)
        }
    }

    private func take(
        _ request: ReceiveObjection.Request,
        _ files: [MultipartForm.Part],
        to notice: UUID,
        shown display: Display,
        _ call: Call,
        _ tx: borrowing Transaction
    ) throws -> Answer {
        let taken = try objections.receive(request, to: notice, because: call.cause, in: tx)
        for file in files {
            _ = try attachments.add(
                file.bytes,
                name: file.fileName ?? "",
                purpose: Objections.evidence.name,
                of: Objections.owner(of: taken.objection.id),
                uploadedBy: nil,
                because: desk.unnamed(call.cause),
                in: tx
            )
        }
        guard let receipt = ReceiptView(taken) else { throw NotFound("objection") }
        let office = try pages.office(of: request.addressee, display.posting, on: call.cause.today, in: tx)
        let model = ReceiptPageModel(receipt, office: office, files: files.count)
        return .html(try pages.templates.page(.receipt, model), status: 201)
    }

    private func faultsOfFiles(_ files: [MultipartForm.Part]) throws -> [ObjectionFormModel.Fault] {
        guard files.count <= ObjectionFormModel.mostFiles else {
            return [.init(files: "证据文件最多\(ObjectionFormModel.mostFiles)个。")]
        }
        return try files.compactMap { file in
            do {
                try attachments.check(file.bytes, name: file.fileName ?? "", purpose: Objections.evidence.name)
                return nil
            } catch let refusal as AttachmentRefusal {
                let said = Self.messages.chinese(refusal.code, refusal.arguments)
                return .init(files: "“\(file.fileName ?? "")”：\(said.inFullWidth)")
            }
        }
    }
}

extension NoticePages {
    /// The office an objection is addressed to, by the name it has on a day.
    func office(
        of addressee: Complaint.Addressee,
        _ posting: Posting,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> String {
        switch addressee {
        case .enterprise: posting.handlingOffice.name
        case .authority: try authorities.contacts(on: day, in: tx).authority.name
        }
    }

    /// What somebody sees whose form was not handed out here, or too long ago.
    func staleForm() throws -> Answer {
        let model = RefusedModel(
            heading: "表单已失效",
            sentence: "表单打开已超过24小时，或者不是从公示页面打开的。请回到公示页面重新填写；原来填写的内容没有提交。",
            asksCode: false
        )
        return .html(try templates.page(.refused, model), status: 403)
    }
}
