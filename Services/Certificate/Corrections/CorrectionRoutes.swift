import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Corrections of issued certificates: asked for by the enterprise, decided by the authority of its filing.
    var correctionRoutes: [Route] {
        [
            Route("POST /certificates/{id}/correction-requests") { [requestCorrection] call, tx in
                let body = try call.body(CorrectionRequestBody.self)
                let (corrections, reason) = try body.checked(today: call.cause.today)
                guard let certificate = try CertificateRegister().find(call.id(), in: tx),
                    let holding = certificate.state.holding
                else { throw NotFound("certificate") }
                try call.require(enterprise: holding.issuer.creditCode)
                let made = try requestCorrection.ask(
                    corrections,
                    reason: reason,
                    of: certificate.id,
                    because: call.cause,
                    in: tx
                )
                return try answer(made, isNew: true)
            },
            Route("GET /correction-requests", listCorrectionRequests),
            Route("GET /correction-requests/{id}") { call, tx in try answer(correctionRequest(call, in: tx)) },
            Route("POST /correction-requests/{id}/acceptance") { call, tx in try decide(call, .accepted, in: tx) },
            Route("POST /correction-requests/{id}/refusal") { call, tx in try decide(call, .refused, in: tx) },
            Route("POST /correction-requests/{id}/withdrawal") { call, tx in
                _ = try correctionRequest(call, in: tx)
                return try close(call, .withdrawn, as: nil, in: tx)
            },
        ]
    }

    private func listCorrectionRequests(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let filter = CorrectionRequestStore.Filter(
            creditCode: try creditCode(call),
            stage: try stage(call),
            certificate: call.query("certificate").map { UUID(uuidString: $0) ?? .lowest }
        )
        let found = try requestCorrection.store.list(
            filter,
            after: call.page.after,
            limit: call.page.limit + 1,
            in: tx
        )
        let shown = found.prefix(call.page.limit)
        return try Answer.page(
            shown.compactMap(CorrectionRequestView.init),
            next: found.count > shown.count ? shown.last?.request.id : nil
        )
    }

    /// The request in the path, the caller's own where it has to be; nothing is locked.
    private func correctionRequest(_ call: Call, in tx: borrowing Transaction) throws -> CorrectionRequestStore.Found {
        guard let found = try requestCorrection.store.find(call.id(), in: tx), let asked = found.request.state.asked
        else { throw NotFound("correction-request") }
        try call.require(enterprise: asked.creditCode)
        return found
    }

    private func decide(
        _ call: Call,
        _ outcome: CorrectionRequest.Outcome,
        in tx: borrowing Transaction
    ) throws -> Answer {
        try close(call, outcome, as: call.caller.role == .provinceOfficer ? .provincial : .municipal, in: tx)
    }

    private func close(
        _ call: Call,
        _ outcome: CorrectionRequest.Outcome,
        as office: Registration.Office?,
        in tx: borrowing Transaction
    ) throws -> Answer {
        let reason = try call.body(ReasonBody.self).checked()
        return try answer(
            requestCorrection.close(
                call.id(),
                outcome,
                reason: reason,
                as: office,
                seen: call.expectedVersion(),
                because: call.cause,
                in: tx
            )
        )
    }

    private func answer(_ found: CorrectionRequestStore.Found, isNew: Bool = false) throws -> Answer {
        guard let view = CorrectionRequestView(found) else { throw NotFound("correction-request") }
        return try isNew ? .created(view, version: view.version) : .ok(view, version: view.version)
    }
}

/// What an issued certificate shall say, and why.
struct CorrectionRequestBody: Decodable {
    let corrections: [String: String?]?
    let reason: String?

    /// Both, every field problem at once.
    ///
    /// - Throws: `InvalidInput`.
    func checked(today: LocalDate) throws -> (PersonCorrections, String) {
        var problems: [FieldProblem] = []
        func gathered<Value>(under path: String, _ check: () throws -> Value) throws -> Value? {
            do {
                return try check()
            } catch let invalid as InvalidInput {
                problems += invalid.problems.map {
                    FieldProblem(field: Self.path(path, $0.field), code: $0.code, arguments: $0.arguments)
                }
                return nil
            }
        }
        let words = try gathered(under: "corrections") { try PersonCorrections(corrections ?? [:], today: today) }
        let why = try gathered(under: "") { try ReasonBody(reason: reason).checked() }
        guard let why, let words else { throw InvalidInput(problems) }
        return (words, why)
    }

    /// A field below another; `$` is all of it.
    private static func path(_ parent: String, _ field: String) -> String {
        if parent.isEmpty { return field }
        return field == "$" ? parent : "\(parent).\(field)"
    }
}
