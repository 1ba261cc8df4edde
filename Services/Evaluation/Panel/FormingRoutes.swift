import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Forming the panel of a round, its draw, and who sits in it.
    var formingRoutes: [Route] {
        [
            Route("GET /rounds/{id}/panel") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                return try shown(stores.panels.read(of: round.id, in: tx), of: round, call, in: tx)
            },
            Route("POST /rounds/{id}/panel/members") { call, tx in
                let body = try call.body(NamedPanelBody.self)
                let place = try placeOfPanel(call, in: tx)
                let panel = try formPanel.name(
                    body.checked(),
                    chair: body.chair,
                    to: place,
                    because: call.cause,
                    in: tx
                )
                return try shown(panel, of: place.round, call, in: tx, isNew: true)
            },
            Route("POST /rounds/{id}/panel/draw/announcement") { call, tx in
                let reserves = try call.body(DrawAnnouncementBody.self).checked()
                let place = try placeOfPanel(call, in: tx)
                let panel = try formPanel.announceDraw(reserves: reserves, for: place, because: call.cause, in: tx)
                return try .created(DrawView(panel, of: place.round.id), version: panel.newVersion)
            },
            Route("POST /rounds/{id}/panel/draw") { call, tx in
                let (word, witness) = try call.body(DrawBody.self).checked()
                let place = try expectedPanel(call, in: tx)
                let panel = try formPanel.draw(
                    word: word,
                    witness: witness,
                    for: place,
                    because: call.cause,
                    in: tx
                )
                return try .created(DrawView(panel, of: place.round.id), version: panel.newVersion)
            },
            Route("POST /rounds/{id}/panel/draw/giving-up") { call, tx in
                let reason = try call.body(ReasonBody.self).checked()
                var place = try expectedPanel(call, in: tx)
                try place.panel.handle(.giveUpDraw(reason: reason))
                try stores.panels.save(place.panel, of: place.round.id, because: call.cause, in: tx)
                return try shown(place.panel, of: place.round, call, in: tx)
            },
            Route("GET /rounds/{id}/panel/draw") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                let panel = try stores.panels.read(of: round.id, in: tx)
                _ = try reader(call, of: round, in: tx)
                guard let view = DrawView(panel, of: round.id) else { throw NotFound("draw") }
                return try .ok(view, version: panel.version)
            },
            Route("POST /rounds/{id}/panel/chair") { call, tx in
                let account = try call.body(ChairBody.self).account
                var place = try expectedPanel(call, in: tx)
                try place.panel.handle(.appointChair(account))
                try stores.panels.save(place.panel, of: place.round.id, because: call.cause, in: tx)
                return try shown(place.panel, of: place.round, call, in: tx)
            },
            Route("POST /rounds/{id}/panel/replacements") { call, tx in
                let body = try call.body(ReplacementBody.self)
                let reason = try body.checked()
                let place = try expectedPanel(call, in: tx)
                let panel = try replaceMember(
                    body.member,
                    by: body.successor,
                    cause: body.cause,
                    reason: reason,
                    in: place,
                    because: call.cause,
                    in: tx
                )
                return try shown(panel, of: place.round, call, in: tx)
            },
        ]
    }

    /// A round's panel while it can change, both locked, of the caller's own enterprise.
    func placeOfPanel(_ call: Call, in tx: borrowing Transaction) throws -> PanelOfRound {
        let round = try round(call, call.id(), in: tx)
        try round.state.requirePanelOpen()
        return PanelOfRound(round: round, panel: try stores.panels.load(of: round.id, in: tx))
    }

    /// The same, as the caller has seen the panel.
    func expectedPanel(_ call: Call, in tx: borrowing Transaction) throws -> PanelOfRound {
        let place = try placeOfPanel(call, in: tx)
        try place.panel.expect(version: call.expectedVersion())
        return place
    }

    /// Who reads a round's panel.
    func reader(_ call: Call, of round: Stored<Round>, in tx: borrowing Transaction) throws -> PanelReader {
        try PanelReader(
            call,
            seats: stores.panelRegister.seats(of: round, in: tx),
            creditCode: round.state.terms?.filing.enterprise.creditCode ?? ""
        )
    }

    /// The panel as the caller may see it.
    func shown(
        _ panel: Stored<Panel>,
        of round: Stored<Round>,
        _ call: Call,
        in tx: borrowing Transaction,
        isNew: Bool = false
    ) throws -> Answer {
        let reader = try reader(call, of: round, in: tx)
        var shortfalls: [(Seats.Shortfall, String?)] = []
        if reader.seesAll, round.state.stage == .judged, let seats = panel.state.seats {
            let candidates = try stores.panelRegister.candidates(of: round.id, in: tx)
            let names = Dictionary(candidates.map { ($0.application, $0.name) }) { first, _ in first }
            shortfalls = seats.shortfalls(among: candidates.map(\.application), quorum: round.state.quorum)
                .map { ($0, names[$0.application]) }
        }
        let view = PanelView(panel, of: round, shortfalls: shortfalls, for: reader)
        return isNew
            ? try .created(view, version: panel.newVersion) : try .ok(view, version: panel.newVersion)
    }
}
