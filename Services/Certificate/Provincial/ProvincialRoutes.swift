import CertificateDomain
import Contracts
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Records in the provincial system: where they stand, what is said of them, what differs.
    var provincialRoutes: [Route] {
        [
            Route("GET /registrations/{id}/uploads") { [province] call, tx in
                guard let registration = try RegistrationRegister().find(call.id(), in: tx),
                    let batch = registration.state.batch
                else { throw NotFound("registration") }
                try call.require(enterprise: batch.issuer.creditCode)
                return try province.page(.init(registration: registration.id), call, in: tx)
            },
            Route("GET /uploads") { [province] call, tx in
                let filter = UploadRegister.Filter(creditCode: try creditCode(call), stage: try stage(call))
                return try province.page(filter, call, in: tx)
            },
            Route("GET /uploads/own") { [province] call, tx in
                guard let person = call.caller.person else { return try .page([UploadView](), next: nil) }
                return try province.page(.init(person: person), call, in: tx)
            },
            Route("POST /uploads/{id}/resubmission") { [province] call, tx in
                let id = try call.id()
                try province.settle.resubmit(id, because: call.cause, in: tx)
                return .noContent()
            },
            Route("POST /registrations/{id}/upload-workbook") { [province] call, tx in
                guard province.settings.way != .http else { throw UploadedByConnector() }
                let bytes = try province.export(call.id(), because: call.cause, in: tx)
                let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                return .file(bytes, type: type, name: "证书信息上传-\(call.cause.today).xlsx")
            },
            Route("POST /upload-receipts", mostBytes: ImportReceipts.mostBytes) { [province] call, tx in
                let upload = try ImportUpload(call)
                let report = try province.importing(
                    upload.bytes,
                    isRehearsal: upload.isRehearsal,
                    because: call.cause,
                    in: tx
                )
                guard call.query("answer") == "workbook" else { return try .ok(report) }
                return .file(
                    try province.importing.errors(of: upload.bytes, because: call.cause),
                    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    name: "退回-\(upload.name.nameWithoutEnding ?? "回执").xlsx"
                )
            },
        ] + comparisonRoutes
    }

    /// What both systems make of it.
    private var comparisonRoutes: [Route] {
        [
            Route("GET /province") { [province] call, tx in try .ok(try ProvinceView(province.settings, in: tx)) },
            Route("GET /drift") { [province] call, tx in
                let kind: Drift.Kind? = try choice(call, "kind")
                let filter = DriftStore.Filter(stage: try stage(call), kind: kind, creditCode: call.query("creditCode"))
                let limit = call.page.limit
                let found = try province.drifts.list(filter, after: call.page.after, limit: limit + 1, in: tx)
                let shown = found.prefix(limit)
                let next = found.count > shown.count ? shown.last?.id : nil
                return try .page(shown.compactMap(DriftView.init), next: next)
            },
            Route("POST /drift/{id}/settlement") { [province] call, tx in
                let body = try call.body(SettlementBody.self)
                if body.number != nil, let upload = try province.drifts.upload(of: call.id(), in: tx) {
                    // First registrations, then differences: everybody locks in this order.
                    let ids = try province.store.registrations(of: [upload], in: tx)
                    _ = try RegistrationStore().load(ids, in: tx)
                }
                let drift = try province.drifts.load(call.id(), in: tx)
                try drift.expect(version: call.expectedVersion())
                let settled = try province.settle(
                    drift,
                    reason: try body.checkedReason(),
                    resending: body.resend ?? false,
                    number: body.number?.trimmingCharacters(in: .whitespacesAndNewlines),
                    because: call.cause,
                    in: tx
                )
                return try .ok(DriftView(settled), version: settled.newVersion)
            },
            Route("GET /reconciliations") { call, tx in
                try .page(ReconciliationStore().last(50, in: tx), next: nil)
            },
            Route("POST /reconciliations") { [province] call, tx in
                guard province.settings.transport != nil else { throw NoProvince() }
                let id = try ReconciliationStore().begin(askedBy: call.cause.actor, at: call.cause.now, in: tx)
                return try .created(try ReconciliationStore().find(id, in: tx))
            },
        ]
    }
}

/// How a difference is settled.
struct SettlementBody: Decodable {
    static let longestReason = 500

    let reason: String?
    /// Whether what the province lost is sent again.
    let resend: Bool?
    /// Which number is right, where the difference is about one.
    let number: String?

    /// The reason, in bounds.
    func checkedReason() throws -> String {
        let text = (reason ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw InvalidInput([FieldProblem(field: "reason", Drift.Rejection.reasonMissing)]) }
        guard text.count <= Self.longestReason else {
            let arguments = ["limit": String(Self.longestReason)]
            throw InvalidInput(field: "reason", code: "certificate.reason-too-long", arguments: arguments)
        }
        return text
    }
}

extension ProvincialConnector {
    /// A page of uploads.
    func page(_ filter: UploadRegister.Filter, _ call: Call, in tx: borrowing Transaction) throws -> Answer {
        let limit = call.page.limit
        let found = try UploadRegister().list(filter, after: call.page.after, limit: limit + 1, in: tx)
        let shown = found.prefix(limit)
        return try .page(Array(shown), next: found.count > shown.count ? shown.last?.id.uuid : nil)
    }
}
