import Attachments
import CertificateDomain
import Documents
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Certificates on paper, the photos on them, and copies for a purpose.
    var paperRoutes: [Route] {
        [
            Route("GET /certificates/{id}/paper") { call, tx in
                let certificate = try readable(call, in: tx)
                let paper = try printCertificates.paper(of: certificate, in: tx)
                return .file(
                    try paper.printed(),
                    type: "application/pdf",
                    name: "特级技师证书-\(certificate.state.number?.text ?? "").pdf",
                    isShown: true
                )
            },
            Route("PUT /certificates/{id}/photo", mostBytes: Photos.purpose.mostBytes + (64 << 10)) { call, tx in
                _ = try readable(call, in: tx)
                let (bytes, name) = try photo(call)
                let photo = try Photos.read(bytes)
                let certificate = try ReissueStore().lock(call.id(), in: tx)
                try call.require(enterprise: certificate.holding?.issuer.creditCode ?? "")
                let kept = try printCertificates.photos.keep(
                    photo,
                    name: name,
                    of: call.id(),
                    by: call.caller.subject,
                    because: call.cause,
                    in: tx
                )
                return try .ok(PhotoView(kept, hints: photo.hints))
            },
            Route("GET /certificates/{id}/photo") { call, tx in
                let certificate = try readable(call, in: tx)
                guard let bytes = try printCertificates.photos.bytes(of: certificate.id, in: tx) else {
                    throw NotFound("photo")
                }
                return .file(bytes, type: "image/jpeg", name: "photo.jpg", isShown: true)
            },
            Route("GET /certificates/{id}/copies") { call, tx in
                let certificate = try readable(call, in: tx)
                let copies = try CopyStore().list(of: certificate.id, in: tx)
                return try .page(copies.compactMap { CopyView($0, today: call.cause.today, link: nil) }, next: nil)
            },
            Route("POST /certificates/{id}/copies") { call, tx in
                let certificate = try readable(call, in: tx)
                guard let holding = certificate.state.holding, certificate.state.stage == .issued else {
                    throw NotInForce()
                }
                let body = try call.body(CopyBody.self)
                let token = CopyToken.new()
                var copy = Stored<CopyForPurpose>(new: NewID.v7())
                do {
                    try copy.handle(
                        .make(
                            .init(
                                certificate: certificate.id,
                                creditCode: holding.issuer.creditCode,
                                purpose: body.purpose.trimmingCharacters(in: .whitespacesAndNewlines),
                                through: body.through,
                                by: call.caller.subject,
                                on: call.cause.today
                            )
                        )
                    )
                } catch let rejection as CopyForPurpose.Rejection {
                    let field = rejection == .purposeMissing ? "purpose" : "through"
                    throw InvalidInput([FieldProblem(field: field, rejection)])
                }
                // What cannot be printed is told now, and not to whoever opens the link.
                _ = try printCertificates.paper(of: certificate, watermark: copy.state.made?.watermark, in: tx)
                    .printed()
                try CopyStore().insert(copy, token: token, in: tx)
                try journal.append(copy, of: "certificate_copy", because: call.cause, in: tx)
                guard let view = CopyView(copy, today: call.cause.today, link: "\(address.base)/copies/\(token)") else {
                    throw NotFound("certificate-copy")
                }
                return try .created(view, version: copy.newVersion)
            },
            Route("POST /certificates/{id}/copies/{copy}/withdrawal") { call, tx in
                let certificate = try readable(call, in: tx)
                var copy = try CopyStore().load(call.id("copy"), in: tx)
                guard copy.state.made?.certificate == certificate.id else { throw NotFound("certificate-copy") }
                try copy.handle(.withdraw)
                if !copy.events.isEmpty {
                    try CopyStore().save(copy, in: tx)
                    try journal.append(copy, of: "certificate_copy", because: call.cause, in: tx)
                }
                guard let view = CopyView(copy, today: call.cause.today, link: nil) else {
                    throw NotFound("certificate-copy")
                }
                return try .ok(view, version: copy.newVersion)
            },
            Route("GET /copies/{token}", perMinute: 60) { call, tx in
                // One answer for a link that never was, is over or was taken back.
                guard let copy = try CopyStore().find(token: call.parameter("token"), in: tx),
                    copy.state.isGood(on: call.cause.today), let made = copy.state.made,
                    let certificate = try CertificateRegister().find(made.certificate, in: tx),
                    certificate.state.stage == .issued
                else { throw NotFound("certificate-copy") }
                let paper = try printCertificates.paper(of: certificate, watermark: made.watermark, in: tx)
                return .file(try paper.printed(), type: "application/pdf", name: "证书副本.pdf", isShown: true)
            },
        ]
    }

    /// The certificate a call is about, where the caller may read it: its enterprise's own, officers, and its holder.
    private func readable(_ call: Call, in tx: borrowing Transaction) throws -> Stored<Certificate> {
        guard let certificate = try CertificateRegister().find(call.id(), in: tx),
            let holding = certificate.state.holding
        else { throw NotFound("certificate") }
        try call.require(enterprise: holding.issuer.creditCode)
        if call.caller.role == .employee, call.caller.person != holding.person { throw NotFound("certificate") }
        return certificate
    }

    private func photo(_ call: Call) throws -> (bytes: [UInt8], name: String) {
        let type = call.contentType?.prefix { $0 != ";" }.lowercased() ?? ""
        guard type == "multipart/form-data" else {
            guard !call.bytes.isEmpty else { throw InvalidInput(field: "file", code: "common.missing-member") }
            return (call.bytes, call.query("name") ?? "photo")
        }
        guard let file = try call.form().files.first else {
            throw InvalidInput(field: "file", code: "common.missing-member")
        }
        return (file.bytes, file.fileName ?? "photo")
    }
}
