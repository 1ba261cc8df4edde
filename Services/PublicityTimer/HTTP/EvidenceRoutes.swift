import Attachments
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// The largest body with one file, the form around it included.
    static let mostEvidenceBytes = Objections.evidence.mostBytes + 64 << 10

    /// Files that are to prove something; only the office sees them to which the objection is addressed.
    var evidenceRoutes: [Route] {
        [
            Route(
                "POST /objection-inquiries/evidence",
                mostBytes: Self.mostEvidenceBytes,
                perMinute: limits.perMinute
            ) { [objections, limits] call, tx in
                let form = try call.form()
                let code = InquiryBody.code(of: form["receiptCode"] ?? "")
                let objection = try objections.find(receipt: code, for: call, within: limits, in: tx)
                // Nobody is to find out who sent it: neither the file nor the journal names an account or a request.
                let unnamed = objections.receive.desk.unnamed(call.cause)
                return try objections.attach(form, to: objection, uploadedBy: nil, because: unnamed, in: tx)
            },
            Route("POST /objections/{id}/evidence", mostBytes: Self.mostEvidenceBytes) {
                [register, objections] call, tx in
                let handled = try call.handled(objections, register, in: tx)
                return try objections.attach(
                    call.form(),
                    to: handled.objection,
                    uploadedBy: call.caller.subject,
                    because: call.cause,
                    in: tx
                )
            },
            Route("GET /objections/{id}/evidence") { [register, objections] call, tx in
                let handled = try call.handled(objections, register, in: tx)
                let owner = Objections.owner(of: handled.objection.id)
                let files = try objections.attachments.list(of: owner, in: tx)
                return try .page(files.map { AttachmentView($0) }, next: nil).unkept
            },
            Route("GET /objections/{id}/evidence/{file}") { [register, objections] call, tx in
                let handled = try call.handled(objections, register, in: tx)
                let file = try objections.attachments.find(call.id("file"), in: tx)
                guard file.owner == Objections.owner(of: handled.objection.id) else { throw NotFound("attachment") }
                return try objections.attachments.download(file, for: call)
            },
        ]
    }
}

extension Objections {
    /// Whose files are kept as evidence of an objection.
    static func owner(of objection: UUID) -> AttachmentOwner { AttachmentOwner("objection", objection) }

    /// Takes the file of a form while the objection is open.
    @discardableResult
    func attach(
        _ form: Form,
        to objection: Stored<Objection>,
        uploadedBy: String?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Answer {
        guard objection.state.closing == nil else { throw Objection.Rejection.alreadyClosed }
        guard let file = form.files.first else { throw AttachmentRefusal.noFile }
        let record = try attachments.add(
            file.bytes,
            name: file.fileName ?? "",
            purpose: Objections.evidence.name,
            of: Self.owner(of: objection.id),
            uploadedBy: uploadedBy,
            because: cause,
            in: tx
        )
        return try .created(AttachmentView(record)).unkept
    }
}
