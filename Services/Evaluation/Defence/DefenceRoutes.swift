import Documents
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The defences of a round.
    var defenceRoutes: [Route] {
        [
            Route("PUT /rounds/{id}/defences") { call, tx in
                let body = try call.body(DefenceBody.self)
                let round = try round(call, call.id(), in: tx)
                let defence = try arrangeDefences(body, in: round, because: call.cause, in: tx)
                return try shown(defence, of: round, call, in: tx)
            },
            Route("GET /rounds/{id}/defences") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                return try shown(stores.defences.read(of: round.id, in: tx), of: round, call, in: tx)
            },
            Route("GET /rounds/{id}/defences/sheet") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                let reader = try reader(call, of: round, in: tx)
                guard reader.seesAll, let terms = round.state.terms else { throw NotTheChair() }
                let programme = try stores.defences.read(of: round.id, in: tx).state.programme()
                let sheet = DefenceSheet(
                    terms: terms,
                    programme: programme,
                    candidates: try scheduled(programme, in: tx),
                    printedAt: call.cause.now
                )
                return .file(
                    try sheet.document().printed(),
                    type: "application/pdf",
                    name: "答辩安排表.pdf",
                    isShown: true
                )
            },
            Route("GET /rounds/{id}/defences/workbook") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                let reader = try reader(call, of: round, in: tx)
                guard reader.seesAll, let terms = round.state.terms else { throw NotTheChair() }
                let programme = try stores.defences.read(of: round.id, in: tx).state.programme()
                return .file(
                    try DefenceWorkbook.bytes(
                        of: programme,
                        under: terms,
                        candidates: scheduled(programme, in: tx),
                        at: call.cause.now
                    ),
                    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    name: "答辩安排表.xlsx"
                )
            },
            Route("POST /rounds/{id}/defences/{session}/attendance") { call, tx in
                let present = try call.body(AttendanceBody.self).present
                return try changed(call, in: tx) { defence, round, seats in
                    try .attend(
                        session: call.id("session"),
                        present: present,
                        seats: seats,
                        scored: arrangeDefences.scored(by: defence.programme().method, in: round, tx)
                    )
                }
            },
            Route("POST /rounds/{id}/defences/absences") { call, tx in
                let absence = try call.body(AbsenceBody.self).absence(by: call.caller.subject, at: call.cause.now)
                return try changed(call, in: tx) { _, _, _ in .miss(absence) }
            },
            Route("POST /rounds/{id}/defences/appearances") { call, tx in
                let body = try call.body(AbsenceBody.self)
                let appearance = try body.appearance(by: call.caller.subject, at: call.cause.now)
                return try changed(call, in: tx) { _, _, seats in .appear(appearance, seats: seats) }
            },
        ]
    }

    private func changed(
        _ call: Call,
        in tx: borrowing Transaction,
        _ command: (Defence, Stored<Round>, Seats) throws -> Defence.Command
    ) throws -> Answer {
        let round = try round(call, call.id(), in: tx)
        try round.state.requirePanelOpen()
        try arrangeDefences.requireScoresOpen(in: round, tx)
        var defence = try stores.defences.load(of: round.id, in: tx)
        try defence.handle(command(defence.state, round, stores.panelRegister.seats(of: round, in: tx)))
        try stores.defences.save(defence, of: round.id, because: call.cause, in: tx)
        return try shown(defence, of: round, call, in: tx)
    }

    /// The schedule as the caller may see it: a member not those they stand aside from, a candidate their own time.
    private func shown(
        _ defence: Stored<Defence>,
        of round: Stored<Round>,
        _ call: Call,
        in tx: borrowing Transaction
    ) throws -> Answer {
        let reader = try reader(call, of: round, in: tx)
        let programme = try defence.state.programme()
        var candidates = try scheduled(programme, in: tx)
        switch reader {
        case .desk: break
        case .chair, .member:
            let seats = try stores.panelRegister.seats(of: round, in: tx)
            candidates = candidates.filter { seats.mayJudge(call.caller.subject, $0.key) }
        case .employee: candidates = candidates.filter { $0.value.person == call.caller.person }
        }
        guard let terms = round.state.terms,
            let view = DefenceView(defence, of: round.id, terms: terms, candidates: candidates)
        else { throw NotFound("defence") }
        return try .ok(view, version: defence.newVersion)
    }

    private func scheduled(
        _ programme: Defence.Programme,
        in tx: borrowing Transaction
    ) throws -> [UUID: PanelCandidate] {
        let applications = programme.sessions.flatMap(\.slots).map(\.application)
        return try Dictionary(
            stores.panelRegister.candidates(applications, in: tx).map { ($0.application, $0) }
        ) { first, _ in first }
    }
}
