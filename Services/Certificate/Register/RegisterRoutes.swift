import CertificateDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets

extension Main {
    /// The register of certificates, and those issued before it was kept.
    var registerRoutes: [Route] {
        [
            Route("GET /register") { call, tx in
                let filter = try registerFilter(call)
                if call.query("format") == "xlsx" {
                    return try RegisterDownload.answer(filter, because: call.cause)
                }
                let found = try RegisterEntries().page(
                    filter,
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let shown = found.prefix(call.page.limit)
                return try .page(Array(shown), next: found.count > shown.count ? shown.last?.id.uuid : nil)
            },
            Route("GET /register/counts") { call, tx in
                guard let grouping = RegisterEntries.Grouping(rawValue: call.query("by") ?? "enterprise") else {
                    throw InvalidInput(
                        field: "by",
                        code: "certificate.unknown-grouping",
                        arguments: ["known": RegisterEntries.Grouping.allCases.map(\.rawValue).joined(separator: "、")]
                    )
                }
                let counts = try RegisterEntries().counts(registerFilter(call), by: grouping, in: tx)
                return try .page(counts.map { RegisterCountView($0, by: grouping) }, next: nil)
            },
            Route("GET /historic-certificates/template") { call, _ in
                .file(
                    try HistoricTemplate.bytes(at: call.cause.now),
                    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    name: "历史证书导入模板.xlsx"
                )
            },
            Route("POST /historic-certificates/import", mostBytes: ImportHistoric.mostBytes + (64 << 10)) { call, tx in
                let upload = try ImportUpload(call)
                let isEnterprise = call.caller.role.isOfEnterprise
                try call.require(enterprise: call.caller.organisation ?? "")
                // A number once entered is taken for good: an enterprise looks its list through, and an office enters it.
                guard !isEnterprise || upload.isRehearsal else { throw EnteredByOffice() }
                let outcome = try importHistoric(
                    upload.bytes,
                    name: String(upload.name.prefix(200)),
                    isRehearsal: upload.isRehearsal,
                    onlyOf: isEnterprise ? call.caller.organisation : nil,
                    because: call.cause,
                    in: tx
                )
                guard call.query("answer") == "workbook" else {
                    return try .ok(HistoricImportView(outcome, isRehearsal: upload.isRehearsal))
                }
                return .file(
                    try outcome.workbook(of: upload.bytes, at: call.cause.now),
                    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    name: "退回-\(upload.name.nameWithoutEnding ?? "历史证书").xlsx"
                )
            },
            Route("GET /historic-certificates/{id}") { call, tx in
                guard let found = try HistoricStore().find(call.id(), in: tx), let view = HistoricView(found) else {
                    throw NotFound("historic-certificate")
                }
                try call.require(enterprise: view.creditCode)
                return try .ok(view, version: found.version)
            },
            Route("POST /historic-certificates/{id}/revocation") { call, tx in try withdraw(call, to: .revoked, in: tx)
            },
            Route("POST /historic-certificates/{id}/cancellation") { call, tx in
                try withdraw(call, to: .cancelled, in: tx)
            },
            Route("POST /historic-certificates/{id}/striking") { call, tx in
                let reason = try call.body(StrikingBody.self).reason
                var certificate = try HistoricStore().load(call.id(), in: tx)
                try certificate.expect(version: call.expectedVersion())
                do {
                    try certificate.handle(.strike(reason: reason.trimmingCharacters(in: .whitespacesAndNewlines)))
                } catch HistoricCertificate.Rejection.strikingReasonMissing {
                    throw InvalidInput([
                        FieldProblem(field: "reason", HistoricCertificate.Rejection.strikingReasonMissing)
                    ])
                }
                try HistoricStore().save(certificate, in: tx)
                try importHistoric.journal.append(
                    certificate,
                    of: "historic_certificate",
                    because: call.cause,
                    in: tx
                )
                guard let view = HistoricView(certificate) else { throw NotFound("historic-certificate") }
                return try .ok(view, version: certificate.newVersion)
            },
        ]
    }

    /// The enterprise that issued it, or the bureau, revokes or cancels one; nobody is to be heard here of whom nothing is known but a row.
    private func withdraw(_ call: Call, to status: CertificateStatus, in tx: borrowing Transaction) throws -> Answer {
        let body = try call.body(StatusBody.self)
        let change = try body.change(to: status, by: call.caller.subject, today: call.cause.today)
        let certificate = try HistoricStore().load(call.id(), in: tx)
        try call.require(enterprise: certificate.state.record?.creditCode ?? "")
        try certificate.expect(version: call.expectedVersion())
        let withdrawn = try WithdrawHistoric(journal: importHistoric.journal)(
            certificate,
            change,
            because: call.cause,
            in: tx
        )
        guard let view = HistoricView(withdrawn) else { throw NotFound("historic-certificate") }
        return try .ok(view, version: withdrawn.newVersion)
    }

    private func registerFilter(_ call: Call) throws -> RegisterEntries.Filter {
        var problems: [FieldProblem] = []
        let year = call.query("year").map { text in
            Int(text).flatMap { (2000...2099).contains($0) ? $0 : nil }
        }
        if case .some(nil) = year { problems.append(FieldProblem(field: "year", code: "certificate.unknown-year")) }
        let origin = call.query("origin")
        if let origin, !["here", "historic"].contains(origin) {
            problems.append(FieldProblem(field: "origin", code: "certificate.unknown-origin"))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return RegisterEntries.Filter(
            creditCode: try creditCode(call),
            unit: call.query("unit"),
            occupation: call.query("occupation"),
            year: year ?? nil,
            status: call.query("status"),
            isHistoric: origin.map { $0 == "historic" }
        )
    }
}

/// An enterprise may only look its list through.
struct EnteredByOffice: Rejection, Hashable {
    var code: String { "certificate.historic-by-office" }
}

/// Why an entry is taken out of the register again.
struct StrikingBody: Decodable {
    let reason: String
}

extension ImportHistoric.Outcome {
    /// The rows that were refused, with what is wrong beside them.
    func workbook(of bytes: [UInt8], at now: Date) throws -> [UInt8] {
        let complaints = Dictionary(
            uniqueKeysWithValues: problems.map { row, problems in
                (row, problems.map { RowComplaint(field: $0.field, Main.messages.chinese($0.code, $0.arguments)) })
            }
        )
        return try WorkbookWriter.bytes(title: "历史证书导入退回", created: now) { writer in
            try ErrorWorkbook.write(ImportHistoric.sheet(bytes).0, complaints, to: writer)
        }
    }
}
