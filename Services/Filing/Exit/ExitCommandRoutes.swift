import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What officers of the bureau and the enterprise do in a case.
    var exitCommands: [Route] { exitOfBureau + exitHearing + exitEnding + exitOfEnterprise }

    private var exitOfBureau: [Route] {
        [
            Route("POST /exit-cases") { [exitDesk] call, tx in
                let (filing, proposal) = try call.body(ExitOpeningBody.self).read(today: call.cause.today)
                try requireNoInterest(call, in: filing, tx)
                let one = try exitDesk.open(filing, proposal, by: call.namedOfficer, because: call.cause, in: tx)
                let view = try ExitCaseView(one, exitDesk.rules, on: call.cause.today, in: tx)
                return try .created(view, version: one.newVersion)
            },
            Route("POST /exit-cases/{id}/notice") { [exitDesk] call, tx in
                let (text, intended) = try call.body(ExitNoticeBody.self).read()
                return try command(call, in: tx) { one in
                    try exitDesk.tell(
                        one,
                        text,
                        intending: intended,
                        by: call.namedOfficer,
                        because: call.cause,
                        in: tx
                    )
                }
            },
            Route("POST /exit-cases/{id}/service") { [exitDesk] call, tx in
                let service = try call.body(ExitServiceBody.self).read(by: call.namedOfficer)
                return try command(call, in: tx) { one in
                    let step = ExitCase.Command.serve(service: service, today: call.cause.today)
                    return try exitDesk.handle(one, step, because: call.cause, in: tx)
                }
            },
        ]
    }

    private var exitHearing: [Route] {
        [
            Route("POST /exit-cases/{id}/hearing") { [exitDesk] call, tx in
                let (day, place, chair) = try call.body(HearingBody.self).read()
                if let filer = try exitDesk.store.read(call.id(), in: tx).state.file?.filer {
                    try interests.require(chair, filer.id, else: .anothers(name: chair.name), in: tx)
                }
                return try command(call, in: tx) { one in
                    try exitDesk.callHearing(
                        one,
                        on: day,
                        place: place,
                        chair: chair,
                        because: call.cause,
                        in: tx
                    )
                }
            },
            Route("POST /exit-cases/{id}/minutes") { [exitDesk] call, tx in
                let minutes = try call.body(MinutesBody.self).read(by: call.namedOfficer, on: call.cause.today)
                return try command(call, in: tx) { one in
                    try exitDesk.handle(one, .keepMinutes(minutes: minutes), because: call.cause, in: tx)
                }
            },
            Route("POST /exit-cases/{id}/preview") { [exitDesk, decideExit] call, tx in
                let one = try exitCase(call, in: tx)
                guard case .open(let file) = one.state else { throw ExitCase.Rejection.closed }
                let body = try call.bytes.isEmpty ? nil : call.body(PreviewBody.self)
                let consequences = try body?.read(usually: exitDesk.rules.usual) ?? exitDesk.rules.usual
                let preview = try decideExit.preview(of: file.filing, consequences, on: call.cause.today, in: tx)
                try decideExit.preview.keep(preview, of: one.id, for: call.namedOfficer, at: call.cause.now, in: tx)
                return try .ok(ExitPreviewView(preview))
            },
        ]
    }

    private var exitEnding: [Route] {
        [
            Route("POST /exit-cases/{id}/decision") { [decideExit] call, tx in
                let wanted = try call.body(ExitDecisionBody.self).read(today: call.cause.today)
                return try command(call, in: tx) { one in
                    try decideExit(one, wanted, by: call.namedOfficer, because: call.cause, in: tx)
                }
            },
            Route("POST /exit-cases/{id}/drop") { [exitDesk] call, tx in
                let reasons = try call.body(ReasonsBody.self).read()
                return try command(call, in: tx) { one in
                    let step = ExitCase.Command.drop(reasons: reasons, on: call.cause.today)
                    return try exitDesk.handle(one, step, because: call.cause, in: tx)
                }
            },
            Route("POST /exit-cases/{id}/publication") { [exitDesk] call, tx in
                try command(call, in: tx) { one in
                    try exitDesk.handle(one, .publish(on: call.cause.today), because: call.cause, in: tx)
                }
            },
            Route("POST /exit-cases/{id}/setting-aside") { [decideExit] call, tx in
                let reasons = try call.body(ReasonsBody.self).read()
                return try command(call, in: tx) { one in
                    try decideExit.setAside(one, reasons: reasons, by: call.namedOfficer, because: call.cause, in: tx)
                }
            },
            Route("POST /exit-cases/{id}/take-down") { [exitDesk] call, tx in
                let how = try call.body(TakeDownBody.self).read(by: call.namedOfficer, on: call.cause.today)
                return try command(call, in: tx) { one in
                    try exitDesk.handle(one, .takeDown(how: how), because: call.cause, in: tx)
                }
            },
        ]
    }

    private var exitOfEnterprise: [Route] {
        [
            Route("POST /exit-cases/{id}/statements") { [exitDesk] call, tx in
                let body = try call.body(ExitStatementBody.self)
                let statement = try body.read(by: call.caller.name, on: call.cause.today)
                return try command(call, in: tx) { one in
                    try exitDesk.handle(one, .state(statement: statement), because: call.cause, in: tx)
                }
            },
            Route("POST /exit-cases/{id}/hearing-request") { [exitDesk] call, tx in
                let reasons = try call.body(ReasonsBody.self).read()
                return try command(call, in: tx) { one in
                    try exitDesk.requestHearing(
                        one,
                        reasons: reasons,
                        by: call.caller.name,
                        because: call.cause,
                        in: tx
                    )
                }
            },
            Route("POST /exit-cases/{id}/hearing-withdrawal") { [exitDesk] call, tx in
                try command(call, in: tx) { one in
                    try exitDesk.handle(one, .withdrawHearing(on: call.cause.today), because: call.cause, in: tx)
                }
            },
        ]
    }

    /// Does something to a case as the caller last saw it, and shows it.
    private func command(
        _ call: Call,
        in tx: borrowing Transaction,
        _ act: (Stored<ExitCase>) throws -> Stored<ExitCase>
    ) throws -> Answer {
        guard let filer = try exitDesk.store.read(call.id(), in: tx).state.file?.filer else {
            throw NotFound("exit-case")
        }
        try interests.require(call.caller, filer.id, in: tx)
        let one = try exitCase(call, locked: true, in: tx)
        try one.expect(version: call.expectedVersion())
        return try answer(act(one), call, exitDesk, in: tx)
    }
}
