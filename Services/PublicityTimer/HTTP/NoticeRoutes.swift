import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// Notices, as employees, the handling office and the authorities see them.
    var noticeRoutes: [Route] {
        [
            Route("GET /notices") { [register] call, tx in
                let page = call.page
                let found = try register.page(
                    creditCodes: try call.ownEnterprises(in: tx) ?? call.query("creditCode").map { [$0] },
                    phase: try call.phase(),
                    after: page.after,
                    limit: page.limit,
                    in: tx
                )
                return try .page(
                    found.compactMap(NoticeSummary.init),
                    next: found.count == page.limit ? found.last?.id : nil
                )
            },
            Route("GET /notices/{id}") { [register] call, tx in
                let notice = try call.notice(in: register, tx)
                guard let view = NoticeView(notice, for: call.reader) else { throw NotFound("notice") }
                return try .ok(view, version: call.reader.seesObjections ? notice.version : nil)
            },
            Route("GET /notices/{id}/reckoning") { [register] call, tx in
                let notice = try call.notice(in: register, tx)
                guard let display = notice.state.display else { throw NotFound("notice") }
                return try .ok(
                    ReckoningView(display),
                    version: call.reader.seesObjections ? notice.version : nil
                )
            },
            Route("POST /notices/{id}/end-confirmation") { [confirmEnd] call, tx in
                let notice = try confirmEnd(
                    call.id(),
                    version: call.expectedVersion(),
                    officer: call.caller.name,
                    reason: try call.body(ConfirmationBody.self).checked(),
                    because: call.cause,
                    in: tx
                )
                guard let display = notice.state.display else { throw NotFound("notice") }
                return try .ok(ReckoningView(display), version: notice.newVersion)
            },
        ]
    }
}

extension Call {
    /// The credit codes of the enterprises whose notices an enterprise's own people see, nil for officers: employees of a
    /// unit (子公司、分公司、厂) see those of the enterprise that covers it.
    func ownEnterprises(in tx: borrowing Transaction) throws -> [String]? {
        guard caller.role.isOfEnterprise else { return nil }
        let own = caller.organisation ?? ""
        try require(enterprise: own)
        guard caller.role == .employee else { return [own] }
        let covering = try EnterpriseDirectory().enterprises(ofPeopleOf: own, in: tx)
        return [own] + covering.map(\.enterprise.creditCode).filter { $0 != own }
    }

    /// The credit codes whose accounts may see what an enterprise shows: its own, and for employees those of its units.
    func audience(of creditCode: String, in tx: borrowing Transaction) throws -> [String] {
        guard caller.role == .employee else { return [creditCode] }
        return try EnterpriseDirectory().find(creditCode: creditCode, in: tx)?.creditCodes ?? [creditCode]
    }

    /// The notice the path names, if the caller may see it.
    func notice(in register: NoticeRegister, _ tx: borrowing Transaction) throws -> Stored<Notice> {
        guard let notice = try register.find(id(), in: tx), let posting = notice.state.posting else {
            throw NotFound("notice")
        }
        try require(anyEnterprise: audience(of: posting.publisher.creditCode, in: tx))
        return notice
    }

    /// How much of a notice the caller sees.
    var reader: Reader {
        switch caller.role {
        case .objectionHandler, .bureauOfficer, .centreOfficer, .provinceOfficer: .handler
        case .enterpriseHR: .applicant
        case .employee, .evaluator, .countyOfficer, .operator, .everyone: .colleague
        }
    }

    /// The phase asked for in `?state=`.
    fileprivate func phase() throws -> Notice.Phase? {
        guard let text = query("state") else { return nil }
        guard let phase = Notice.Phase(rawValue: text) else {
            throw InvalidInput(field: "state", code: "publicity-timer.state")
        }
        return phase
    }
}

/// Why an officer answers for a provisional end.
struct ConfirmationBody: Decodable {
    let reason: String

    /// - Throws: `InvalidInput`.
    func checked() throws -> String {
        var problems: [FieldProblem] = []
        let reason = Text.required(reason, field: "reason", upTo: 2000, &problems)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return reason
    }
}
