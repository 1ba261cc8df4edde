import Documents
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Exit cases as the bureau leads them.
    var exitRoutes: [Route] { exitReading + exitCommands + exitPapers + exitPublic }

    private var exitReading: [Route] {
        [
            Route("GET /exit-cases") { [exitDesk] call, tx in
                let found = try exitDesk.store.page(
                    creditCode: call.narrowing(),
                    phase: call.phase(),
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let shown = found.prefix(call.page.limit).filter { call.seesExit($0.state) }
                let views = try shown.compactMap { try ExitCaseView($0, exitDesk.rules, on: call.cause.today, in: tx) }
                return try .page(
                    views,
                    next: found.count > call.page.limit ? found[call.page.limit - 1].id : nil
                )
            },
            Route("GET /exit-cases/{id}") { [exitDesk] call, tx in
                try answer(exitCase(call, in: tx), call, exitDesk, in: tx)
            },
            Route("GET /exit-cases/{id}/preview") { [decideExit] call, tx in
                let one = try exitCase(call, in: tx)
                guard let file = one.state.file, let shown = try decideExit.preview.last(of: one.id, in: tx) else {
                    throw NotFound("exit-preview")
                }
                let now = try decideExit.preview(of: file.filing, shown.consequences, on: call.cause.today, in: tx)
                return try .ok(ExitPreviewView(shown, now: now))
            },
            Route("GET /exit-take-downs") { [exitDesk] call, tx in
                let found = try exitDesk.store.toTakeDown(in: tx)
                let views = try found.compactMap { try ExitCaseView($0, exitDesk.rules, on: call.cause.today, in: tx) }
                return try .page(views, next: nil)
            },
        ]
    }

    private var exitPapers: [Route] {
        [
            Route("GET /exit-cases/{id}/notice") { [exitDesk] call, tx in
                guard let file = try exitCase(call, in: tx).state.file, let notice = file.notice else {
                    throw ExitCase.Rejection.notTold
                }
                let paper = ExitPapers.notice(notice, of: file, hearingDays: exitDesk.rules.hearingDays)
                return .file(try paper.printed(), type: "application/pdf", name: "事先告知书.pdf", isShown: true)
            },
            Route("GET /exit-cases/{id}/decision") { call, tx in
                let one = try exitCase(call, in: tx)
                guard let file = one.state.file, let decision = one.state.decision else {
                    throw ExitCase.Rejection.notDecided
                }
                let paper = ExitPapers.decision(decision, of: file)
                return .file(try paper.printed(), type: "application/pdf", name: "决定书.pdf", isShown: true)
            },
            Route("GET /exit-cases/{id}/setting-aside") { call, tx in
                let one = try exitCase(call, in: tx)
                guard let file = one.state.file, let decision = one.state.decision, let undoing = one.state.undoing
                else { throw ExitCase.Rejection.notSetAside }
                let paper = ExitPapers.undoing(undoing, of: decision, file)
                return .file(try paper.printed(), type: "application/pdf", name: "撤销决定书.pdf", isShown: true)
            },
        ]
    }

    private var exitPublic: [Route] {
        [
            Route("GET /exit-decisions") { [exitDesk] call, tx in
                let found = try exitDesk.store.published(
                    before: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let shown = found.prefix(call.page.limit)
                return try .page(
                    shown.compactMap(PublishedDecisionView.init),
                    next: found.count > shown.count ? shown.last?.id : nil
                )
            },
            Route("GET /exit-decisions/{id}") { [exitDesk] call, tx in
                let one = try exitDesk.store.read(call.id(), in: tx)
                guard one.state.decision?.takenDown == nil, let view = PublishedDecisionView(one) else {
                    throw NotFound("exit-decision")
                }
                return try .ok(view)
            },
        ]
    }

    /// A case the caller may see; an enterprise sees its own once the notice is served.
    func exitCase(_ call: Call, locked: Bool = false, in tx: borrowing Transaction) throws -> Stored<ExitCase> {
        let one = locked ? try exitDesk.store.find(call.id(), in: tx) : try exitDesk.store.read(call.id(), in: tx)
        guard let file = one.state.file else { throw NotFound("exit-case") }
        try call.require(enterprise: file.filer.creditCode)
        guard call.seesExit(one.state) else { throw NotFound("exit-case") }
        return one
    }

    /// A case with its version.
    func answer(
        _ one: Stored<ExitCase>,
        _ call: Call,
        _ desk: ExitDesk,
        in tx: borrowing Transaction
    ) throws -> Answer {
        let view = try ExitCaseView(one, desk.rules, on: call.cause.today, in: tx)
        return try .ok(view, version: one.newVersion)
    }
}

extension Call {
    /// Whether the caller may know of a case: an enterprise once it was told.
    fileprivate func seesExit(_ one: ExitCase) -> Bool {
        !caller.role.isOfEnterprise || one.file?.service != nil
    }
}
